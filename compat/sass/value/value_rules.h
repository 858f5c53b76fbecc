// ValueRules: how a dialect's values and selectors behave, as data. Each member names one difference between the three
// compilers; the default is what Dart Sass does.
#pragma once

#include <cstdint>

namespace tincture::compat::sass {

// How a number's digits are found.
enum class NumberDigits : uint8_t {
  kShortest,       // the shortest decimal that reads back the same, then rounded as decimal (Dart)
  kFixed,          // the binary value, rounded exactly (libsass: C's "%.*f")
  kRoundedDouble,  // the double is rounded by arithmetic first, then its shortest decimal (Ruby)
};

// How a colour is written.
enum class ColorPrinting : uint8_t {
  kDart,     // by its space and how it was made
  kLibsass,  // a name, #rrggbb or rgba(), alpha with six digits
  kRuby,     // a name, #rrggbb or rgba(); compressed, the shortest of these and what was written
};

// Pseudo-classes that can only be the first ancestor.
enum class RootRule : uint8_t { kNone, kRoot, kRootish };

struct ValueRules {
  // Numbers.
  NumberDigits digits = NumberDigits::kShortest;
  bool inspect_all_digits = true;           // inspect() shows every digit
  bool complex_units_are_calc = true;       // 1px*1em prints as calc(1px * 1em); else it is no CSS
  bool zero_division_is_text = false;       // 1/0 is the string Infinity (libsass)
  bool leading_zero_needs_literal = false;  // compressed drops a 0 before the point only if the author wrote it
  bool unit_text_powers = true;             // "px^-1", "no units"; else sorted, "/px", ""
  bool epsilon_follows_precision = false;   // numbers are equal within a tenth of the last printed digit (Ruby)
  double epsilon = 1e-11;                   // else within this
  bool equal_when_rounded_equal = true;     // and only if they round to one multiple of it
  bool unitless_equals_any = false;         // 1 == 1px
  bool keys_convert_units = true;           // 1in and 96px are one key of a map

  bool round_is_fuzzy = false;  // round() takes what is a hair below a half up

  // Operators.
  bool operators_by_symbol = true;  // messages say `a < b`, not "a lt b"
  bool comparison_names_left_unit_first = false;
  bool null_operands = true;               // null + a is a; else an error
  bool color_math = false;                 // red + 1, red * blue
  bool color_math_needs_unitless = false;  // red + 1px is an error (Ruby)

  // Colours.
  bool colors_are_bytes = false;    // channels are clamped to 0..255 and rounded as they are made (Ruby)
  bool spaces_never_equal = false;  // hsl(0, 100%, 50%) is not red (libsass)
  ColorPrinting color_printing = ColorPrinting::kDart;
  bool hex_alpha_becomes_rgba = true;  // #abcd prints as rgba(170, 187, 204, ...)
  bool names_aqua_and_fuchsia = true;  // else cyan and magenta

  // Lists, maps, strings.
  bool undecided_separator_is_space = false;
  bool empty_list_equals_map = true;
  bool empty_strings_are_blank = true;  // an unquoted empty string is left out of lists and declarations
  bool lists_of_blanks_are_blank = true;
  bool unquote_takes_anything = false;        // unquote(1) is 1
  bool escapes_unprintable = true;            // "\1" prints as an escape, and private use characters do
  bool empty_list_is_nothing = false;         // () as CSS is no text (libsass); else an error
  bool inspect_tracks_lists = false;          // inspect() puts a list in parentheses wherever one of its kind is around
  bool text_follows_style = false;            // `a + red` and #{red} write colours and commas as the output style does
  bool interpolation_drops_brackets = false;  // #{[a]} is a
  bool text_allows_any_units = false;         // foo(1px * 1px) is foo(1px*px); else an error

