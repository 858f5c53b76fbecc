// Dialect: what differs between the released Liquid 4.0.4 and 5.4.0, as named facts.
// Code asks for a fact, never for a version.
#pragma once

#include <string_view>

namespace tincture::liquid {

// What `empty` and `blank` are. A variable that is given one is ''.
enum class Literals {
  kThemselves,         // wherever they stand
  kOnlyInComparisons,  // else ''
  // Liquid 5 as Jekyll 4.3 patches it: as kThemselves, but in the conditions of where_exp and its kin they are objects
  // like any other, equal to nothing else.
  kObjects,
};

struct Dialect {
  std::string_view version;

  // Expressions.
  bool strips_expressions;  // Expression.parse strips white space first
  Literals literals;
  bool lookup_may_start_with_bracket;  // the strict grammar takes `[x].y`
  bool strict_variable_first;          // `{{ }}` is parsed strictly first even where the mode is lax
  bool empty_variable_is_strict;       // `{{ }}` is no syntax error

  // Bodies.
  bool tag_name_may_be_hash;          // `{% # comment %}`
  bool has_liquid_tag;                // `{% liquid ... %}`
  bool lines_within_tag_count;        // a tag's line is that of its name, not that of its `{%`
  bool drops_output_of_blank_blocks;  // a blank block prints nothing; else only its blank texts go, when parsed
  bool appends_to_buffer;  // one UTF-8 buffer; else each body is a joined list whose encoding is its first piece's
  bool raw_keeps_other_tags_whole;  // a tag inside raw that is not its end is one piece

  // Tags.
  bool scopes_push_lazily;       // a scope counts against the nesting limit only when written to
  bool case_else_ends;           // an `else` that renders ends its case
  bool loop_bounds_are_checked;  // `limit` and `offset` must be integers
  bool include_takes_alias;      // `include 'a' with b as c`

  // Filters.
  bool has_liquid5_filters;            // base64_*, remove_last, replace_last; `default` takes allow_false
  bool newline_to_br_takes_return;     // the \r before a newline goes
  bool truncatewords_counts_exactly;   // a text of just so many words is kept; else it gets its ellipsis
  bool sort_names_incompatible_types;  // sort fails in Liquid's words; else in Ruby's
  bool property_is_asked_of_each;      // where, uniq and compact ask every item for [], not just the first
};

inline constexpr Dialect kLiquid4 = {
    .version = "4.0.4",
    .strips_expressions = false,
    .literals = Literals::kThemselves,
    .lookup_may_start_with_bracket = false,
    .strict_variable_first = false,
    .empty_variable_is_strict = false,
    .tag_name_may_be_hash = false,
    .has_liquid_tag = false,
    .lines_within_tag_count = false,
    .drops_output_of_blank_blocks = true,
    .appends_to_buffer = false,
    .raw_keeps_other_tags_whole = false,
    .scopes_push_lazily = true,
    .case_else_ends = true,
    .loop_bounds_are_checked = false,
    .include_takes_alias = false,
    .has_liquid5_filters = false,
    .newline_to_br_takes_return = false,
    .truncatewords_counts_exactly = false,
    .sort_names_incompatible_types = false,
    .property_is_asked_of_each = false,
};

inline constexpr Dialect kLiquid5 = {
    .version = "5.4.0",
    .strips_expressions = true,
    .literals = Literals::kOnlyInComparisons,
    .lookup_may_start_with_bracket = true,
    .strict_variable_first = true,
    .empty_variable_is_strict = true,
    .tag_name_may_be_hash = true,
    .has_liquid_tag = true,
    .lines_within_tag_count = true,
    .drops_output_of_blank_blocks = false,
    .appends_to_buffer = true,
    .raw_keeps_other_tags_whole = true,
    .scopes_push_lazily = false,
    .case_else_ends = false,
    .loop_bounds_are_checked = true,
    .include_takes_alias = true,
    .has_liquid5_filters = true,
    .newline_to_br_takes_return = true,
    .truncatewords_counts_exactly = true,
    .sort_names_incompatible_types = true,
    .property_is_asked_of_each = true,
};

// How markup that the strict grammar refuses is met: read by the older, forgiving rules; read so with a warning;
// refused.
enum class ErrorMode { kLax, kWarn, kStrict };

}  // namespace tincture::liquid
