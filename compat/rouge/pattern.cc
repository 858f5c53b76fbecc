#include "compat/rouge/pattern.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <optional>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

namespace tincture::rouge {

namespace {

// No match of the conformance set needs a tenth of the short limit; the long one is reached in some hundredths of a
// second.
constexpr uint32_t kShortLimit = 100'000;
constexpr uint32_t kLongLimit = 5'000'000;
constexpr size_t kJitStackBytes = size_t{16} << 20;
constexpr uint32_t kHeapKilobytes = 64 << 10;
constexpr uint32_t kMostGroups = 64;
// Just-in-time compilation costs about ten interpreted attempts.
constexpr uint32_t kBusy = 40;

// \w is ASCII in Ruby but \b and [[:alpha:]] are not. PCRE2 would change all or none of them (PCRE2_UCP).
constexpr std::string_view kWord = R"([\w\p{Alphabetic}\p{M}\p{Nd}\p{Pc}])";
constexpr std::string_view kUnicodeClasses[][2] = {
    {"[:alpha:]", R"(\p{Alphabetic})"},
    {"[:alnum:]", R"(\p{Alphabetic}\p{Nd})"},
    {"[:word:]", R"(\p{Alphabetic}\p{M}\p{Nd}\p{Pc})"},
    {"[:upper:]", R"(\p{Uppercase})"},
    {"[:lower:]", R"(\p{Lowercase})"},
    {"[:digit:]", R"(\p{Nd})"},
    {"[:space:]", R"(\s\x{85}\p{Z})"},
    {"[:punct:]", R"(\p{P}$+<=>^`|~)"},
};

void AppendWordBoundary(std::string& out, bool negated) {
  const std::string word(kWord);
  const std::string here = "(?:(?<=" + word + ")(?!" + word + ")|(?<!" + word + ")(?=" + word + "))";
  out += negated ? "(?!" + here + ")" : here;
}

// Length of the POSIX class at `at`, whose Unicode meaning is appended; 0 where there is none.
size_t AppendPosixClass(std::string_view source, size_t at, std::string& out) {
  for (const auto& [name, meaning] : kUnicodeClasses) {
    if (source.substr(at).starts_with(name)) return out += meaning, name.size();
  }
  return 0;
}

// Ruby's names for properties, of which PCRE2 has no such. `rest` is what follows \p. Length taken; 0 for others.
size_t AppendProperty(std::string_view rest, bool in_class, std::string& out) {
  static constexpr std::string_view kProperties[][2] = {
      {"{Word}", R"(\p{Alphabetic}\p{M}\p{Nd}\p{Pc})"},
      {"{Alpha}", R"(\p{Alphabetic})"},
      {"{Alnum}", R"(\p{Alphabetic}\p{Nd})"},
      {"{Upper}", R"(\p{Uppercase})"},
      {"{Lower}", R"(\p{Lowercase})"},
      {"{Digit}", R"(\p{Nd})"},
      {"{Space}", R"(\s\x{85}\p{Z})"},
  };
  for (const auto& [name, meaning] : kProperties) {
    if (!rest.starts_with(name)) continue;
    out.append(in_class ? "" : "[").append(meaning).append(in_class ? "" : "]");
    return name.size();
  }
  return 0;
}

// Rewrites what PCRE2 understands otherwise: \h (a hexadecimal digit in Ruby) always, \b, \B and POSIX classes only for
// texts with other than ASCII letters.
std::string TranslateRuby(std::string_view source, bool unicode) {
  std::string out;
  bool in_class = false;
  for (size_t i = 0; i < source.size(); ++i) {
    const char c = source[i];
    if (c == '\\' && i + 1 < source.size()) {
      const char escaped = source[++i];
      const size_t property = escaped == 'p' ? AppendProperty(source.substr(i + 1), in_class, out) : 0;
      if (property > 0) {
        i += property;
      } else if (escaped == 'h') {
        out += in_class ? "0-9a-fA-F" : "[0-9a-fA-F]";
      } else if (unicode && !in_class && (escaped == 'b' || escaped == 'B')) {
        AppendWordBoundary(out, escaped == 'B');
      } else {
        out += {c, escaped};
      }
      continue;
    }
    if (in_class && c == '[' && source.substr(i).starts_with("[:")) {
      const size_t end = source.find(":]", i);
      const size_t length = unicode ? AppendPosixClass(source, i, out) : 0;
      if (length == 0 && end != source.npos) out += source.substr(i, end + 2 - i);
      if (end != source.npos) i = end + 1;
      continue;
    }
    out += c;
    // {,n} is {0,n}.
    if (!in_class && c == '{' && source.substr(i + 1).starts_with(",")) out += '0';
    if (!in_class && c == '[') {
      in_class = true;
      if (source.substr(i + 1).starts_with("^")) out += source[++i];
      // A bracket right after the opening one stands for itself.
      if (source.substr(i + 1).starts_with("]")) out += source[++i];
    } else if (in_class && c == ']') {
      in_class = false;
    }
  }
  return out;
}

// Rouge looks at the first character of the source, its flags apart.
bool BeginsLine(std::string_view source) {
  if (source.starts_with("(?") && source.size() > 2 && source[2] != ':') {
    const size_t end = source.find_first_not_of("imsx", 2);
    if (end != source.npos && source[end] == ')') source.remove_prefix(end + 1);
  }
  return source.starts_with("^");
}

struct Scratch {
  pcre2_match_data* data = pcre2_match_data_create(kMostGroups, nullptr);
  pcre2_jit_stack* stack = pcre2_jit_stack_create(size_t{32} << 10, kJitStackBytes, nullptr);
  pcre2_match_context* short_context = Context(kShortLimit);
  pcre2_match_context* long_context = Context(kLongLimit);

