// {% assign name = variable | filter %}
#include "liquid/std/tags/tags.h"
#include "liquid/std/tags/variable_signature.h"

namespace tincture::liquid {

namespace {

class Assign : public Tag {
 public:
  Assign(Symbol to, const Variable* from) : to_(to), from_(from) {}

  void Render(Context& context, Output&) const override {
    const Value value = context.Evaluate(*from_);
    if (!context.failed()) context.Assign(to_, value);
  }
  bool Blank() const override { return true; }
  bool IsRepeatable() const override { return true; }

 private:
  Symbol to_;
  const Variable* from_;
};

}  // namespace

// (VariableSignature+)\s*=\s*(.*): the first run that an `=` follows.
std::unique_ptr<Tag> MakeAssign(TagParser& parser) {
  const std::string_view markup = parser.markup();
  for (auto to = FindVariableSignature(markup); to; to = FindVariableSignature(markup, to->end)) {
    const size_t equals = SkipSpaces(markup, to->end);
    if (markup.substr(equals, 1) != "=") continue;
    const Variable* const from = parser.ParseVariable(markup.substr(SkipSpaces(markup, equals + 1)));
    if (from == nullptr) return nullptr;
    return std::make_unique<Assign>(Symbol(to->In(markup)), from);
  }
  return parser.FailSyntax("Syntax Error in 'assign' - Valid syntax: assign [var] = [source]");
}

}  // namespace tincture::liquid
