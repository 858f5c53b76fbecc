// escape, h, escape_once, strip_html.
#include <algorithm>

#include "liquid/std/filters/filters.h"
#include "liquid/std/filters/text.h"
#include "liquid/support/utf8.h"

namespace tincture::liquid {

namespace {

constexpr size_t kNone = std::string_view::npos;

std::string_view EntityOf(char c) {
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

// After &: [a-zA-Z]+; or #\d+;
bool StartsReference(std::string_view rest) {
  const bool numeric = !rest.empty() && rest[0] == '#';
  const size_t start = numeric ? 1 : 0;
  size_t end = start;
  while (end < rest.size() && (numeric ? IsDigit(rest[end]) : IsAlpha(rest[end]))) ++end;
  return end > start && end < rest.size() && rest[end] == ';';
}

Value EscapeText(const FilterCall& call, const Text& text, bool keep_references) {
  std::string out;
  size_t copied = 0;
  for (size_t i = 0; i < text.bytes.size(); ++i) {
    const std::string_view entity = EntityOf(text.bytes[i]);
    if (entity.empty()) continue;
    if (keep_references && text.bytes[i] == '&' && StartsReference(text.bytes.substr(i + 1))) continue;
    out.append(text.bytes.substr(copied, i - copied)).append(entity);
    copied = i + 1;
  }
  if (copied == 0) return text.ToValue();
  return Keep(call, out.append(text.bytes.substr(copied)), text.flags);
}

Value Escape(const FilterCall& call) { return call.input.IsNil() ? Value() : EscapeText(call, InputText(call), false); }

Value EscapeOnce(const FilterCall& call) {
  const Text text = InputText(call);
  return CheckValid(call, text) ? EscapeText(call, text, true) : Value();
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
