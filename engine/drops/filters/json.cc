#include "engine/drops/filters/json.h"

#include <cmath>
#include <string_view>
#include <vector>

#include "liquid/support/utf8.h"
#include "liquid/value/hash.h"
#include "liquid/value/number.h"
#include "liquid/value/ruby_text.h"

namespace tincture::engine {

namespace {

// Ruby's max_nesting.
constexpr int kMaxDepth = 100;

struct Member {
  std::string_view key;
  Value value;
};

class Generator {
 public:
  Generator(JsonStyle style, DropAccess& access, std::string& out)
      : pretty_(style == JsonStyle::kPretty), access_(access), out_(out) {}

  Status Run(const Value& value) {
    Append(value);
    if (!error_.kind.empty()) return error_;
    return {};
  }

 private:
  void Fail(std::string kind, std::string message) {
    if (error_.kind.empty()) error_ = {.kind = std::move(kind), .message = std::move(message)};
  }
  bool failed() const { return !error_.kind.empty(); }

  void Append(const Value& value) {
    switch (value.type()) {
      case Type::kNil:
        out_ += "null";
        break;
      case Type::kBool:
      case Type::kInt:
      case Type::kBigInt:
        AppendText(value, access_, out_);
        break;
      case Type::kFloat:
        AppendNumber(value.AsFloat());
        break;
      case Type::kArray:
        AppendArray(value.AsArray());
        break;
      case Type::kHash:
        AppendMembers(MembersOf(value.AsHash()));
        break;
      case Type::kDrop:
        AppendDrop(value.AsDrop());
        break;
      default:
        AppendString(TextOf(value, access_));
    }
  }

  void AppendNumber(double number) {
    if (std::isfinite(number)) return AppendFloat(number, out_);
    // Ruby's message begins with the line of its generator that raises it.
    std::string name = std::isnan(number) ? "1003: " : "1000: ";
    AppendFloat(number, name);
    Fail("JSON::GeneratorError", name + " not allowed in JSON");
  }

  void AppendString(std::string_view text) {
    if (!IsValidUtf8(text)) return Fail("JSON::GeneratorError", "source sequence is illegal/malformed utf-8");
    out_ += '"';
    for (const char c : text) AppendCharacter(c);
    out_ += '"';
  }

  void AppendCharacter(char c) {
    constexpr std::string_view kHex = "0123456789abcdef";
    constexpr std::string_view kSpecial = "\"\\\b\f\n\r\t";
    constexpr std::string_view kLetters = "\"\\bfnrt";
    const size_t special = kSpecial.find(c);
    if (special != std::string_view::npos) {
      out_ += '\\';
      out_ += kLetters[special];
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out_ += "\\u00";
      out_ += kHex[static_cast<size_t>(c) >> 4];
      out_ += kHex[static_cast<size_t>(c) & 15];
    } else {
      out_ += c;
    }
  }

  bool Enter() {
    if (++depth_ <= kMaxDepth) return true;
    Fail("JSON::NestingError", "nesting of " + std::to_string(depth_) + " is too deep");
    return false;
  }

  void BreakLine() {
    if (!pretty_) return;
    out_ += '\n';
    out_.append(static_cast<size_t>(depth_) * 2, ' ');
  }

  // Ruby breaks the line in an empty array twice, in an empty hash once.
  void AppendArray(std::span<const Value> items) {
    if (!Enter()) return;
    out_ += '[';
    if (pretty_ && items.empty()) out_ += '\n';
    for (size_t i = 0; i < items.size() && !failed(); ++i) {
      if (i > 0) out_ += ',';
      BreakLine();
      Append(items[i]);
    }
    --depth_;
    BreakLine();
    out_ += ']';
  }

  void AppendMembers(const std::vector<Member>& members) {
    if (!Enter()) return;
    out_ += '{';
    for (size_t i = 0; i < members.size() && !failed(); ++i) {
      if (i > 0) out_ += ',';
      BreakLine();
      AppendString(members[i].key);
      out_ += pretty_ ? ": " : ":";
      Append(members[i].value);
    }
    --depth_;
    BreakLine();
    out_ += '}';
  }

  std::vector<Member> MembersOf(const Hash& hash) {
    std::vector<Member> members;
    for (const Hash::Entry& entry : hash.entries()) members.push_back({TextOf(entry.key, access_), entry.value});
    return members;
  }

  std::vector<Member> MembersOf(const Drop& drop) {
    std::vector<Member> members;
    const Value keys = ReadKeys(drop, access_);
    for (const Value& key : keys.AsArray()) {
      Value value;
      const std::string_view name = TextOf(key, access_);
      ReadDrop(drop, name, access_, &value);
      members.push_back({name, value});
    }
    if (access_.error) Fail(access_.error->kind, access_.error->message);
    return members;
  }

  void AppendDrop(const Drop& drop) {
    if (!drop.IsHashLike()) {
      std::string text;
      drop.AppendTo(access_, text);
      return AppendString(text);
    }
    std::vector<Member> members = MembersOf(drop);
    if (depth_ >= 2) Collapse(members);
    AppendMembers(members);
  }

  // The documents beside a nested document are written without their neighbours and bodies.
  void Collapse(std::vector<Member>& members) {
    for (Member& member : members) {
      if (member.key != "previous" && member.key != "next") continue;
      if (member.value.IsDrop()) member.value = Collapsed(member.value.AsDrop());
    }
  }

  Value Collapsed(const Drop& document) {
    HashBuilder builder(access_.arena);
    for (const Member& member : MembersOf(document)) {
      const bool omitted = member.key == "content" || member.key == "output" || member.key == "excerpt" ||
                           member.key == "next" || member.key == "previous";
      if (!omitted) builder.Set(member.key, member.value);
    }
    return builder.BuildValue();
  }

  const bool pretty_;
  DropAccess& access_;
  std::string& out_;
  int depth_ = 0;
  Error error_;
};

}  // namespace

Status AppendJson(const Value& value, JsonStyle style, DropAccess& access, std::string& out) {
  return Generator(style, access, out).Run(value);
}

}  // namespace tincture::engine
