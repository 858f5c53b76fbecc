// downcase, upcase, capitalize.
#include "liquid/std/filters/filters.h"
#include "liquid/std/filters/text.h"
#include "liquid/syntax/liquid_error.h"
#include "liquid/value/letter_case.h"

namespace tincture::liquid {

namespace {

template <bool (*append)(std::string_view, std::string&)>
Value Change(const FilterCall& call) {
  const Text text = InputText(call);
  std::string out;
  out.reserve(text.bytes.size());
  if (!append(text.bytes, out)) return call.Fail(kArgumentError, "input string invalid");
  return Keep(call, out, text.flags);
}

}  // namespace

void AddCaseFilters(Environment& environment) {
  static constexpr Filter kFilters[] = {
      {"downcase", 0, 0, Change<AppendDowncase>},
      {"upcase", 0, 0, Change<AppendUpcase>},
      {"capitalize", 0, 0, Change<AppendCapitalized>},
  };
  environment.AddFilters(kFilters);
}

}  // namespace tincture::liquid
