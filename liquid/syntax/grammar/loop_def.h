// loop  item in collection reversed limit: 2 offset: x
#pragma once

#include <boost/fusion/include/adapt_struct.hpp>

#include "liquid/syntax/grammar/expression_def.h"

BOOST_FUSION_ADAPT_STRUCT(tincture::liquid::grammar::LoopAttribute, name, value)
BOOST_FUSION_ADAPT_STRUCT(tincture::liquid::grammar::LoopMarkup, variable, collection, reversed, attributes)

namespace tincture::liquid::grammar {

const auto attribute_name = x3::rule<struct attribute_name_id, const Token*>("attribute name") =
    word("limit") | word("offset") |
    (refuse("Invalid attribute in for loop. Valid attributes are limit and offset") >> token(Token::Type::kId));

const auto attribute = x3::rule<struct attribute_id, LoopAttribute>("attribute") =
    &(token(Token::Type::kId) >> token(Token::Type::kColon)) >> attribute_name >>
    x3::omit[token(Token::Type::kColon)] >> expression;

const auto in = x3::omit[word("in")] | refuse("For loops require an 'in' clause");

const auto loop = x3::rule<struct loop_id, LoopMarkup>("loop") = must(Token::Type::kId) >> in >> expression >>
                                                                 -word("reversed") >> *attribute
                                                                 >> x3::omit[must(Token::Type::kEnd)];

}  // namespace tincture::liquid::grammar
