// escape, h, escape_once, strip_html.
#include <algorithm>
#include <optional>

#include "liquid/std/filters/byte_texts.h"
#include "liquid/std/filters/filters.h"
#include "liquid/std/filters/text.h"
#include "liquid/support/text_builder.h"
#include "liquid/support/text_search.h"
#include "liquid/support/utf8.h"
#include "liquid/support/words.h"

namespace tincture::liquid {

namespace {

constexpr size_t kNone = std::string_view::npos;

constexpr std::string_view EntityOf(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

// A byte of the word may have an entity: " and & and ' (and #) are 0x27 but for the bits of 0x05, < and > are 0x3E but
// for 0x02.
bool MayHaveEntity(uint64_t word) {
  const uint64_t quotes = (word | Repeated(0x05)) ^ Repeated(0x27);
  const uint64_t brackets = (word | Repeated(0x02)) ^ Repeated(0x3E);
  return (ZeroBytes(quotes) | ZeroBytes(brackets)) != 0;
}

// The first place from `at` on where an entity may be needed: within eight bytes of it, where there are so many.
size_t SkipPlain(std::string_view text, size_t at) {
  while (at + 8 <= text.size() && !MayHaveEntity(WordAt(text.data() + at))) at += 8;
  if (at + 8 > text.size()) {
    while (at < text.size() && EntityOf(text[at]).empty()) ++at;
  }
  return at;
}

// After &: [a-zA-Z]+; or #\d+;
bool StartsReference(std::string_view rest) {
  const bool numeric = !rest.empty() && rest[0] == '#';
  const size_t start = numeric ? 1 : 0;
  size_t end = start;
  while (end < rest.size() && (numeric ? IsDigit(rest[end]) : IsAlpha(rest[end]))) ++end;
  return end > start && end < rest.size() && rest[end] == ';';
}

Value Escape(const FilterCall& call) {
  if (call.input.IsNil()) return Value();
  static constexpr ByteTexts kEscaped = MakeByteTexts([](char c) { return TextOfByte(c, EntityOf(c)); });
  constexpr size_t kStep = 16;
  const Text text = InputText(call);
  std::string_view rest = text.bytes;
  size_t plain = SkipPlain(rest, 0);
  if (plain == rest.size()) return text.ToValue();
  TextBuilder out(call.arena(), rest.size() + rest.size() / 4 + kStep * sizeof(ByteText));
  for (; !rest.empty(); plain = SkipPlain(rest, 0)) {
    out.Append(rest.substr(0, plain));
    rest.remove_prefix(plain);
    AppendBytes(rest.substr(0, kStep), kEscaped, out);
    rest.remove_prefix(std::min(kStep, rest.size()));
  }
  return Value::String(out.Finish(), text.flags);
}

Value EscapeOnce(const FilterCall& call) {
  const Text text = InputText(call);
  if (!CheckValid(call, text)) return Value();
  std::string_view rest = text.bytes;
  TextBuilder out(call.arena(), rest.size() + rest.size() / 8);
  size_t copied = 0;
  for (size_t at = SkipPlain(rest, 0); at < rest.size(); at = SkipPlain(rest, at + 1)) {
    const std::string_view entity = EntityOf(rest[at]);
    if (entity.empty() || (rest[at] == '&' && StartsReference(rest.substr(at + 1)))) continue;
    out.Append(rest.substr(copied, at - copied));
    out.Append(entity);
    copied = at + 1;
  }
  out.Append(rest.substr(copied));
  return Value::String(out.Finish(), text.flags);
}

// What strip_html drops with all that is inside.
struct Block {
  std::string_view begin;
  std::string_view end;
  bool unclosed = false;  // no end lies ahead: looked for once only
};

// Where the block that begins at `at` ends; kNone where none does.
size_t EndOfBlock(std::string_view text, size_t at, std::span<Block> blocks) {
  const char second = at + 1 < text.size() ? text[at + 1] : '\0';
  if (second != 's' && second != '!') return kNone;
  for (Block& block : blocks) {
    if (block.unclosed || !text.substr(at).starts_with(block.begin)) continue;
    const size_t end = FindText(text, block.end, at + block.begin.size());
    if (end != kNone) return end + block.end.size();
    block.unclosed = true;
  }
  return kNone;
}

// The text itself where it has no blocks.
std::string_view WithoutBlocks(std::string_view text, Arena& arena) {
  Block blocks[] = {{"<script", "</script>"}, {"<!--", "-->"}, {"<style", "</style>"}};
  std::optional<TextBuilder> out;
  size_t copied = 0;
  for (size_t at = text.find('<'); at != kNone; at = text.find('<', at)) {
    const size_t end = EndOfBlock(text, at, blocks);
    if (end == kNone) {
      ++at;
      continue;
    }
    if (!out) out.emplace(arena, text.size());
    out->Append(text.substr(copied, at - copied));
    copied = at = end;
  }
  if (!out) return text;
  out->Append(text.substr(copied));
  return out->Finish();
}

std::string_view WithoutTags(std::string_view text, Arena& arena) {
  TextBuilder out(arena, text.size());
  while (true) {
    const size_t begin = text.find('<');
    const size_t end = begin == kNone ? kNone : text.find('>', begin);
    if (end == kNone) break;
    out.Append(text.substr(0, begin));
    text.remove_prefix(end + 1);
  }
  out.Append(text);
  return out.Finish();
}

Value StripHtml(const FilterCall& call) {
  const Text text = InputText(call);
  if (!CheckValid(call, text)) return Value();
  if (text.bytes.find('<') == kNone) return text.ToValue();
  return Value::String(WithoutTags(WithoutBlocks(text.bytes, call.arena()), call.arena()), text.flags);
}

}  // namespace

void AddHtmlFilters(Environment& environment) {
  static constexpr Filter kFilters[] = {
      {"escape", 0, 0, Escape},
      {"h", 0, 0, Escape},
      {"escape_once", 0, 0, EscapeOnce},
      {"strip_html", 0, 0, StripHtml},
  };
  environment.AddFilters(kFilters);
}

}  // namespace tincture::liquid
