// {% render 'name' with variable as alias, key: value %}, Liquid 5: the partial sees only what it is given.
#include "liquid/exec/forloop_drop.h"
#include "liquid/exec/template.h"
#include "liquid/std/tags/loop_items.h"
#include "liquid/std/tags/partial_markup.h"
#include "liquid/std/tags/tags.h"
#include "liquid/syntax/fragment.h"

namespace tincture::liquid {

namespace {

bool IsEnumerable(const Value& value) {
  return value.IsArray() || value.IsHash() || value.IsRange() || (value.IsDrop() && value.AsDrop().IsHashLike());
}

class RenderTag : public Tag {
 public:
  RenderTag(Symbol name, const PartialMarkup& markup)
      : name_(name), variable_name_(markup.alias.empty() ? VariableNameOf(name.text) : markup.alias), markup_(markup) {}

  void Render(Context& context, Output& output) const override {
    const Template* const partial = context.Partial(name_);
    if (partial == nullptr) return;
    const Value variable = markup_.variable ? context.Evaluate(*markup_.variable) : Value();
    if (context.failed()) return;
    if (!markup_.is_for || !IsEnumerable(variable)) {
      RenderOne(*partial, variable, nullptr, context, output);
      return;
    }
    const LoopItems items(variable, context);
    ForloopDrop loop;
    loop.Start(name_.text, items.size(), nullptr);
    for (int64_t i = 0; i < items.size() && !context.failed(); ++i) {
      RenderOne(*partial, items.At(i, context.arena()), &loop, context, output);
      loop.Increment();
    }
  }

 private:
  void RenderOne(const Template& partial, const Value& variable, const ForloopDrop* loop, Context& context,
                 Output& output) const {
    Context inner(context, Context::Isolated());
    if (context.failed()) return;
    inner.set_template_name(name_.text);
    if (loop) inner.Set("forloop", Value::OfDrop(loop));
    for (const KeywordArgument& attribute : markup_.attributes) {
      const Value value = context.Evaluate(attribute.value);
      if (context.failed()) return;
      inner.Set(attribute.name, value);
    }
    if (!variable.IsNil()) inner.Set(variable_name_, variable);
    partial.Render(inner, output);
    if (inner.failed()) context.Fail(*inner.TakeError());
  }

  Symbol name_;
  Symbol variable_name_;
  PartialMarkup markup_;
};

// ("[^"]*"|'[^']*')+, the first one.
std::optional<Span> FindQuotedStrings(std::string_view markup) {
  for (size_t at = 0; at < markup.size(); ++at) {
    size_t end = at;
    for (size_t next = SkipQuotedString(markup, end); next != end; next = SkipQuotedString(markup, end)) end = next;
    if (end != at) return Span{at, end};
  }
  return std::nullopt;
}

}  // namespace

std::unique_ptr<Tag> MakeRender(TagParser& parser) {
  const std::string_view markup = parser.markup();
  const auto name = FindQuotedStrings(markup);
  if (!name) return parser.FailSyntax("Syntax error in tag 'render' - Template name must be a quoted string");
  const PartialMarkup partial = ParsePartialMarkup(parser, name->In(markup), name->end);
  const Expression expression = parser.ParseExpression(partial.name);
  if (!expression.constant.IsString()) return parser.Fail("ArgumentError", "ArgumentError");
  return std::make_unique<RenderTag>(Symbol(expression.constant.AsString()), partial);
}

}  // namespace tincture::liquid
