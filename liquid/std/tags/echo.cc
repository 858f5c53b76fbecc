// {% echo x | filter %}, Liquid 5: the same as {{ x | filter }}.
#include "liquid/std/tags/tags.h"

namespace tincture::liquid {

namespace {

class Echo : public Tag {
 public:
  explicit Echo(const Variable* variable) : variable_(variable) {}

  void Render(Context& context, Output& output) const override {
    const Value value = context.Evaluate(*variable_);
    if (!context.failed()) context.Print(value, output);
  }
  bool IsRepeatable() const override { return true; }

 private:
  const Variable* variable_;
};

}  // namespace

std::unique_ptr<Tag> MakeEcho(TagParser& parser) {
  const Variable* const variable = parser.ParseVariable(parser.markup());
  if (variable == nullptr) return nullptr;
  return std::make_unique<Echo>(variable);
}

}  // namespace tincture::liquid