  // Selectors.
  bool bogus_selectors_print = false;         // `a > > b`, `a >`: go out as they are
  bool knows_is_and_where = true;             // :is() and :where() take selectors; else text
  bool nth_as_written = false;                // :nth-child(2n + 1) keeps its spaces
  bool selector_breaks_follow_comma = false;  // only a newline right after a comma is kept; else any since the last

  // @extend.
  RootRule roots = RootRule::kRootish;    // what stands first or nowhere when ancestors are woven
  bool merges_second_first = false;       // .a ~ x and .b ~ y make .b.a ~ y
  bool merges_next_second_first = false;  // .a ~ x and .b + y make .b.a + y
  bool old_superselector = false;         // `*` holds `*` only, `a > b` holds no `c a > b`
  bool extensions_are_fresh = false;      // what an extension makes never counts as there before: it may be trimmed
  bool extends_at_end = false;            // all at once, in the order of their rules (Ruby), not one by one
  bool extends_compounds = false;              // @extend .a.b: a warning only
  bool pseudos_before_elements = false;        // :not(a) joins :before in front, however they were written
  bool not_splits_on_parents = false;          // :not(&) inside `a, b` is :not(a):not(b)
};

inline constexpr ValueRules kDartValues = {};

inline constexpr ValueRules kLibsassValues = {
    .digits = NumberDigits::kFixed,
    .inspect_all_digits = false,
    .complex_units_are_calc = false,
    .zero_division_is_text = true,
    .leading_zero_needs_literal = true,
    .unit_text_powers = false,
    .epsilon = 1e-12,
    .equal_when_rounded_equal = false,
    .unitless_equals_any = true,
    .keys_convert_units = false,
    .round_is_fuzzy = true,
    .operators_by_symbol = false,
    .comparison_names_left_unit_first = true,
    .null_operands = false,
    .color_math = true,
    .spaces_never_equal = true,
    .color_printing = ColorPrinting::kLibsass,
    .hex_alpha_becomes_rgba = false,
    .names_aqua_and_fuchsia = false,
    .undecided_separator_is_space = true,
    .empty_strings_are_blank = false,
    .unquote_takes_anything = true,
    .escapes_unprintable = false,
    .empty_list_is_nothing = true,
    .inspect_tracks_lists = true,
    .text_follows_style = true,
    .interpolation_drops_brackets = true,
    .text_allows_any_units = true,
    .bogus_selectors_print = true,
    .knows_is_and_where = false,
    .nth_as_written = true,
    .selector_breaks_follow_comma = true,
    .roots = RootRule::kNone,
    .merges_second_first = true,
    .merges_next_second_first = true,
    .old_superselector = true,
    .extensions_are_fresh = true,
    .extends_compounds = true,
};

inline constexpr ValueRules kRubyValues = {
    .digits = NumberDigits::kRoundedDouble,
    .inspect_all_digits = false,
    .complex_units_are_calc = false,
    .unit_text_powers = false,
    .epsilon_follows_precision = true,
    .equal_when_rounded_equal = false,
    .unitless_equals_any = true,
    .keys_convert_units = false,
    .round_is_fuzzy = true,
    .operators_by_symbol = false,
    .null_operands = false,
    .color_math = true,
    .color_math_needs_unitless = true,
    .colors_are_bytes = true,
    .color_printing = ColorPrinting::kRuby,
    .hex_alpha_becomes_rgba = false,
    .names_aqua_and_fuchsia = false,
    .empty_list_equals_map = false,
    .empty_strings_are_blank = false,
    .lists_of_blanks_are_blank = false,
    .unquote_takes_anything = true,
    .escapes_unprintable = false,
    .text_follows_style = true,
    .bogus_selectors_print = true,
    .knows_is_and_where = false,
    .nth_as_written = true,
    .selector_breaks_follow_comma = true,
    .roots = RootRule::kRoot,
    .merges_second_first = true,
    .old_superselector = true,
    .extends_at_end = true,
    .extends_compounds = true,
    .pseudos_before_elements = true,
    .not_splits_on_parents = true,
};

}  // namespace tincture::compat::sass
