// {% raw %}...{% endraw %}
#include <algorithm>

#include "liquid/std/tags/tags.h"
#include "liquid/syntax/fragment.h"

namespace tincture::liquid {

namespace {

class Raw : public Tag {
 public:
  explicit Raw(std::span<const std::string_view> pieces) : pieces_(pieces) {}

  void Render(Context&, Output& output) const override {
    for (const std::string_view piece : pieces_) output.Append(piece);
  }
  bool Blank() const override { return pieces_.empty(); }
  bool IsBlock() const override { return true; }
  bool IsRepeatable() const override { return true; }

 private:
  std::span<const std::string_view> pieces_;
};

}  // namespace

std::unique_ptr<Tag> MakeRaw(TagParser& parser) {
  if (SkipSpaces(parser.markup(), 0) != parser.markup().size()) {
    const std::string name(parser.name());
    return parser.FailSyntax("Syntax Error in '" + name + "' - Valid syntax: " + name);
  }
  const auto pieces = parser.ParseRaw();
  if (parser.failed()) return nullptr;
  return std::make_unique<Raw>(pieces);
}

}  // namespace tincture::liquid
