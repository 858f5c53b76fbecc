// escape, h, escape_once, strip_html.
#include <algorithm>
#include <array>

#include "liquid/std/filters/filters.h"
#include "liquid/std/filters/text.h"
#include "liquid/support/utf8.h"

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

// How many bytes longer each byte's entity is; 0 for those that have none.
constexpr std::array<uint8_t, 256> kGrowth = [] {
  std::array<uint8_t, 256> growth{};
  for (const char c : {'&', '<', '>', '"', '\''}) {
    growth[static_cast<unsigned char>(c)] = static_cast<uint8_t>(EntityOf(c).size() - 1);
  }
  return growth;
}();

uint8_t GrowthOf(char c) { return kGrowth[static_cast<unsigned char>(c)]; }

// After &: [a-zA-Z]+; or #\d+;
bool StartsReference(std::string_view rest) {
  const bool numeric = !rest.empty() && rest[0] == '#';
  const size_t start = numeric ? 1 : 0;
  size_t end = start;
  while (end < rest.size() && (numeric ? IsDigit(rest[end]) : IsAlpha(rest[end]))) ++end;
  return end > start && end < rest.size() && rest[end] == ';';
}

// Counts first, then writes straight into the arena: pages are escaped whole.
Value Escape(const FilterCall& call) {
  if (call.input.IsNil()) return Value();
  const Text text = InputText(call);
  size_t size = text.bytes.size();
  for (const char c : text.bytes) size += GrowthOf(c);
  if (size == text.bytes.size()) return text.ToValue();
  char* const out = call.arena().AllocateChars(size);
  char* end = out;
  for (const char c : text.bytes) {
    if (GrowthOf(c) == 0) {
      *end++ = c;
    } else {
      const std::string_view entity = EntityOf(c);
      end = std::copy(entity.begin(), entity.end(), end);
    }
  }
  return Value::String({out, size}, text.flags);
}

Value EscapeOnce(const FilterCall& call) {
  const Text text = InputText(call);
  if (!CheckValid(call, text)) return Value();
  std::string out;
  size_t copied = 0;
  for (size_t i = 0; i < text.bytes.size(); ++i) {
    const char c = text.bytes[i];
    if (GrowthOf(c) == 0 || (c == '&' && StartsReference(text.bytes.substr(i + 1)))) continue;
    out.append(text.bytes.substr(copied, i - copied)).append(EntityOf(c));
    copied = i + 1;
  }
  if (copied == 0) return text.ToValue();
  return Keep(call, out.append(text.bytes.substr(copied)), text.flags);
}

// What strip_html drops with all that is inside.
struct Block {
  std::string_view begin;
  std::string_view end;
  bool unclosed = false;  // no end lies ahead: looked for once only
};

// Where the block that begins at `at` ends; kNone where none does.
size_t EndOfBlock(std::string_view text, size_t at, std::span<Block> blocks) {
  for (Block& block : blocks) {
    if (block.unclosed || !text.substr(at).starts_with(block.begin)) continue;
    const size_t end = text.find(block.end, at + block.begin.size());
    if (end != kNone) return end + block.end.size();
    block.unclosed = true;
  }
  return kNone;
}

std::string DropBlocks(std::string_view text) {
  Block blocks[] = {{"<script", "</script>"}, {"<!--", "-->"}, {"<style", "</style>"}};
  std::string out;
  size_t copied = 0;
  for (size_t at = text.find('<'); at != kNone; at = text.find('<', at)) {
    const size_t end = EndOfBlock(text, at, blocks);
    if (end == kNone) {
      ++at;
      continue;
    }
    out += text.substr(copied, at - copied);
    copied = at = end;
  }
  return out.append(text.substr(copied));
}

std::string DropTags(std::string_view text) {
  std::string out;
  while (true) {
    const size_t begin = text.find('<');
    const size_t end = begin == kNone ? kNone : text.find('>', begin);
    if (end == kNone) return out.append(text);
    out += text.substr(0, begin);
    text.remove_prefix(end + 1);
  }
}

Value StripHtml(const FilterCall& call) {
  const Text text = InputText(call);
  if (!CheckValid(call, text)) return Value();
  if (text.bytes.find('<') == kNone) return text.ToValue();
  return Keep(call, DropTags(DropBlocks(text.bytes)), text.flags);
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
