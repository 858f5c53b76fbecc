#include "compat/plugins/scholar/pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <memory>

namespace tincture::compat::plugins::scholar {

namespace {

constexpr uint32_t kMatchLimit = 1000000;

pcre2_code* Code(void* code) { return static_cast<pcre2_code*>(code); }

struct Match {
  explicit Match(const pcre2_code* code)
      : data(pcre2_match_data_create_from_pattern(code, nullptr)), context(pcre2_match_context_create(nullptr)) {
    pcre2_set_match_limit(context, kMatchLimit);
  }
  ~Match() {
    pcre2_match_data_free(data);
    pcre2_match_context_free(context);
  }
  Match(const Match&) = delete;
  Match& operator=(const Match&) = delete;

  pcre2_match_data* data;
  pcre2_match_context* context;
};

bool Run(const pcre2_code* code, std::string_view text, size_t from, Match& match, Pattern::Groups& groups) {
  const int count =
      pcre2_match(code, reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), from, 0, match.data, match.context);
  if (count <= 0) return false;
  const PCRE2_SIZE* places = pcre2_get_ovector_pointer(match.data);
  groups.assign(pcre2_get_ovector_count(match.data), {});
  for (int i = 0; i < count; ++i) {
    if (places[2 * i] != PCRE2_UNSET) groups[i] = text.substr(places[2 * i], places[2 * i + 1] - places[2 * i]);
  }
  groups[0] = text.substr(places[0], places[1] - places[0]);
  return true;
}

// \b and \B as Ruby has them: marks belong to words.
std::string WithRubyBoundaries(std::string_view pattern) {
  constexpr std::string_view kBoundary =
      R"((?:(?<![\p{L}\p{M}\p{N}_])(?=[\p{L}\p{M}\p{N}_])|(?<=[\p{L}\p{M}\p{N}_])(?![\p{L}\p{M}\p{N}_])))";
  std::string out;
  for (size_t i = 0; i < pattern.size(); ++i) {
    const bool is_escape = pattern[i] == '\\' && i + 1 < pattern.size();
    if (is_escape && pattern[i + 1] == 'b') {
      out += kBoundary;
    } else if (is_escape && pattern[i + 1] == 'B') {
      out.append("(?!").append(kBoundary).append(")");
    } else if (is_escape) {
      out += pattern.substr(i, 2);
    } else {
      out += pattern[i];
      continue;
    }
    ++i;
  }
  return out;
}

}  // namespace

Pattern::Pattern(std::string_view ruby_pattern, bool ignore_case) {
  const std::string pattern = WithRubyBoundaries(ruby_pattern);
  int error = 0;
  PCRE2_SIZE place = 0;
  const uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_MULTILINE | PCRE2_DOLLAR_ENDONLY | PCRE2_MATCH_INVALID_UTF |
                           (ignore_case ? PCRE2_CASELESS : 0);
  code_ = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.data()), pattern.size(), options, &error, &place, nullptr);
  if (code_ != nullptr) pcre2_jit_compile(Code(code_), PCRE2_JIT_COMPLETE);
}

Pattern::~Pattern() { pcre2_code_free(Code(code_)); }

std::optional<Pattern::Groups> Pattern::Find(std::string_view text, size_t from) const {
  if (code_ == nullptr || text.data() == nullptr) return std::nullopt;
  Match match(Code(code_));
  Groups groups;
  if (!Run(Code(code_), text, from, match, groups)) return std::nullopt;
  return groups;
}

std::string Pattern::Replace(std::string_view text,
                             const std::function<std::string(const Groups&)>& replacement) const {
  std::string out;
  if (code_ == nullptr || text.empty()) return std::string(text);
  Match match(Code(code_));
  Groups groups;
  size_t copied = 0;
  for (size_t from = 0; from <= text.size() && Run(Code(code_), text, from, match, groups);) {
    const size_t start = static_cast<size_t>(groups[0].data() - text.data());
    out.append(text.substr(copied, start - copied));
    out += replacement(groups);
    copied = start + groups[0].size();
    from = groups[0].empty() ? copied + 1 : copied;
  }
  out.append(text.substr(copied));
  return out;
}

}  // namespace tincture::compat::plugins::scholar
