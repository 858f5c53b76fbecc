// downcase, upcase, capitalize.
#include "liquid/std/filters/filters.h"
#include "liquid/std/filters/text.h"
#include "liquid/support/utf8.h"
#include "liquid/syntax/liquid_error.h"
#include "liquid/value/letter_case.h"

namespace tincture::liquid {

namespace {

using Append = bool (*)(std::string_view, std::string&);

// Bytes that are no UTF-8 to Ruby, such as base64_decode gives: only ASCII letters have a case.
void AppendBytes(std::string_view bytes, Append first, Append rest, std::string& out) {
  for (size_t i = 0; i < bytes.size(); ++i) {
    const bool changed = IsAlpha(bytes[i]) && (i == 0 ? first : rest)(bytes.substr(i, 1), out);
    if (!changed) out += bytes[i];
  }
}

template <Append append, Append rest = append>
Value Change(const FilterCall& call) {
  const Text text = InputText(call);
  std::string out;
  out.reserve(text.bytes.size());
  if ((text.flags & kBinaryTagged) != 0) {
    AppendBytes(text.bytes, append, rest, out);
  } else if (!append(text.bytes, out)) {
    return call.Fail(kArgumentError, "input string invalid");
  }
  return Keep(call, out, text.flags);
}

}  // namespace

void AddCaseFilters(Environment& environment) {
  static constexpr Filter kFilters[] = {
      {"downcase", 0, 0, Change<AppendDowncase>},
      {"upcase", 0, 0, Change<AppendUpcase>},
      {"capitalize", 0, 0, Change<AppendCapitalized, AppendDowncase>},
  };
  environment.AddFilters(kFilters);
}

}  // namespace tincture::liquid
