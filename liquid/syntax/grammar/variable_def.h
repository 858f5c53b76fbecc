// variable  expression | filter: argument, keyword: argument | ...
#pragma once

#include <boost/fusion/include/adapt_struct.hpp>

#include "liquid/syntax/grammar/expression_def.h"

BOOST_FUSION_ADAPT_STRUCT(tincture::liquid::grammar::Argument, keyword, value)
BOOST_FUSION_ADAPT_STRUCT(tincture::liquid::grammar::FilterUse, name, arguments)
BOOST_FUSION_ADAPT_STRUCT(tincture::liquid::grammar::FilteredVariable, base, filters)

namespace tincture::liquid::grammar {

const auto keyword = x3::rule<struct keyword_id, const Token*>("keyword") =
    // Looked ahead for, because X3 leaves the name set where the colon is missing.
    &(x3::omit[token(Token::Type::kId)] >> x3::omit[token(Token::Type::kColon)]) >>
    token(Token::Type::kId) >> x3::omit[token(Token::Type::kColon)];

const auto argument = x3::rule<struct argument_id, Argument>("argument") = -keyword >> expression;

const auto arguments = x3::rule<struct arguments_id, std::vector<Argument>>("arguments") =
    argument >> *(x3::omit[token(Token::Type::kComma)] >> argument);

const auto filter = x3::rule<struct filter_id, FilterUse>("filter") = x3::omit[token(Token::Type::kPipe)] >>
                                                                      must(Token::Type::kId) >>
                                                                      -(x3::omit[token(Token::Type::kColon)] >>
                                                                        arguments);

const auto filtered_variable = x3::rule<struct variable_id, FilteredVariable>("variable") =
    expression >> *filter >> x3::omit[must(Token::Type::kEnd)];

}  // namespace tincture::liquid::grammar
