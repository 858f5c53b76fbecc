// {% ifchanged %}...{% endifchanged %}: prints where it differs from what any ifchanged printed last.
#include "liquid/std/tags/tags.h"

namespace tincture::liquid {

namespace {

class Ifchanged : public Block {
 public:
  using Block::Block;

  void Render(Context& context, Output& output) const override {
    const Context::Scope scope(context, Context::Scope::Lazily());
    Output printed;
    body().Render(context, printed);
    context.loop_registers().read.ifchanged = true;
    if (context.failed() || context.loop_registers().ifchanged == printed.text()) return;
    output.Append(printed.text(), printed.ascii_tagged());
    context.loop_registers().ifchanged = printed.Take();
  }
};

}  // namespace

std::unique_ptr<Tag> MakeIfchanged(TagParser& parser) {
  const Body body = parser.ParseBody();
  if (parser.failed()) return nullptr;
  return std::make_unique<Ifchanged>(body);
}

}  // namespace tincture::liquid
