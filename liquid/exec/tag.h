// Tag: one tag of a template, parsed. TagParser: what a tag's factory parses with.
// A host adds its own tags with Environment::AddTag:
//
//   class Greeting : public liquid::Tag {
//    public:
//     explicit Greeting(liquid::Expression name) : name_(name) {}
//     void Render(liquid::Context& context, liquid::Output& output) const override {
//       output.Append("Hello ");
//       context.Print(context.Evaluate(name_), output);
//     }
//    private:
//     liquid::Expression name_;
//   };
//   environment.AddTag("greet", [](liquid::TagParser& parser) {
//     return std::make_unique<Greeting>(parser.ParseExpression(Strip(parser.markup())));
//   });
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "liquid/exec/context.h"
#include "liquid/exec/environment.h"
#include "liquid/exec/output.h"
#include "liquid/syntax/expression.h"
#include "liquid/syntax/liquid_error.h"

namespace tincture::liquid {

class Tag;
class TemplateParser;

struct Node {
  enum class Kind : uint8_t { kText, kVariable, kTag };

  Kind kind;
  // Of a tag: Ruby's class derives from Liquid::Block. Of a text: it is white space only.
  bool is_block = false;
  bool is_blank = false;
  uint32_t line = 0;    // as Liquid counts it for messages; 0 where line numbers are off
  uint32_t offset = 0;  // of `{{` or `{%` in the source
  uint32_t size = 0;    // of a text
  union {
    const char* text;
    const Variable* variable;
    const Tag* tag;
  };
};

// A run of nodes: what stands between a block's tags.
struct Body {
  std::span<const Node> nodes;
  // Ruby's blank?: prints nothing but white space.
  bool blank = true;

  // Stops early where an interrupt is pending, or an error that is to be raised (context.failed()).
  void Render(Context& context, Output& output) const;
};

// Immutable once parsed, shared by threads.
class Tag {
 public:
  virtual ~Tag() = default;
  // May fail: context.Fail(...), then return.
  virtual void Render(Context& context, Output& output) const = 0;
  // Ruby's blank?: a block around nothing but blanks prints nothing.
  virtual bool Blank() const { return false; }
  // Ruby's class derives from Liquid::Block. Liquid 4.0.4 drops all output of blank ones.
  virtual bool IsBlock() const { return false; }
  // It prints and leaves the same wherever what it evaluates is the same, but for what its host counts as variations.
  virtual bool IsRepeatable() const { return false; }
};

// A tag with one body, `{% name %}...{% endname %}`.
class Block : public Tag {
 public:
  explicit Block(Body body) : body_(body) {}
  void Render(Context& context, Output& output) const override { body_.Render(context, output); }
  bool Blank() const override { return body_.blank; }
  bool IsBlock() const override { return true; }

 protected:
  const Body& body() const { return body_; }

 private:
  Body body_;
};

// Valid only during the call of the factory.
class TagParser {
 public:
  TagParser(TemplateParser& parser, std::string_view name, std::string_view markup, uint32_t line, uint32_t offset)
      : parser_(parser), name_(name), markup_(markup), line_(line), offset_(offset) {}

  // All views are into the template's source. The markup keeps the white space at its end, as in Ruby.
  std::string_view name() const { return name_; }
  std::string_view markup() const { return markup_; }
  uint32_t line() const { return line_; }
  uint32_t offset() const { return offset_; }
  // Unique among the tags of the template's path, and the same in every run: "path:offset".
  std::string Identity() const;

  const Environment& environment() const;
  const Dialect& dialect() const { return environment().dialect; }
  // Lives as long as the template.
  Arena& arena();

  // Ruby's Liquid::Expression.parse: never fails.
  Expression ParseExpression(std::string_view text);
  // As a side of a comparison, where `empty` and `blank` mean themselves in either dialect.
  Expression ParseOperand(std::string_view text);
  // What follow may fail (failed()), as the error mode has it. ParseVariable gives null then.
  const Variable* ParseVariable(std::string_view markup);
  Condition ParseCondition(std::string_view markup);

  // The body up to `{% end<name> %}`; any other tag that is not registered fails. Look at failed() afterwards.
  Body ParseBody();
  // The body up to the next tag that is not registered. `closed`: it was the end tag. Otherwise the caller takes it
  // (`else`, `when`) and goes on, or gives it to FailUnknownTag.
  struct Part {
    Body body;
    bool closed = false;
    std::string_view tag;
    std::string_view markup;
  };
  Part ParsePart();
  // Everything up to the end tag, unparsed; pieces in source order, together the text.
  std::span<const std::string_view> ParseRaw();

  // Always null, for `return parser.Fail(...)`.
  std::nullptr_t FailSyntax(std::string_view text);
  std::nullptr_t Fail(std::string_view kind, std::string_view text);
  std::nullptr_t Fail(LiquidError error);
  std::nullptr_t FailUnknownTag(std::string_view tag);
  bool failed() const;

  // The strict parser's error in warn mode; for tags that have a strict and a lax form.
  TemplateParser& parser() { return parser_; }

 private:
  TemplateParser& parser_;
  std::string_view name_;
  std::string_view markup_;
  uint32_t line_;
  uint32_t offset_;
};

}  // namespace tincture::liquid
