// {% break %} and {% continue %}
#include "liquid/std/tags/tags.h"

namespace tincture::liquid {

namespace {

class InterruptTag : public Tag {
 public:
  explicit InterruptTag(Context::Interrupt interrupt) : interrupt_(interrupt) {}

  void Render(Context& context, Output&) const override { context.Push(interrupt_); }
  bool IsRepeatable() const override { return true; }

 private:
  Context::Interrupt interrupt_;
};

}  // namespace

std::unique_ptr<Tag> MakeBreak(TagParser&) { return std::make_unique<InterruptTag>(Context::Interrupt::kBreak); }
std::unique_ptr<Tag> MakeContinue(TagParser&) { return std::make_unique<InterruptTag>(Context::Interrupt::kContinue); }

}  // namespace tincture::liquid
