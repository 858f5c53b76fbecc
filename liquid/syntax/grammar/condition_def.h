// condition  comparison and comparison or comparison; a comparison is `a` or `a op b`
#pragma once

#include <boost/fusion/include/adapt_struct.hpp>

#include "liquid/syntax/grammar/expression_def.h"

BOOST_FUSION_ADAPT_STRUCT(tincture::liquid::grammar::RightSide, op, operand)
BOOST_FUSION_ADAPT_STRUCT(tincture::liquid::grammar::Comparison, left, right)
BOOST_FUSION_ADAPT_STRUCT(tincture::liquid::grammar::LinkedComparison, relation, comparison)
BOOST_FUSION_ADAPT_STRUCT(tincture::liquid::grammar::ConditionMarkup, first, rest)

namespace tincture::liquid::grammar {

const auto right_side = x3::rule<struct right_side_id, RightSide>("right side") =
    token(Token::Type::kComparison) >> expression;

const auto comparison = x3::rule<struct comparison_id, Comparison>("comparison") = expression >> -right_side;

const auto relation = x3::rule<struct relation_id, const Token*>("relation") = word("and") | word("or");

const auto linked_comparison = x3::rule<struct linked_id, LinkedComparison>("linked comparison") =
    relation >> comparison;

const auto condition = x3::rule<struct condition_id, ConditionMarkup>("condition") =
    comparison >> *linked_comparison >> x3::omit[must(Token::Type::kEnd)];

}  // namespace tincture::liquid::grammar
