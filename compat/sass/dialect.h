// Dialect: which Sass is reproduced, as data. Every difference between the three compilers has a name here; code never
// asks which compiler it is.
#pragma once

#include <cstdint>
#include <string_view>

#include "compat/profile/profile.h"
#include "compat/sass/value/value_rules.h"

namespace tincture::compat::sass {

// How its source maps point.
enum class MapKind : uint8_t { kNone, kDart, kLibsass };

struct Dialect {
  std::string_view name;  // as in sass-spec's options.yml: "dart-sass", "libsass", "ruby-sass"
  ValueRules values;
  uint8_t global_functions;  // which built-ins have global names here: a bit of callable.h

  // --- Syntax ---
  bool unifies_newlines;     // a source's line ends are \n before it is read, wherever they stand
  bool modules;              // @use, @forward, `space.member`, `using`
  bool calculations;         // calc(), min(), clamp()... are evaluated; else calc() is text with interpolation
  bool css_if;               // if(condition: a; else: b), @function --x
  bool static_values;        // a declaration's value without anything to compute stays as written
  bool converts_indented;    // the indented syntax is made SCSS first (syntax/indented_to_scss.h)
  bool static_before_space;  // also where spaces stand before the `;` or `}`
  bool raw_units;            // escapes in a number's unit stay as written: `0\0`
  bool spaced_media_slash;   // `(min-aspect-ratio: 2/1)` is "2 / 1"
  bool rewrites_imports;     // @import "a.css" is "url(a.css)", with media in double quotes
  bool raw_escapes;          // escapes in names stay as written; url schemes and unknown `!flags` pass
  bool interpolation_is_text;  // operators beside #{} are text: `#{$a} + 1` is "3px + 1"
  bool content_arguments;    // `@include x using ($a)`
  bool percent_alone;        // `%` by itself is a word
  bool css_min_max;          // min() and max() of plain CSS are text
  bool import_supports_in_parens;  // `@import "a" supports(b: c)` is written `supports((b: c))`
  bool keeps_custom_spacing; // a custom property's spaces stay as written, else runs of them become one
  bool keeps_charset_rules;  // @charset in a source reaches the output as any at-rule

  // --- Evaluation ---
  bool nested_tree;          // rules are nested in the CSS tree and flattened at the end (libsass, Ruby Sass);
                             // else each is put after its parent at once, and declarations keep their place (Dart Sass)
  bool media_holds_declarations;  // without a rule around
  bool moves_line_breaks;    // `x &` takes its line break from the parent, which has none from then on
  bool global_declares;      // `!global` may make a variable
  bool strict_extend;        // an unmatched @extend fails

  // --- Output ---
  bool tells_trace;          // messages tell the calls and imports that led there
  MapKind map;
  bool byte_order_mark;      // compressed CSS with characters beyond ASCII begins with one, others with @charset
};

const Dialect& DialectOf(SassDialect dialect);

}  // namespace tincture::compat::sass
