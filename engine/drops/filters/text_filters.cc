#include <cmath>
#include <optional>

#include "compat/text/encoding.h"
#include "compat/text/escape.h"
#include "compat/text/slugify.h"
#include "compat/text/url_escape.h"
#include "compat/text/words.h"
#include "engine/drops/filter_host.h"
#include "engine/drops/filters/filters.h"
#include "engine/drops/filters/json.h"
#include "engine/drops/filters/ruby_error.h"
#include "liquid/support/utf8.h"
#include "liquid/support/white_space.h"
#include "liquid/value/hash.h"
#include "liquid/value/number.h"
#include "liquid/value/ruby_class.h"
#include "liquid/value/ruby_text.h"

namespace tincture::engine {

namespace {

bool IsSlugifyMode(std::string_view mode) {
  return mode == "raw" || mode == "default" || mode == "pretty" || mode == "ascii" || mode == "latin";
}

Value Slugify(const liquid::FilterCall& call) {
  if (call.input.IsNil()) return Value();
  const Value mode_value = call.Arg(0).Truthy() ? call.Arg(0) : Value::String("default");
  const std::string_view mode = mode_value.IsString() ? mode_value.AsString() : "";
  const bool known = IsSlugifyMode(mode);
  if (!call.input.IsString()) return FailNoMethod(call, known ? "gsub" : "downcase", call.input);
  const FilterHost& host = HostOf(call.context);
  const std::string slug = text::Slugify(call.input.AsString(), mode, false, host.profile());
  if (known && slug.empty() && host.profile().empty_slugs_warned_of) {
    host.Warn("Warning:", "Empty `slug` generated for '" + std::string(call.input.AsString()) + "'.");
  }
  return MakeString(call, slug);
}

Value XmlEscape(const liquid::FilterCall& call) {
  return MakeString(call, text::XmlEscape(TextOf(call.input, call.access())));
}

Value CgiEscape(const liquid::FilterCall& call) {
  if (!call.input.IsString()) return FailNoConversion(call, call.input, "String");
  return MakeString(call, text::CgiEscape(call.input.AsString()));
}

Value UriEscape(const liquid::FilterCall& call) {
  if (call.input.IsNil()) return Value();
  if (!call.input.IsString()) {
    return call.Fail("TypeError", "Can't convert " + std::string(RubyClass(call.input)) + " into String.");
  }
  return MakeString(call, text::UriEscape(call.input.AsString()));
}

Value NormalizeWhitespace(const liquid::FilterCall& call) {
  std::string out;
  bool in_space = false;
  for (const char c : TextOf(call.input, call.access())) {
    const bool space = IsSpace(c);
    if (!space) out += c;
    if (space && !in_space) out += ' ';
    in_space = space;
  }
  return MakeString(call, Strip(out));
}

Value NumberOfWords(const liquid::FilterCall& call) {
  const Value mode = call.Arg(0);
  const bool cjk = mode.IsString() && mode.AsString() == "cjk";
  const bool automatic = mode.IsString() && mode.AsString() == "auto";
  if (!call.input.IsString()) return FailNoMethod(call, cjk || automatic ? "scan" : "split", call.input);
  const std::string_view text = call.input.AsString();
  const text::CjkCount count = cjk || automatic ? text::CountCjkWords(text) : text::CjkCount{};
  const bool by_script = cjk || (automatic && count.characters > 0);
  return Value::Int(static_cast<int64_t>(by_script ? count.characters + count.words : CountWords(text)));
}

Value Inspect(const liquid::FilterCall& call) {
  std::string text;
  // A page's to_liquid, which a variable gives, is a Hash; within a list it is the page itself.
  const bool is_hash = call.input.IsDrop() && call.input.AsDrop().ClassName() == "Hash";
  if (is_hash) {
    call.input.AsDrop().AppendTo(call.access(), text);
  } else {
    AppendInspect(call.input, call.access(), text);
  }
  const bool is_ascii = InspectsAsAscii(call.input) && IsAscii(text);
  return Value::String(call.arena().Copy(text::XmlEscape(text)), is_ascii ? kAsciiTagged : 0);
}

// JSON is UTF-8: text out of files in another encoding is converted.
Value InUtf8(const liquid::FilterCall& call) {
  if (!call.input.IsString() || IsValidUtf8(call.input.AsString())) return call.input;
  const Value config = HostOf(call.context).config();
  const Value name = config.IsHash() ? config.AsHash().Get("encoding") : Value();
  if (!name.IsString()) return call.input;
  const std::optional<std::string> utf8 = text::FindEncoding(name.AsString()).internal->ToUtf8(call.input.AsString());
  return utf8 ? MakeString(call, *utf8) : call.input;
}

Value Jsonify(const liquid::FilterCall& call) {
  std::string json;
  const Status status = AppendJson(InUtf8(call), JsonStyle::kCompact, call.access(), json);
  if (!status.ok()) return call.Fail(status.error());
  return MakeString(call, json);
}

Value FloatToInteger(const liquid::FilterCall& call, double number) {
  if (std::isfinite(number)) return TruncateFloat(number, call.arena());
  std::string name;
  AppendFloat(number, name);
  return call.Fail(liquid::kFloatDomainError, name);
}

Value ToInteger(const liquid::FilterCall& call) {
  switch (call.input.type()) {
    case Type::kNil:
      return Value::Int(0);
    case Type::kBool:
      return Value::Int(call.input.AsBool() ? 1 : 0);
    case Type::kInt:
    case Type::kBigInt:
      return call.input;
    case Type::kFloat:
      return FloatToInteger(call, call.input.AsFloat());
    case Type::kString:
      return tincture::ToInteger(call.input.AsString(), call.arena());
    case Type::kTime:
      return Value::Int(call.input.AsTime().seconds);
    default:
      return FailNoMethod(call, "to_i", call.input);
  }
}

constexpr liquid::Filter kFilters[] = {
    {"slugify", 0, 1, Slugify},
    {"xml_escape", 0, 0, XmlEscape},
    {"cgi_escape", 0, 0, CgiEscape},
    {"uri_escape", 0, 0, UriEscape},
    {"normalize_whitespace", 0, 0, NormalizeWhitespace},
    {"number_of_words", 0, 1, NumberOfWords},
    {"inspect", 0, 0, Inspect},
    {"jsonify", 0, 0, Jsonify},
    {"to_integer", 0, 0, ToInteger},
};

}  // namespace

std::span<const liquid::Filter> TextFilters() { return kFilters; }

}  // namespace tincture::engine
