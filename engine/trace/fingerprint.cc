#include "engine/trace/fingerprint.h"

#include <xxhash.h>

#include <bit>

#include "liquid/value/drop.h"
#include "liquid/value/hash.h"

namespace tincture::engine {

namespace {

// What YAML can nest; deeper values count as equal below, which nothing that templates print can reach.
constexpr int kMaxDepth = 200;

// A Value as bytes that no two different values share.
class Flattener {
 public:
  void Append(const Value& value, int depth = 0) {
    bytes_ += static_cast<char>(value.type());
    switch (value.type()) {
      case Type::kNil:
      case Type::kEmpty:
      case Type::kBlank:
        return;
      case Type::kBool:
      case Type::kInt:
      case Type::kDate:
        return AppendNumber(static_cast<uint64_t>(value.AsInt()));
      case Type::kFloat:
        return AppendNumber(std::bit_cast<uint64_t>(value.AsFloat()));
      case Type::kBigInt:
        return AppendText(value.AsBigInt());
      case Type::kString:
        bytes_ += static_cast<char>(value.string_flags());
        return AppendText(value.AsString());
      case Type::kRange:
        AppendNumber(static_cast<uint64_t>(value.AsRange().first));
        return AppendNumber(static_cast<uint64_t>(value.AsRange().last));
      case Type::kTime:
        return AppendTime(value.AsTime());
      case Type::kArray:
        return AppendArray(value.AsArray(), depth);
      case Type::kHash:
        return AppendHash(value.AsHash(), depth);
      case Type::kDrop:
        return AppendText(value.AsDrop().Identity());
    }
  }

  const std::string& bytes() const { return bytes_; }

 private:
  void AppendNumber(uint64_t number) { bytes_.append(reinterpret_cast<const char*>(&number), sizeof number); }
  void AppendText(std::string_view text) {
    AppendNumber(text.size());
    bytes_ += text;
  }
  void AppendTime(const Time& time) {
    AppendNumber(static_cast<uint64_t>(time.seconds));
    AppendNumber(static_cast<uint64_t>(time.nanoseconds) << 32 | static_cast<uint32_t>(time.utc_offset));
    bytes_ += static_cast<char>(time.is_utc);
    AppendText(time.zone);
  }
  void AppendArray(std::span<const Value> items, int depth) {
    AppendNumber(items.size());
    if (depth == kMaxDepth) return;
    for (const Value& item : items) Append(item, depth + 1);
  }
  void AppendHash(const Hash& hash, int depth) {
    AppendNumber(hash.size());
    if (depth == kMaxDepth) return;
    for (const Hash::Entry& entry : hash.entries()) {
      Append(entry.key, depth + 1);
      Append(entry.value, depth + 1);
    }
  }

  std::string bytes_;
};

}  // namespace

Fingerprint FingerprintOf(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  return {hash.low64, hash.high64};
}

Fingerprint FingerprintOf(const Value& value) {
  Flattener flattener;
  flattener.Append(value);
  return FingerprintOf(flattener.bytes());
}

}  // namespace tincture::engine
