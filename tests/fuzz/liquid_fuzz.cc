// Parses and renders whatever libFuzzer makes up. The first byte says how (kinds of bits below), the rest is the
// template; after a line "===" follows the source of every partial it names.
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "liquid/exec/template.h"
#include "liquid/std/standard.h"
#include "liquid/value/json.h"

namespace tincture::liquid {
namespace {

constexpr std::string_view kData = R"({
  "page": {"title": "A <b>title</b> & more", "n": 7, "price": 12.5, "tags": ["b", "a", "ä", null, 3], "url": "/a b/?q=1"},
  "posts": [{"title": "One", "n": 1, "date": "2020-02-29 12:00:00 +0200"}, {"title": "Two", "n": 2}, {"n": 2.5}],
  "pairs": {"x": 1, "y": [1, [2, [3]]], "z": {"deep": true}},
  "text": "Grüße,\n  one two\tthree ÀÉ \u2028 \ud83d\ude00", "big": 123456789012345678901234567890, "none": null, "yes": true,
  "last": 9223372036854775807, "first": -9223372036854775808, "huge": 1e308, "tiny": -1e-320, "list": [], "hash": {},
  "bytes": "w6nigqxB/2E=", "deep": [[[[[[[[1]]]]]]]], "mixed": [1, "a", null, 2.5, true, [3], {"n": 1}, -7]
})";

class OnePartial : public FileSystem {
 public:
  explicit OnePartial(std::string_view source) : source_(source) {}
  Result<std::string_view> Read(std::string_view) const override { return source_; }

 private:
  std::string_view source_;
};

struct Input {
  bool is_liquid5;
  bool raises_errors;
  bool is_strict;
  ErrorMode error_mode;
  std::string_view source;
  std::string_view partial;
};

Input Read(std::string_view bytes) {
  const auto how = static_cast<unsigned char>(bytes[0]);
  constexpr std::array kModes = {ErrorMode::kWarn, ErrorMode::kLax, ErrorMode::kStrict, ErrorMode::kWarn};
  Input input{(how & 1) != 0, (how & 2) != 0, (how & 4) != 0, kModes[(how >> 3) & 3], bytes.substr(1), {}};
  if (const size_t line = input.source.find("\n===\n"); line != std::string_view::npos) {
    input.partial = input.source.substr(line + 5);
    input.source = input.source.substr(0, line);
  }
  return input;
}

void Run(const Input& input) {
  Environment environment(input.is_liquid5 ? kLiquid5 : kLiquid4);
  environment.error_mode = input.error_mode;
  environment.strict_variables = environment.strict_filters = input.is_strict;
  AddStandardTags(environment);
  AddStandardFilters(environment);
  LiquidError error;
  const auto parsed = Template::Parse({.text = input.source, .path = "fuzz"}, environment, &error);
  if (parsed == nullptr) return;
  Arena arena;
  const OnePartial partial(input.partial);
  Context::Options options;
  options.globals = *ParseJson(kData, arena);
  options.files = &partial;
  options.raise_errors = input.raises_errors;
  options.node_limit = 20'000;
  options.byte_limit = 8 << 20;
  Context context(environment, options);
  Output output;
  parsed->Render(context, output);
}

}  // namespace
}  // namespace tincture::liquid

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size != 0) tincture::liquid::Run(tincture::liquid::Read({reinterpret_cast<const char*>(data), size}));
  return 0;
}
