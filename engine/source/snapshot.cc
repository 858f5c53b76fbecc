#include "engine/source/snapshot.h"

#include <xxhash.h>

#include "engine/source/byte_codec.h"

namespace tincture::engine {

namespace {

constexpr std::string_view kMagic = "tincture snapshot 1\n";

}  // namespace

std::optional<std::string> LoadSnapshot(const std::string& path, std::string_view epoch, const FileSource& files) {
  Result<std::string> bytes = files.Read(path);
  if (!bytes || !bytes->starts_with(kMagic)) return std::nullopt;
  ByteReader in(std::string_view(*bytes).substr(kMagic.size()));
  const uint64_t checksum = in.Fixed();
  const std::string_view rest = in.rest();
  if (in.failed() || checksum != XXH3_64bits(rest.data(), rest.size())) return std::nullopt;
  if (in.Text() != epoch || in.failed()) return std::nullopt;
  bytes->erase(0, bytes->size() - in.rest().size());
  return *std::move(bytes);
}

Status SaveSnapshot(const std::string& path, std::string_view epoch, std::string_view text, FileTarget& target) {
  ByteWriter rest;
  rest.Text(epoch);
  rest.Append(text);
  ByteWriter all;
  all.Append(kMagic);
  all.Fixed(XXH3_64bits(rest.bytes().data(), rest.bytes().size()));
  all.Append(rest.bytes());
  return target.Write(path, all.bytes());
}

}  // namespace tincture::engine
