#include "compat/sass/dialect.h"

#include "compat/sass/eval/callable.h"

namespace tincture::compat::sass {

namespace {

const Dialect kDart = {
    .name = "dart-sass",
    .values = kDartValues,
    .global_functions = kInDart,
    .unifies_newlines = false,
    .modules = true,
    .calculations = true,
    .css_if = true,
    .static_values = false,
    .converts_indented = false,
    .static_before_space = false,
    .raw_units = false,
    .spaced_media_slash = false,
    .rewrites_imports = false,
    .raw_escapes = false,
    .interpolation_is_text = false,
    .content_arguments = true,
    .percent_alone = true,
    .css_min_max = false,
    .import_supports_in_parens = false,
    .keeps_custom_spacing = false,
    .keeps_charset_rules = false,
    .nested_tree = false,
    .media_holds_declarations = false,
    .moves_line_breaks = false,
    .global_declares = true,
    .strict_extend = true,
    .tells_trace = false,
    .map = MapKind::kDart,
    .byte_order_mark = true,
};

const Dialect kLibsass = {
    .name = "libsass",
    .values = kLibsassValues,
    .global_functions = kInLibsass,
    .unifies_newlines = false,
    .modules = false,
    .calculations = false,
    .css_if = false,
    .static_values = true,
    .converts_indented = true,
    .static_before_space = true,
    .raw_units = false,
    .spaced_media_slash = false,
    .rewrites_imports = false,
    .raw_escapes = true,
    .interpolation_is_text = true,
    .content_arguments = true,
    .percent_alone = true,
    .css_min_max = false,
    .import_supports_in_parens = false,
    .keeps_custom_spacing = true,
    .keeps_charset_rules = false,
    .nested_tree = true,
    .media_holds_declarations = true,
    .moves_line_breaks = false,
    .global_declares = true,
    .strict_extend = true,
    .tells_trace = true,
    .map = MapKind::kLibsass,
    .byte_order_mark = true,
};

const Dialect kRuby = {
    .name = "ruby-sass",
    .values = kRubyValues,
    .global_functions = kInRuby,
    .unifies_newlines = true,
    .modules = false,
    .calculations = false,
    .css_if = false,
    .static_values = true,
    .converts_indented = false,
    .static_before_space = false,
    .raw_units = true,
    .spaced_media_slash = true,
    .rewrites_imports = true,
    .raw_escapes = false,
    .interpolation_is_text = true,
    .content_arguments = false,
    .percent_alone = true,
    .css_min_max = true,
    .import_supports_in_parens = true,
    .keeps_custom_spacing = false,
    .keeps_charset_rules = false,
    .nested_tree = true,
    .media_holds_declarations = false,
    .moves_line_breaks = true,
    .global_declares = true,
    .strict_extend = true,
    .tells_trace = false,
    .map = MapKind::kNone,
    .byte_order_mark = true,
};

}  // namespace

const Dialect& DialectOf(SassDialect dialect) {
  switch (dialect) {
    case SassDialect::kRubySass37:
      return kRuby;
    case SassDialect::kLibsass36:
      return kLibsass;
    case SassDialect::kDartSass:
      return kDart;
  }
  return kDart;
}

}  // namespace tincture::compat::sass
