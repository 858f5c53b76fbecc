// {% cycle 'a', 'b' %}, {% cycle name: 'a', 'b' %}
#include <algorithm>
#include <optional>
#include <vector>

#include "liquid/std/tags/tags.h"
#include "liquid/syntax/fragment.h"
#include "liquid/value/ruby_text.h"

namespace tincture::liquid {

namespace {

class Cycle : public Tag {
 public:
  // `name`: the group's, when it has one; else `values_name`.
  Cycle(std::span<const Expression> values, std::optional<Expression> name, std::string values_name)
      : values_(values), name_(name), values_key_("\"" + values_name) {}

  void Render(Context& context, Output& output) const override {
    const Context::Scope scope(context, Context::Scope::Lazily());
    const std::string key = name_ ? Key(*name_, context) : std::string();
    if (context.failed()) return;
    context.loop_registers().read.cycles = true;
    uint32_t& place = context.loop_registers().cycles.try_emplace(name_ ? key : values_key_, 0).first->second;
    const Value value = place < values_.size() ? context.Evaluate(values_[place]) : Value();
    if (context.failed()) return;
    if (++place >= values_.size()) place = 0;
    context.Print(value, output);
  }

 private:
  // Two groups are one where their names are equal, a string's and a list's too.
  static std::string Key(const Expression& expression, Context& context) {
    const Value name = context.Evaluate(expression);
    std::string key;
    if (name.IsString()) return "\"" + std::string(name.AsString());
    AppendInspect(name, context.access(), key);
    return key;
  }

  std::span<const Expression> values_;
  std::optional<Expression> name_;
  std::string values_key_;
};

// Ruby's to_s of the list of values. A variable in it prints its object's address: no other tag's list is equal.
std::string NameOfValues(std::span<const Expression> values, TagParser& parser) {
  DropAccess access{parser.arena(), nullptr, {}};
  std::string name = "[";
  for (const Expression& value : values) {
    if (name.size() > 1) name += ", ";
    if (value.kind != Expression::Kind::kConstant) return "[" + parser.Identity();
    AppendInspect(value.constant, access, name);
  }
  return name + "]";
}

// The first fragment of each part between commas; parts without one, and nil, do not count.
std::span<const Expression> ParseValues(std::string_view markup, TagParser& parser) {
  std::vector<Expression> values;
  for (size_t at = 0; at <= markup.size();) {
    const size_t comma = std::min(markup.find(',', at), markup.size());
    const std::string_view part = markup.substr(at, comma - at);
    const auto fragment = FindFragment(part);
    const Expression value = fragment ? parser.ParseExpression(fragment->In(part)) : Expression();
    const bool is_nil = value.kind == Expression::Kind::kConstant && value.constant.IsNil();
    if (!is_nil) values.push_back(value);
    at = comma + 1;
  }
  return parser.arena().CopySpan(std::span<const Expression>(values));
}

bool ColonFollows(std::string_view markup, size_t at) { return markup.substr(SkipSpaces(markup, at), 1) == ":"; }

// \A(QuotedFragment)\s*:\s*(.*): the name's end. A fragment takes colons too, so it gives back until one follows.
std::optional<size_t> FindNameEnd(std::string_view markup) {
  const size_t quoted = SkipQuotedString(markup, 0);
  if (quoted != 0 && ColonFollows(markup, quoted)) return quoted;
  std::optional<size_t> last;
  size_t at = 0;
  for (size_t next = 0; at < markup.size(); at = next) {
    // One piece of the fragment at a time: a quoted string, or a character.
    const size_t string_end = SkipQuotedString(markup, at);
    next = string_end != at ? string_end : (SkipFragments(markup.substr(at, 1), 0) == 1 ? at + 1 : at);
    if (next == at) break;
    if (at > 0 && markup[at] == ':') last = at;
  }
  if (at > 0 && ColonFollows(markup, at)) return at;
  return last;
}

}  // namespace

std::unique_ptr<Tag> MakeCycle(TagParser& parser) {
  const std::string_view markup = parser.markup();
  if (const auto name_end = FindNameEnd(markup)) {
    const size_t values = SkipSpaces(markup, SkipSpaces(markup, *name_end) + 1);
    return std::make_unique<Cycle>(ParseValues(markup.substr(values), parser),
                                   parser.ParseExpression(markup.substr(0, *name_end)), "");
  }
  if (SkipFragments(markup, 0) == 0) {
    return parser.FailSyntax("Syntax Error in 'cycle' - Valid syntax: cycle [name :] var [, var2, var3 ...]");
  }
  const std::span<const Expression> values = ParseValues(markup, parser);
  return std::make_unique<Cycle>(values, std::nullopt, NameOfValues(values, parser));
}

}  // namespace tincture::liquid
