// append, prepend, replace, replace_first, replace_last, remove, remove_first, remove_last.
#include <algorithm>

#include "liquid/std/filters/filters.h"
#include "liquid/std/filters/text.h"
#include "liquid/support/text_builder.h"
#include "liquid/support/text_search.h"
#include "liquid/support/utf8.h"

namespace tincture::liquid {

namespace {

constexpr size_t kNone = std::string_view::npos;

Value Joined(const FilterCall& call, const Text& a, const Text& b) {
  if (b.bytes.empty()) return a.ToValue();
  if (!CheckJoins(call, a, b)) return Value();
  const size_t size = a.bytes.size() + b.bytes.size();
  char* out = call.arena().AllocateChars(size);
  std::copy(b.bytes.begin(), b.bytes.end(), std::copy(a.bytes.begin(), a.bytes.end(), out));
  return Value::String({out, size}, JoinedFlags(a, b));
}

Value Append(const FilterCall& call) { return Joined(call, InputText(call), TextOf(call, call.args[0])); }
Value Prepend(const FilterCall& call) { return Joined(call, TextOf(call, call.args[0]), InputText(call)); }

// One match within a text.
struct Match {
  std::string_view text;
  size_t start;
  size_t size;
};

// What String#gsub makes of a replacement: \0 and \& are the match, \` and \' what surrounds it, \1 to \9 and \+
// nothing,
// \\ a backslash. False: the call has failed.
bool AppendReplacement(const FilterCall& call, std::string_view replacement, const Match& match, TextBuilder& out) {
  for (size_t i = 0; i < replacement.size(); ++i) {
    if (replacement[i] != '\\' || i + 1 == replacement.size()) {
      out.Append(replacement[i]);
      continue;
    }
    const char c = replacement[++i];
    switch (c) {
      case '0':
      case '&':
        out.Append(match.text.substr(match.start, match.size));
        break;
      case '`':
        out.Append(match.text.substr(0, match.start));
        break;
      case '\'':
        out.Append(match.text.substr(match.start + match.size));
        break;
      case '\\':
        out.Append('\\');
        break;
      case '+':
        break;
      case 'k':
        if (replacement.substr(i + 1).starts_with('<')) {
          const size_t end = replacement.find('>', i + 2);
          if (end == kNone) {
            call.Fail("RuntimeError", "invalid group name reference format");
          } else {
            const std::string name(replacement.substr(i + 2, end - i - 2));
            call.Fail("IndexError", "undefined group name reference: " + name);
          }
          return false;
        }
        out.Append("\\k");
        break;
      default:
        if (IsDigit(c)) break;
        out.Append('\\');
        out.Append(c);
    }
  }
  return true;
}

// Where the pattern is next; an empty one fits before every character and at the end.
size_t NextMatch(std::string_view text, std::string_view pattern, size_t from) {
  if (!pattern.empty()) return FindText(text, pattern, from);
  const size_t next = from + (from < text.size() ? DecodeUtf8(text.substr(from)).size : 1);
  return next <= text.size() ? next : kNone;
}

// String#gsub, or sub where `limit` is 1.
Value Substitute(const FilterCall& call, const Text& replacement, size_t limit) {
  const Text text = InputText(call);
  const std::string_view pattern = TextOf(call, call.args[0]).bytes;
  size_t at = FindText(text.bytes, pattern);
  if (at == kNone || (pattern.empty() && replacement.bytes.empty())) return text.ToValue();
  const bool plain = replacement.bytes.find('\\') == kNone;
  const size_t growth = std::max(replacement.bytes.size(), pattern.size()) - pattern.size();
  TextBuilder out(call.arena(), text.bytes.size() + 4 * growth);
  size_t copied = 0;
  for (size_t count = 0; at != kNone && count < limit; ++count) {
    out.Append(text.bytes.substr(copied, at - copied));
    if (plain) {
      out.Append(replacement.bytes);
    } else if (!AppendReplacement(call, replacement.bytes, {text.bytes, at, pattern.size()}, out)) {
      return Value();
    }
    copied = at + pattern.size();
    at = NextMatch(text.bytes, pattern, copied);
  }
  const uint8_t flags = JoinedFlags(text, replacement);
  out.Append(text.bytes.substr(copied));
  return Value::String(out.Finish(), flags);
}

Text Replacement(const FilterCall& call) { return call.args.size() > 1 ? TextOf(call, call.args[1]) : Text{}; }

Value Replace(const FilterCall& call) { return Substitute(call, Replacement(call), kNone); }
Value ReplaceFirst(const FilterCall& call) { return Substitute(call, Replacement(call), 1); }
Value Remove(const FilterCall& call) { return Substitute(call, Text{}, kNone); }
Value RemoveFirst(const FilterCall& call) { return Substitute(call, Text{}, 1); }

// Takes the replacement as it is: no backslashes here.
Value SubstituteLast(const FilterCall& call, const Text& replacement) {
  const Text text = InputText(call);
  const std::string_view pattern = TextOf(call, call.args[0]).bytes;
  const size_t at = text.bytes.rfind(pattern);
  if (at == kNone) return text.ToValue();
  std::string out(text.bytes.substr(0, at));
  out.append(replacement.bytes).append(text.bytes.substr(at + pattern.size()));
  return Keep(call, out, JoinedFlags(text, replacement));
}

Value ReplaceLast(const FilterCall& call) { return SubstituteLast(call, Replacement(call)); }
Value RemoveLast(const FilterCall& call) { return SubstituteLast(call, Text{}); }

}  // namespace

void AddReplaceFilters(Environment& environment) {
  static constexpr Filter kFilters[] = {
      {"append", 1, 1, Append},   {"prepend", 1, 1, Prepend},
      {"replace", 1, 2, Replace}, {"replace_first", 1, 2, ReplaceFirst},
      {"remove", 1, 1, Remove},   {"remove_first", 1, 1, RemoveFirst},
  };
  static constexpr Filter kLiquid5Filters[] = {
      {"replace_last", 2, 2, ReplaceLast},
      {"remove_last", 1, 1, RemoveLast},
  };
  environment.AddFilters(kFilters);
  if (environment.dialect.has_liquid5_filters) environment.AddFilters(kLiquid5Filters);
}

}  // namespace tincture::liquid