  pcre2_match_context* Context(uint32_t limit) const {
    pcre2_match_context* context = pcre2_match_context_create(nullptr);
    pcre2_set_match_limit(context, limit);
    pcre2_set_heap_limit(context, kHeapKilobytes);
    pcre2_jit_stack_assign(context, nullptr, stack);
    return context;
  }
  ~Scratch() {
    pcre2_match_context_free(long_context);
    pcre2_match_context_free(short_context);
    pcre2_jit_stack_free(stack);
    pcre2_match_data_free(data);
  }
};

Scratch& ThreadScratch() {
  thread_local Scratch scratch;
  return scratch;
}

pcre2_code* Compile(const std::string& source, uint32_t options, std::string* problem) {
  int error = 0;
  PCRE2_SIZE offset = 0;
  pcre2_compile_context* context = pcre2_compile_context_create(nullptr);
  pcre2_set_newline(context, PCRE2_NEWLINE_LF);
  pcre2_code* code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(source.data()), source.size(),
                                   options | PCRE2_MULTILINE, &error, &offset, context);
  pcre2_compile_context_free(context);
  if (code == nullptr && problem != nullptr) {
    char message[256] = {};
    pcre2_get_error_message(error, reinterpret_cast<PCRE2_UCHAR*>(message), sizeof message);
    *problem = std::string(message) + " at offset " + std::to_string(offset) + " of " + source;
  }
  return code;
}

std::mutex& CompileMutex() {
  static std::mutex mutex;
  return mutex;
}

}  // namespace

// A pattern ready to match; immutable but for the count of attempts. Has either `simple` or `code`.
struct Program {
  std::optional<SimplePattern> simple;
  pcre2_code* code = nullptr;
  bool jit = false;
  // Which first bytes can begin a match, where that is known and one is needed.
  std::optional<ByteSet> first;
  mutable std::atomic<uint32_t> tries = 0;

  ~Program() { pcre2_code_free(code); }
};

namespace {

std::optional<ByteSet> FindFirstBytes(const pcre2_code* code) {
  uint32_t can_be_empty = 0;
  pcre2_pattern_info(code, PCRE2_INFO_MATCHEMPTY, &can_be_empty);
  if (can_be_empty != 0) return std::nullopt;
  ByteSet set;
  uint32_t kind = 0;
  pcre2_pattern_info(code, PCRE2_INFO_FIRSTCODETYPE, &kind);
  if (kind == 1) {
    uint32_t first = 0;
    pcre2_pattern_info(code, PCRE2_INFO_FIRSTCODEUNIT, &first);
    set.set(first);
    // PCRE2 does not say whether it ignores case.
    const bool letter = (first | 0x20) >= 'a' && (first | 0x20) <= 'z';
    if (letter) set.set(first ^ 0x20);
    return set;
  }
  const uint8_t* map = nullptr;
  pcre2_pattern_info(code, PCRE2_INFO_FIRSTBITMAP, &map);
  if (map == nullptr) return std::nullopt;
  for (size_t i = 0; i < 256; ++i) set[i] = (map[i / 8] >> (i % 8)) & 1;
  return set;
}

bool IsAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<uint8_t>(c) < 0x80; });
}

bool HasAny(std::string_view text, std::initializer_list<std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) { return text.find(part) != text.npos; });
}

// Back references, conditions and subroutines.
bool RefersToGroups(std::string_view source) {
  const auto is_reference = [&](size_t at) {
    const char c = at + 1 < source.size() ? source[at + 1] : '\0';
    return (c >= '1' && c <= '9') || c == 'k' || c == 'g';
  };
  for (size_t at = source.find('\\'); at < source.size(); at = source.find('\\', at + 2)) {
    if (is_reference(at)) return true;
  }
  return HasAny(source, {"(?(", "(?R", "(?1", "(?&", "(?P"});
}

int Run(const Program& program, std::string_view text, pcre2_match_context* context) {
  Scratch& scratch = ThreadScratch();
  const auto* subject = reinterpret_cast<PCRE2_SPTR>(text.data());
  if (program.jit) {
    return pcre2_jit_match(program.code, subject, text.size(), 0, PCRE2_NO_UTF_CHECK, scratch.data, context);
  }
  return pcre2_match(program.code, subject, text.size(), 0, PCRE2_ANCHORED | PCRE2_NO_UTF_CHECK, scratch.data, context);
}

}  // namespace

