// {% comment %}...{% endcomment %}, whose content is parsed all the same, and Liquid 5's {% # ... %}
#include "liquid/std/tags/tags.h"
#include "liquid/support/utf8.h"
#include "liquid/syntax/fragment.h"

namespace tincture::liquid {

namespace {

class Comment : public Tag {
 public:
  explicit Comment(bool is_block) : is_block_(is_block) {}

  void Render(Context&, Output&) const override {}
  bool Blank() const override { return true; }
  bool IsBlock() const override { return is_block_; }
  bool IsRepeatable() const override { return true; }

 private:
  bool is_block_;
};

// \n\s*[^#\s]: a line that does not go on with the comment.
bool HasBareLine(std::string_view markup) {
  for (size_t at = markup.find('\n'); at < markup.size(); at = markup.find('\n', at)) {
    at = SkipSpaces(markup, at);
    if (at < markup.size() && markup[at] != '#') return true;
  }
  return false;
}

}  // namespace

std::unique_ptr<Tag> MakeComment(TagParser& parser) {
  while (!parser.failed()) {
    if (parser.ParsePart().closed) return std::make_unique<Comment>(true);
  }
  return nullptr;
}

std::unique_ptr<Tag> MakeInlineComment(TagParser& parser) {
  if (HasBareLine(parser.markup())) {
    return parser.FailSyntax("Syntax error in tag '#' - Each line of comments must be prefixed by the '#' character");
  }
  return std::make_unique<Comment>(false);
}

}  // namespace tincture::liquid
