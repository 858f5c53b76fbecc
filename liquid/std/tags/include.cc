// {% include 'name' with variable, key: value %}: Liquid's own, not Jekyll's. The partial sees the caller's variables.
#include "liquid/exec/template.h"
#include "liquid/std/tags/partial_markup.h"
#include "liquid/std/tags/tags.h"
#include "liquid/syntax/fragment.h"
#include "liquid/value/ruby_text.h"

namespace tincture::liquid {

namespace {

class Include : public Tag {
 public:
  Include(Expression name, const PartialMarkup& markup) : name_(name), markup_(markup) {
    if (name.kind == Expression::Kind::kConstant && name.constant.IsString())
      literal_ = NamesOf(name.constant.AsString());
  }

  void Render(Context& context, Output& output) const override {
    if (context.is_isolated()) {
      context.Fail(kDisabledError, "include usage is not allowed in this context");
      return;
    }
    const Names names = literal_ ? *literal_ : EvaluateNames(context);
    const Template* const partial = context.failed() ? nullptr : context.Partial(names.partial);
    if (partial == nullptr) return;
    const Value variable =
        markup_.variable ? context.Evaluate(*markup_.variable) : context.FindVariable(names.partial, false);
    if (context.failed()) return;
    const std::string_view outer_name = context.template_name();
    context.set_template_name(names.partial.text);
    RenderPartial(*partial, names.variable, variable, context, output);
    context.set_template_name(outer_name);
  }

 private:
  struct Names {
    Symbol partial;
    Symbol variable;  // what holds the `with` or `for` value in the partial
  };

  Names NamesOf(std::string_view partial) const {
    return {Symbol(partial), Symbol(markup_.alias.empty() ? VariableNameOf(partial) : markup_.alias)};
  }

  // May fail.
  Names EvaluateNames(Context& context) const {
    const Value name = context.Evaluate(name_);
    if (context.failed()) return {};
    if (name.Truthy()) return NamesOf(TextOf(name, context.access()));
    context.Fail(kArgumentError, "Argument error in tag 'include' - Illegal template name");
    return {};
  }

  void RenderPartial(const Template& partial, const Symbol& name, const Value& variable, Context& context,
                     Output& output) const {
    const Context::Scope scope(context);
    if (context.failed()) return;
    for (const KeywordArgument& attribute : markup_.attributes) {
      const Value value = context.Evaluate(attribute.value);
      if (context.failed() || !context.Set(attribute.name, value)) return;
    }
    if (!variable.IsArray()) {
      if (context.Set(name, variable)) partial.Render(context, output);
      return;
    }
    for (const Value& item : variable.AsArray()) {
      if (!context.Set(name, item) || !partial.Render(context, output)) return;
    }
    output.NotePiece(true);  // an empty list joined
  }

  Expression name_;
  PartialMarkup markup_;
  std::optional<Names> literal_;  // where the name is one
};

}  // namespace

std::unique_ptr<Tag> MakeInclude(TagParser& parser) {
  const std::string_view markup = parser.markup();
  const auto name = FindFragments(markup);
  if (!name) {
    return parser.FailSyntax(
        "Error in tag 'include' - Valid syntax: include '[template]' (with|for) [object|collection]");
  }
  const PartialMarkup partial = ParsePartialMarkup(parser, name->In(markup), name->end);
  return std::make_unique<Include>(parser.ParseExpression(partial.name), partial);
}

}  // namespace tincture::liquid