Pattern::Pattern(std::string source, bool wants_groups)
    : source_(std::move(source)),
      begins_line_(BeginsLine(source_)),
      wants_groups_(wants_groups || RefersToGroups(source_)) {}

Pattern::~Pattern() = default;

// ASCII texts need no UTF-8, which is slower, where the pattern has no other letters either.
uint32_t Pattern::CompileOptions(bool unicode) const {
  const bool utf = unicode || !IsAscii(source_) || HasAny(source_, {"\\p", "\\P", "\\x", "\\X", "\\R", "\\u", "\\N"});
  return (utf ? PCRE2_UTF | PCRE2_NO_UTF_CHECK : 0u) | (wants_groups_ ? 0u : PCRE2_NO_AUTO_CAPTURE);
}

std::string Pattern::Problem() const {
  std::string problem;
  for (const bool unicode : {false, true}) {
    pcre2_code_free(Compile(TranslateRuby(source_, unicode), CompileOptions(unicode), &problem));
  }
  return problem;
}

const Program& Pattern::Ready(bool unicode) const {
  const Program* program = programs_[unicode].load(std::memory_order_acquire);
  return program != nullptr ? *program : *Prepare(unicode);
}

const Program* Pattern::Prepare(bool unicode) const {
  const std::scoped_lock lock(CompileMutex());
  if (const Program* ready = programs_[unicode].load()) return ready;
  auto program = std::make_unique<Program>();
  program->simple = SimplePattern::Of(source_, unicode);
  if (program->simple) {
    if (!program->simple->CanBeEmpty()) program->first = program->simple->FirstBytes();
  } else {
    // Not anchored when compiled: PCRE2 finds the set of first bytes only then.
    program->code = Compile(TranslateRuby(source_, unicode), CompileOptions(unicode), nullptr);
    if (program->code == nullptr) program->code = Compile("(?!)", 0, nullptr);
    program->first = FindFirstBytes(program->code);
  }
  owned_.push_back(std::move(program));
  programs_[unicode].store(owned_.back().get());
  return owned_.back().get();
}

const Program* Pattern::Promote(bool unicode, const Program* slow) const {
  const std::scoped_lock lock(CompileMutex());
  if (const Program* ready = programs_[unicode].load(); ready->jit) return ready;
  auto program = std::make_unique<Program>();
  program->code = Compile(TranslateRuby(source_, unicode), CompileOptions(unicode) | PCRE2_ANCHORED, nullptr);
  if (program->code == nullptr || pcre2_jit_compile(program->code, PCRE2_JIT_COMPLETE) != 0) return slow;
  program->jit = true;
  program->first = slow->first;
  owned_.push_back(std::move(program));
  programs_[unicode].store(owned_.back().get());
  return owned_.back().get();
}

const ByteSet* Pattern::FirstBytes(bool unicode) const {
  const Program& program = Ready(unicode);
  return program.first ? &*program.first : nullptr;
}

// Always by the just-in-time compiled program, which counts its steps in another way: how busy the pattern was before
// must not decide.
int Pattern::MatchLong(std::string_view text, bool unicode, const Program* program, MatchBudget& budget) const {
  if (!program->jit) program = Promote(unicode, program);
  const int count = Run(*program, text, ThreadScratch().short_context);
  if (count >= PCRE2_ERROR_NOMATCH || --budget.long_matches < 0) return count;
  return Run(*program, text, ThreadScratch().long_context);
}

Outcome Pattern::Match(std::string_view text, bool unicode, std::vector<size_t>& groups, MatchBudget& budget) const {
  const Program* program = &Ready(unicode);
  if (program->simple) {
    const size_t length = program->simple->Match(text);
    if (length == text.npos) return Outcome::kNoMatch;
    groups.assign({0, length});
    return Outcome::kMatch;
  }
  if (!program->jit && program->tries.fetch_add(1, std::memory_order_relaxed) == kBusy) {
    program = Promote(unicode, program);
  }
  int count = Run(*program, text, ThreadScratch().short_context);
  if (count < PCRE2_ERROR_NOMATCH) count = MatchLong(text, unicode, program, budget);
  if (count == PCRE2_ERROR_NOMATCH) return Outcome::kNoMatch;
  if (count < 0) return Outcome::kGaveUp;
  const PCRE2_SIZE* offsets = pcre2_get_ovector_pointer(ThreadScratch().data);
  groups.assign(offsets, offsets + 2 * (count == 0 ? kMostGroups : static_cast<uint32_t>(count)));
  return Outcome::kMatch;
}

bool Like(std::string_view text, const char* pattern) {
  thread_local std::map<const char*, std::unique_ptr<Pattern>> patterns;
  auto& compiled = patterns[pattern];
  if (!compiled) compiled = std::make_unique<Pattern>(pattern);
  std::vector<size_t> groups;
  MatchBudget budget;
  return !text.empty() && compiled->Match(text, true, groups, budget) == Outcome::kMatch;
}

}  // namespace tincture::rouge
