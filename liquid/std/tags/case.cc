// {% case x %}{% when 1, 2 %}...{% else %}...{% endcase %}
// Every `when` that matches prints, and one that names a value twice prints twice.
#include <vector>

#include "liquid/std/tags/bodies.h"
#include "liquid/std/tags/tags.h"
#include "liquid/syntax/fragment.h"

namespace tincture::liquid {

namespace {

struct When {
  bool is_else = false;
  Condition condition;
  Body body;
};

class Case : public Tag {
 public:
  Case(std::span<const When> whens, bool blank) : whens_(whens), blank_(blank) {}

  void Render(Context& context, Output& output) const override {
    const Context::Scope scope(context, Context::Scope::Lazily());
    bool matched = false;
    for (const When& when : whens_) {
      if (when.is_else ? matched : !context.Test(when.condition)) continue;
      if (context.failed()) return;
      if (!when.is_else) {
        matched = true;
        output.NotePiece(false);
      }
      when.body.Render(context, output);
      if (context.failed() || (when.is_else && context.dialect().case_else_ends)) return;
    }
  }
  bool Blank() const override { return blank_; }
  bool IsBlock() const override { return true; }
  bool IsRepeatable() const override { return true; }

 private:
  std::span<const When> whens_;
  bool blank_;
};

class CaseParser {
 public:
  explicit CaseParser(TagParser& parser) : parser_(parser) {}

  std::unique_ptr<Tag> Parse() {
    const auto left = FindFragment(parser_.markup());
    if (!left) return parser_.FailSyntax("Syntax Error in 'case' - Valid syntax: case [condition]");
    left_ = parser_.ParseExpression(left->In(parser_.markup()));
    bool blank = true;
    while (true) {
      const TagParser::Part part = parser_.ParsePart();
      if (parser_.failed()) return nullptr;
      // What stands before the first `when` is not printed, but it counts here.
      blank = blank && part.body.blank;
      for (size_t i = open_; i < whens_.size(); ++i) whens_[i].body = part.body;
      open_ = whens_.size();
      if (part.closed) break;
      if (!AddPart(part)) return nullptr;
    }
    for (When& when : whens_) when.body = Finish(when.body, blank, parser_);
    return std::make_unique<Case>(parser_.arena().CopySpan(std::span<const When>(whens_)), blank);
  }

 private:
  bool AddPart(const TagParser::Part& part) {
    if (part.tag == "when") {
      AddWhen(part.markup);
    } else if (part.tag != "else") {
      parser_.FailUnknownTag(part.tag);
    } else if (SkipSpaces(part.markup, 0) != part.markup.size()) {
      parser_.FailSyntax("Syntax Error in tag 'case' - Valid else condition: {% else %} (no parameters) ");
    } else {
      whens_.push_back({true, {}, {}});
    }
    return !parser_.failed();
  }

  // (QuotedFragment)(?:(?:\s+or\s+|\s*,\s*)(QuotedFragment.*))?, again and again.
  void AddWhen(std::string_view markup) {
    while (true) {
      const auto value = FindFragment(markup);
      if (!value) {
        parser_.FailSyntax(
            "Syntax Error in tag 'case' - Valid when condition: {% when [condition] [or condition2...] %}");
        return;
      }
      const Comparison comparison = {left_, Operator::kEqual, "==", parser_.ParseOperand(value->In(markup))};
      whens_.push_back({false, {parser_.arena().CopySpan(std::span(&comparison, 1))}, {}});
      const size_t next = SkipSeparator(markup, value->end);
      if (next == value->end || SkipFragment(markup, next) == next) return;
      markup = markup.substr(next);
    }
  }

  // \s+or\s+ or \s*,\s*
  static size_t SkipSeparator(std::string_view markup, size_t at) {
    const size_t word = SkipSpaces(markup, at);
    if (markup.substr(word, 1) == ",") return SkipSpaces(markup, word + 1);
    if (word == at || markup.substr(word, 2) != "or") return at;
    const size_t end = SkipSpaces(markup, word + 2);
    return end == word + 2 ? at : end;
  }

  TagParser& parser_;
  Expression left_;
  std::vector<When> whens_;
  size_t open_ = 0;  // the first one without a body yet
};

}  // namespace

std::unique_ptr<Tag> MakeCase(TagParser& parser) { return CaseParser(parser).Parse(); }

}  // namespace tincture::liquid
