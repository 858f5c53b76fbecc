#include "compat/rouge/pattern.h"

#include <bitset>
#include <map>
#include <mutex>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

namespace tincture::rouge {

namespace {

// Ten times what the longest sample of the conformance set needs; reached in well under a second.
constexpr uint32_t kMatchLimit = 5'000'000;
constexpr size_t kJitStackBytes = size_t{16} << 20;
constexpr uint32_t kMostGroups = 64;
// Just-in-time compilation costs about ten interpreted attempts.
constexpr uint32_t kBusy = 40;

// \w is ASCII in Ruby but \b and [[:alpha:]] are not. PCRE2 would change all or none of them (PCRE2_UCP).
constexpr std::string_view kWord = R"([\w\p{L}\p{M}\p{Nd}\p{Pc}])";
constexpr std::string_view kUnicodeClasses[][2] = {
    {"[:alpha:]", R"(\p{L}\p{M}\p{Nl})"},
    {"[:alnum:]", R"(\p{L}\p{M}\p{Nl}\p{Nd})"},
    {"[:word:]", R"(\p{L}\p{M}\p{Nd}\p{Pc})"},
    {"[:upper:]", R"(\p{Lu})"},
    {"[:lower:]", R"(\p{Ll})"},
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
      {"{Word}", R"(\p{L}\p{M}\p{Nd}\p{Pc})"},
      {"{Alpha}", R"(\p{L}\p{M}\p{Nl})"},
      {"{Alnum}", R"(\p{L}\p{M}\p{Nl}\p{Nd})"},
      {"{Upper}", R"(\p{Lu})"},
      {"{Lower}", R"(\p{Ll})"},
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
  pcre2_match_context* context = pcre2_match_context_create(nullptr);
  pcre2_jit_stack* stack = pcre2_jit_stack_create(size_t{32} << 10, kJitStackBytes, nullptr);

  Scratch() {
    pcre2_set_match_limit(context, kMatchLimit);
    pcre2_jit_stack_assign(context, nullptr, stack);
  }
  ~Scratch() {
    pcre2_jit_stack_free(stack);
    pcre2_match_context_free(context);
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
  pcre2_code* code =
      pcre2_compile(reinterpret_cast<PCRE2_SPTR>(source.data()), source.size(),
                    options | PCRE2_UTF | PCRE2_NO_UTF_CHECK | PCRE2_MULTILINE, &error, &offset, context);
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

// A compiled expression; immutable but for the count of attempts.
struct Program {
  pcre2_code* code = nullptr;
  bool jit = false;
  // Which first bytes can begin a match, where PCRE2 knows.
  bool knows_first = false;
  std::bitset<256> first;
  mutable std::atomic<uint32_t> tries = 0;

  ~Program() { pcre2_code_free(code); }
};

namespace {

void FindFirstBytes(Program& program) {
  uint32_t can_be_empty = 0;
  pcre2_pattern_info(program.code, PCRE2_INFO_MATCHEMPTY, &can_be_empty);
  if (can_be_empty != 0) return;
  uint32_t kind = 0;
  pcre2_pattern_info(program.code, PCRE2_INFO_FIRSTCODETYPE, &kind);
  const uint8_t* map = nullptr;
  pcre2_pattern_info(program.code, PCRE2_INFO_FIRSTBITMAP, &map);
  program.knows_first = kind == 1 || map != nullptr;
  if (kind == 1) {
    uint32_t first = 0;
    pcre2_pattern_info(program.code, PCRE2_INFO_FIRSTCODEUNIT, &first);
    program.first.set(first);
    // PCRE2 does not say whether it ignores case.
    const bool letter = (first | 0x20) >= 'a' && (first | 0x20) <= 'z';
    if (letter) program.first.set(first ^ 0x20);
    return;
  }
  if (map == nullptr) return;
  for (size_t i = 0; i < 256; ++i) program.first[i] = (map[i / 8] >> (i % 8)) & 1;
}

}  // namespace

Pattern::Pattern(std::string source) : source_(std::move(source)), begins_line_(BeginsLine(source_)) {}

Pattern::~Pattern() = default;

std::string Pattern::Problem() const {
  std::string problem;
  for (const bool unicode : {false, true}) {
    pcre2_code_free(Compile(TranslateRuby(source_, unicode), 0, &problem));
  }
  return problem;
}

const Program* Pattern::Prepare(bool unicode) const {
  const std::scoped_lock lock(CompileMutex());
  if (const Program* ready = programs_[unicode].load()) return ready;
  auto program = std::make_unique<Program>();
  // Not anchored when compiled: PCRE2 finds the set of first bytes only then.
  program->code = Compile(TranslateRuby(source_, unicode), 0, nullptr);
  if (program->code == nullptr) program->code = Compile("(?!)", 0, nullptr);
  FindFirstBytes(*program);
  owned_.push_back(std::move(program));
  programs_[unicode].store(owned_.back().get());
  return owned_.back().get();
}

const Program* Pattern::Promote(bool unicode, const Program* slow) const {
  const std::scoped_lock lock(CompileMutex());
  if (const Program* ready = programs_[unicode].load(); ready->jit) return ready;
  auto program = std::make_unique<Program>();
  program->code = Compile(TranslateRuby(source_, unicode), PCRE2_ANCHORED, nullptr);
  if (program->code == nullptr || pcre2_jit_compile(program->code, PCRE2_JIT_COMPLETE) != 0) return slow;
  program->jit = true;
  program->knows_first = slow->knows_first;
  program->first = slow->first;
  owned_.push_back(std::move(program));
  programs_[unicode].store(owned_.back().get());
  return owned_.back().get();
}

Outcome Pattern::Match(std::string_view text, bool unicode, std::vector<size_t>& groups) const {
  const Program* program = programs_[unicode].load(std::memory_order_acquire);
  if (program == nullptr) program = Prepare(unicode);
  if (program->knows_first && !program->first[static_cast<uint8_t>(text[0])]) return Outcome::kNoMatch;
  if (!program->jit && program->tries.fetch_add(1, std::memory_order_relaxed) == kBusy)
    program = Promote(unicode, program);
  Scratch& scratch = ThreadScratch();
  const auto* subject = reinterpret_cast<PCRE2_SPTR>(text.data());
  const int count = program->jit ? pcre2_jit_match(program->code, subject, text.size(), 0, PCRE2_NO_UTF_CHECK,
                                                   scratch.data, scratch.context)
                                 : pcre2_match(program->code, subject, text.size(), 0,
                                               PCRE2_ANCHORED | PCRE2_NO_UTF_CHECK, scratch.data, scratch.context);
  if (count == PCRE2_ERROR_NOMATCH) return Outcome::kNoMatch;
  if (count < 0) return Outcome::kGaveUp;
  const PCRE2_SIZE* offsets = pcre2_get_ovector_pointer(scratch.data);
  groups.assign(offsets, offsets + 2 * count);
  return Outcome::kMatch;
}

bool Like(std::string_view text, const char* pattern) {
  thread_local std::map<const char*, std::unique_ptr<Pattern>> patterns;
  auto& compiled = patterns[pattern];
  if (!compiled) compiled = std::make_unique<Pattern>(pattern);
  std::vector<size_t> groups;
  return !text.empty() && compiled->Match(text, true, groups) == Outcome::kMatch;
}

}  // namespace tincture::rouge
