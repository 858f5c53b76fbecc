// {% capture name %}...{% endcapture %}
#include "liquid/std/tags/tags.h"
#include "liquid/std/tags/variable_signature.h"

namespace tincture::liquid {

namespace {

class Capture : public Block {
 public:
  Capture(Symbol to, Body body) : Block(body), to_(to) {}

  void Render(Context& context, Output&) const override {
    Output captured;
    if (context.dialect().appends_to_buffer) captured.NotePiece(false);
    body().Render(context, captured);
    if (context.failed()) return;
    const uint8_t flags = captured.ascii_tagged() ? kAsciiTagged : 0;
    context.Assign(to_, Value::String(context.arena().Copy(captured.text()), flags));
  }
  bool Blank() const override { return true; }
  bool IsRepeatable() const override { return true; }

 private:
  Symbol to_;
};

}  // namespace

std::unique_ptr<Tag> MakeCapture(TagParser& parser) {
  const auto to = FindVariableSignature(parser.markup());
  if (!to) return parser.FailSyntax("Syntax Error in 'capture' - Valid syntax: capture [var]");
  const Body body = parser.ParseBody();
  if (parser.failed()) return nullptr;
  return std::make_unique<Capture>(Symbol(to->In(parser.markup())), body);
}

}  // namespace tincture::liquid
