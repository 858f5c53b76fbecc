// {% for item in collection reversed limit: 2 offset: 1 %}...{% else %}...{% endfor %}
#include <string>

#include "liquid/exec/forloop_drop.h"
#include "liquid/exec/template_parser.h"
#include "liquid/std/tags/bodies.h"
#include "liquid/std/tags/loop_items.h"
#include "liquid/std/tags/tags.h"

namespace tincture::liquid {

namespace {

struct LoopMarkup {
  Symbol variable;
  std::string_view name;  // "item-collection": forloop.name, and where offset:continue looks
  Expression collection;
  Expression limit;
  Expression offset;
  bool continues = false;  // offset:continue
  bool reversed = false;
};

class For : public Tag {
 public:
  For(const LoopMarkup& loop, Body body, Body else_body, bool blank)
      : loop_(loop), body_(body), else_body_(else_body), blank_(blank) {}

  void Render(Context& context, Output& output) const override {
    const int64_t from = Offset(context);
    const Value collection = context.failed() ? Value() : context.Evaluate(loop_.collection);
    const Value limit = context.failed() ? Value() : context.Evaluate(loop_.limit);
    if (context.failed()) return;
    LoopItems items(collection, context);
    // A limit of false is none to Liquid 4.
    std::optional<int64_t> to;
    if (limit.Truthy() || context.dialect().loop_bounds_are_checked) to = ToBound(limit, context);
    if (context.failed()) return;
    if (to) *to += from;
    items.Slice(from, to);
    context.KeepOffset(loop_.name, from + items.size());
    if (items.size() == 0) {
      if (!else_body_.nodes.empty()) else_body_.Render(context, output);
      return;
    }
    RenderItems(items, context, output);
  }
  bool Blank() const override { return blank_; }
  bool IsBlock() const override { return true; }
  bool IsRepeatable() const override { return !loop_.continues; }

 private:
  int64_t Offset(Context& context) const {
    if (!loop_.continues) return ToBound(context.Evaluate(loop_.offset), context).value_or(0);
    context.loop_registers().read.offsets = true;
    const auto& offsets = context.loop_registers().offsets;
    const auto found = offsets.find(loop_.name);
    return found == offsets.end() ? 0 : found->second;
  }

  void RenderItems(const LoopItems& items, Context& context, Output& output) const {
    output.NotePiece(false);
    const Context::Scope scope(context);
    if (context.failed()) return;
    Context::Loop loop(context, loop_.name, items.size());
    if (!context.Set("forloop", Value::OfDrop(&loop.drop()))) return;
    for (int64_t i = 0; i < items.size(); ++i) {
      context.Set(loop_.variable, items.At(loop_.reversed ? items.size() - 1 - i : i, context.arena()));
      body_.Render(context, output);
      if (context.failed()) return;
      loop.drop().Increment();
      if (context.interrupted() && context.PopInterrupt() == Context::Interrupt::kBreak) return;
    }
  }

  LoopMarkup loop_;
  Body body_;
  Body else_body_;
  bool blank_;
};

std::string_view NameOf(const LoopText& text, Arena& arena) {
  return arena.Copy(std::string(text.variable) + "-" + std::string(text.collection));
}

LoopMarkup Build(const LoopText& text, TagParser& parser) {
  LoopMarkup loop{.variable = Symbol(text.variable),
                  .name = NameOf(text, parser.arena()),
                  .collection = parser.ParseExpression(text.collection),
                  .limit = {},
                  .offset = {},
                  .reversed = text.reversed};
  for (const auto& [key, value] : text.attributes) {
    if (key == "limit") loop.limit = parser.ParseExpression(value);
    if (key != "offset") continue;
    loop.continues = value == "continue";
    loop.offset = loop.continues ? Expression() : parser.ParseExpression(value);
  }
  return loop;
}

}  // namespace

// After one `else` the block ends where the else's body does: a second `else` ends it too, and a later `endfor` is a
// stranger to what is around.
std::unique_ptr<Tag> MakeFor(TagParser& parser) {
  LoopText text;
  if (!parser.parser().ParseLoop(parser.markup(), parser.line(), &text)) return nullptr;
  const TagParser::Part part = parser.ParsePart();
  if (parser.failed()) return nullptr;
  TagParser::Part else_part;
  if (!part.closed) {
    if (part.tag != "else") return parser.FailUnknownTag(part.tag);
    else_part = parser.ParsePart();
    if (parser.failed()) return nullptr;
    if (!else_part.closed && else_part.tag != "else") return parser.FailUnknownTag(else_part.tag);
  }
  const bool blank = part.body.blank && else_part.body.blank;
  if (!else_part.closed) else_part.body = Body();
  return std::make_unique<For>(Build(text, parser), Finish(part.body, blank, parser),
                               Finish(else_part.body, blank, parser), blank);
}

}  // namespace tincture::liquid
