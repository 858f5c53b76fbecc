// {% if a %}...{% elsif b %}...{% else %}...{% endif %}, and {% unless %}, which is the same but for the first
// condition.
#include <vector>

#include "liquid/std/tags/bodies.h"
#include "liquid/std/tags/tags.h"

namespace tincture::liquid {

namespace {

struct Branch {
  bool is_else = false;
  Condition condition;
  Body body;
};

class If : public Tag {
 public:
  If(std::span<const Branch> branches, bool first_is_negated, bool blank)
      : branches_(branches), first_is_negated_(first_is_negated), blank_(blank) {}

  void Render(Context& context, Output& output) const override {
    const Context::Scope scope(context, Context::Scope::Lazily());
    for (const Branch& branch : branches_) {
      const bool holds = branch.is_else || context.Test(branch.condition);
      if (context.failed()) return;
      if (holds != (first_is_negated_ && &branch == branches_.data())) return branch.body.Render(context, output);
    }
  }
  bool Blank() const override { return blank_; }
  bool IsBlock() const override { return true; }
  bool IsRepeatable() const override { return true; }

 private:
  std::span<const Branch> branches_;
  bool first_is_negated_;
  bool blank_;
};

std::unique_ptr<Tag> Make(TagParser& parser, bool first_is_negated) {
  std::vector<Branch> branches = {{false, parser.ParseCondition(parser.markup()), {}}};
  bool blank = true;
  while (!parser.failed()) {
    const TagParser::Part part = parser.ParsePart();
    if (parser.failed()) break;
    branches.back().body = part.body;
    blank = blank && part.body.blank;
    if (part.closed) {
      for (Branch& branch : branches) branch.body = Finish(branch.body, blank, parser);
      return std::make_unique<If>(parser.arena().CopySpan(std::span<const Branch>(branches)), first_is_negated, blank);
    }
    if (part.tag == "else") {
      branches.push_back({true, {}, {}});
    } else if (part.tag == "elsif") {
      branches.push_back({false, parser.ParseCondition(part.markup), {}});
    } else {
      return parser.FailUnknownTag(part.tag);
    }
  }
  return nullptr;
}

}  // namespace

std::unique_ptr<Tag> MakeIf(TagParser& parser) { return Make(parser, false); }
std::unique_ptr<Tag> MakeUnless(TagParser& parser) { return Make(parser, true); }

}  // namespace tincture::liquid
