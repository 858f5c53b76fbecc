// Ruby Sass: min() and max() of nothing but numbers, interpolation, calc(), env() and var() are CSS's own
// (lib/sass/script/parser.rb, css_min_max).
#include "compat/sass/syntax/parser_internal.h"
#include "compat/sass/value/print.h"

namespace tincture::compat::sass {

// `at_` stands behind the name, before the parenthesis.
const Expression* Parser::CssMinMax(const char* start) {
  const char* before = at_;
  InterpolationBuilder text(arena_);
  text.Add(std::string_view(start, static_cast<size_t>(at_ - start)));
  ++at_;
  ++parentheses_;
  text.Add('(');
  const bool is_css = MinMaxContents(true, &text);
  --parentheses_;
  if (is_css) return StringNode(text.Build(SpanFrom(start)), false, start, text.has_expressions());
  at_ = before;
  return nullptr;
}

// Up to the closing parenthesis and with it.
bool Parser::MinMaxContents(bool allow_comma, InterpolationBuilder* out) {
  const Depth depth(this);
  for (;;) {
    Whitespace();
    if (!MinMaxItem(out)) return false;
    Whitespace();
    if (AtEnd()) return false;
    const char c = *at_++;
    switch (c) {
      case ')':
        out->Add(')');
        return true;
      case ',':
        if (!allow_comma) return false;
        out->Add(", ");
        break;
      case '+':
      case '-':
      case '*':
      case '/':
        out->Add(' ');
        out->Add(c);
        out->Add(' ');
        break;
      default:
        return false;
    }
  }
}

bool Parser::MinMaxItem(InterpolationBuilder* out) {
  // Ruby Sass's lexer has no number with a plus, and none with a minus right after `(`.
  const size_t sign = Peek() == '-' && at_[-1] != '(' ? 1 : 0;
  if (IsDigit(Peek(sign)) || (Peek(sign) == '.' && IsDigit(Peek(sign + 1)))) {
    std::string text;
    AppendCss(values_, static_cast<const Literal*>(NumberLiteral())->value, text);
    out->Add(text);
    return true;
  }
  if (Peek() == '#' && Peek(1) == '{') {
    out->Add(SingleInterpolation());
    return true;
  }
  if (Scan('(')) {
    out->Add('(');
    return MinMaxContents(false, out);
  }
  for (const std::string_view name : {"min", "max", "calc", "env", "var"}) {
    const char* word = at_;
    if (!ScanWord(name)) continue;
    out->Add(Since(word));
    if (!Scan('(')) return false;
    out->Add('(');
    if (name == "min" || name == "max") return MinMaxContents(true, out);
    out->Add(DeclarationText({.allow_empty = true}));
    if (!Scan(')')) return false;
    out->Add(')');
    return true;
  }
  return false;
}

}  // namespace tincture::compat::sass
