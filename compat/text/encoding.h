// The encodings that `encoding:` names, as Ruby's File.read takes them: the bytes of a file stay what they are and
// travel as they are through Liquid; YAML, kramdown and Sass ask for UTF-8. ICU's tables convert.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tincture::text {

struct Encoding {
  enum class Kind : uint8_t {
    kUtf8,
    kAscii,   // whatever is beyond ASCII is invalid
    kBinary,  // anything is valid, and nothing beyond ASCII can be converted
    kTable,   // one that holds ASCII, by ICU's table
    kWide,    // UTF-16 and others that do not hold ASCII: File.read refuses them
  };

  std::string_view name;  // Ruby's
  Kind kind = Kind::kUtf8;
  const char* table = nullptr;  // ICU's name

  bool is_utf8() const { return kind == Kind::kUtf8; }
  bool IsValid(std::string_view bytes) const;
  // Nothing where it cannot be.
  std::optional<std::string> ToUtf8(std::string_view bytes) const;
  std::optional<std::string> FromUtf8(std::string_view text) const;
  bool Holds(uint32_t code_point) const;
};

// "external:internal": what is read as the one and becomes the other; the same without a colon.
struct FileEncoding {
  const Encoding* external;
  const Encoding* internal;
};

// By Ruby's names and aliases, in any case. A name that Ruby does not know is ignored, as File.read does: UTF-8.
FileEncoding FindEncoding(std::string_view name);

}  // namespace tincture::text
