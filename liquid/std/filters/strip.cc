// strip, lstrip, rstrip, strip_newlines, newline_to_br.
#include "liquid/std/filters/filters.h"
#include "liquid/std/filters/text.h"
#include "liquid/support/text_builder.h"
#include "liquid/support/utf8.h"

namespace tincture::liquid {

namespace {

template <std::string_view (*strip)(std::string_view)>
Value View(const FilterCall& call) {
  const Text text = InputText(call);
  return Value::String(strip(text.bytes), text.flags);
}

// /\r?\n/ by `replacement`.
Value ReplaceNewlines(const FilterCall& call, std::string_view replacement, bool with_return) {
  const Text text = InputText(call);
  if (!CheckValid(call, text)) return Value();
  std::string_view rest = text.bytes;
  size_t at = rest.find('\n');
  if (at == std::string_view::npos) return text.ToValue();
  TextBuilder out(call.arena(), text.bytes.size() + 2 * replacement.size());
  for (; at != std::string_view::npos; at = rest.find('\n')) {
    const bool has_return = with_return && at > 0 && rest[at - 1] == '\r';
    out.Append(rest.substr(0, has_return ? at - 1 : at));
    out.Append(replacement);
    rest.remove_prefix(at + 1);
  }
  out.Append(rest);
  return Value::String(out.Finish(), text.flags);
}

Value StripNewlines(const FilterCall& call) { return ReplaceNewlines(call, "", true); }

Value NewlineToBr(const FilterCall& call) {
  return ReplaceNewlines(call, "<br />\n", call.dialect().newline_to_br_takes_return);
}

}  // namespace

void AddStripFilters(Environment& environment) {
  static constexpr Filter kFilters[] = {
      {"strip", 0, 0, View<Strip>},         {"lstrip", 0, 0, View<StripLeft>},
      {"rstrip", 0, 0, View<StripRight>},   {"strip_newlines", 0, 0, StripNewlines},
      {"newline_to_br", 0, 0, NewlineToBr},
  };
  environment.AddFilters(kFilters);
}

}  // namespace tincture::liquid
