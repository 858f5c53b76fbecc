#include "compat/sass/selector/selector.h"

namespace tincture::compat::sass {

namespace {

class SelectorPrinter {
 public:
  SelectorPrinter(std::string& out, const SelectorPrinting& printing)
      : out_(out), printing_(printing), compressed_(printing.style == Style::kCompressed) {}

  void Print(const SelectorList& list);
  void Print(const Complex& complex);
  void Print(const Simple& simple);

 private:
  void Mark(uint32_t place, MapEvent::Kind kind) {
    if (printing_.events) printing_.events->push_back({static_cast<uint32_t>(out_.size()), place, kind});
  }
  void PrintKind(const Simple& simple);
  void PrintNamespace(const Simple& simple);
  void PrintAttribute(const Simple& simple);
  void PrintPseudo(const Simple& simple);
  void PrintArgument(const Simple& simple);
  void PrintCombinators(std::string_view combinators);
  bool IsSpaced(std::string_view combinators) const {
    return !compressed_ || (printing_.spaced_tilde && combinators.find('~') != combinators.npos);
  }
  void PrintCompound(std::span<const Simple* const> simples);
  void PrintComma(bool line_break);
  bool IsHidden(const Complex& complex) const;

  std::string& out_;
  const SelectorPrinting& printing_;
  bool compressed_;
};

void SelectorPrinter::PrintComma(bool line_break) {
  out_ += ',';
  if (compressed_) return;
  if (!line_break || printing_.inspect || printing_.style == Style::kCompact) {
    out_ += ' ';
    return;
  }
  out_ += '\n';
  out_.append(static_cast<size_t>(printing_.indentation), ' ');
}

bool SelectorPrinter::IsHidden(const Complex& complex) const {
  return printing_.bogus ? IsInvisibleOtherThanBogus(complex) : IsInvisible(complex);
}

void SelectorPrinter::Print(const SelectorList& list) {
  bool first = true;
  for (const Complex* complex : list.complexes) {
    if (!printing_.inspect && IsHidden(*complex)) continue;
    if (!first) PrintComma(complex->line_break);
    first = false;
    Print(*complex);
  }
}

void SelectorPrinter::PrintCombinators(std::string_view combinators) {
  bool first = true;
  for (const char combinator : combinators) {
    if (!first && !compressed_) out_ += ' ';
    first = false;
    out_ += combinator;
  }
}

void SelectorPrinter::Print(const Complex& complex) {
  PrintCombinators(complex.leading);
  if (!complex.leading.empty() && !complex.components.empty() && IsSpaced(complex.leading)) out_ += ' ';
  for (size_t i = 0; i < complex.components.size(); ++i) {
    const Component& component = complex.components[i];
    PrintCompound(component.simples);
    const bool spaced = IsSpaced(component.combinators);
    if (!component.combinators.empty() && spaced) out_ += ' ';
    PrintCombinators(component.combinators);
    if (i + 1 == complex.components.size()) break;
    if (component.line_break && printing_.inner_line_breaks && printing_.style != Style::kCompact && !compressed_) {
      out_ += '\n';
    } else if (spaced || component.combinators.empty()) {
      out_ += ' ';
    }
  }
}

void SelectorPrinter::PrintCompound(std::span<const Simple* const> simples) {
  const size_t start = out_.size();
  for (const Simple* simple : simples) Print(*simple);
  // Everything in it matches everything: `:not(%a)`.
  if (out_.size() == start) out_ += '*';
}

void SelectorPrinter::PrintNamespace(const Simple& simple) {
  if (!simple.has_namespace) return;
  out_ += simple.name_space;
  out_ += '|';
}

void SelectorPrinter::PrintArgument(const Simple& simple) {
  if (simple.argument.empty()) return;
  Mark(simple.argument_place, MapEvent::Kind::kToken);
  out_ += simple.argument;
  Mark(simple.argument_place, MapEvent::Kind::kEnd);
}

void SelectorPrinter::PrintAttribute(const Simple& simple) {
  out_ += '[';
  Mark(simple.place, MapEvent::Kind::kStart);
  Mark(simple.place, MapEvent::Kind::kToken);
  PrintNamespace(simple);
  out_ += simple.name;
  Mark(simple.place, MapEvent::Kind::kEnd);
  out_ += simple.op;
  PrintArgument(simple);
  Mark(simple.place, MapEvent::Kind::kEnd);
  if (!simple.modifier.empty()) {
    const bool quoted = simple.argument.ends_with('"') || simple.argument.ends_with('\'');
    if (!compressed_ || !quoted) out_ += ' ';
    out_ += simple.modifier;
  }
  out_ += ']';
}

void SelectorPrinter::PrintPseudo(const Simple& simple) {
  if (simple.name == "not" && simple.selector && IsInvisible(*simple.selector) && !simple.double_colon) return;
  out_ += simple.double_colon ? "::" : ":";
  Mark(simple.place, MapEvent::Kind::kToken);
  out_ += simple.name;
  Mark(simple.place, MapEvent::Kind::kEnd);
  if (!simple.has_argument && !simple.selector) return;
  out_ += '(';
  PrintArgument(simple);
  if (simple.has_argument && simple.selector) out_ += ' ';
  if (simple.selector) Print(*simple.selector);
  out_ += ')';
}

void SelectorPrinter::Print(const Simple& simple) {
  if (!printing_.events) return PrintKind(simple);
  const bool whole = simple.kind != SimpleKind::kAttribute && simple.kind != SimpleKind::kPseudo;
  if (whole) Mark(simple.place, MapEvent::Kind::kToken);
  PrintKind(simple);
  if (whole) Mark(simple.place, MapEvent::Kind::kEnd);
}

void SelectorPrinter::PrintKind(const Simple& simple) {
  switch (simple.kind) {
    case SimpleKind::kUniversal:
      PrintNamespace(simple);
      out_ += '*';
      return;
    case SimpleKind::kType:
      PrintNamespace(simple);
      break;
    case SimpleKind::kId:
      out_ += '#';
      break;
    case SimpleKind::kClass:
      out_ += '.';
      break;
    case SimpleKind::kPlaceholder:
      out_ += '%';
      break;
    case SimpleKind::kParent:
      out_ += '&';
      break;
    case SimpleKind::kAttribute:
      return PrintAttribute(simple);
    case SimpleKind::kPseudo:
      return PrintPseudo(simple);
  }
  out_ += simple.name;
}

template <class Node>
std::string Text(const Node& node) {
  std::string text;
  SelectorPrinter(text, SelectorPrinting{.inspect = true}).Print(node);
  return text;
}

}  // namespace

void AppendSelector(std::string& out, const SelectorList& list, const SelectorPrinting& printing) {
  SelectorPrinter(out, printing).Print(list);
}
void AppendSelector(std::string& out, const Complex& complex, const SelectorPrinting& printing) {
  SelectorPrinter(out, printing).Print(complex);
}
void AppendSelector(std::string& out, const Simple& simple, const SelectorPrinting& printing) {
  SelectorPrinter(out, printing).Print(simple);
}

std::string TextOf(const SelectorList& list) { return Text(list); }
std::string TextOf(const Complex& complex) { return Text(complex); }
std::string TextOf(const Simple& simple) { return Text(simple); }

}  // namespace tincture::compat::sass
