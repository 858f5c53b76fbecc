#include "engine/source/file_facts.h"

#include <algorithm>
#include <iterator>

#include "engine/support/parallel.h"

namespace tincture::engine {

namespace {

constexpr int64_t kSecond = 1'000'000'000;
// Longer than a tick of any kernel (CONFIG_HZ=100); a file system without nanoseconds counts in one or two seconds.
constexpr int64_t kTick = kSecond / 50;
constexpr int64_t kCoarseTick = 2 * kSecond;

}  // namespace

bool IsSettled(const FileInfo& info, const Instant& now) {
  if (info.kind == FileKind::kAbsent && info.changed == Instant{}) return true;  // there is nothing to read
  const int64_t seconds = now.seconds - info.changed.seconds;
  if (seconds > 10) return true;
  if (seconds < 0) return false;
  const int64_t age = seconds * kSecond + now.nanoseconds - info.changed.nanoseconds;
  return age > (info.changed.nanoseconds == 0 ? kCoarseTick : kTick);
}

Fingerprint FingerprintOfBytes(const Result<std::string>& bytes) {
  if (bytes) return FingerprintOf(std::string_view(*bytes));
  return FingerprintOf(std::string_view(bytes.error().kind + "\n" + bytes.error().message));
}

Fingerprint FingerprintOfNames(const std::vector<std::string>& names) {
  ByteWriter all;
  for (const std::string& name : names) all.Text(name);
  return FingerprintOf(all.bytes());
}

bool LooksTheSame(const FileInfo& a, const FileInfo& b) {
  if (a.kind != b.kind || a.is_symlink != b.is_symlink) return false;
  if (a.kind == FileKind::kDirectory) return true;
  return a.size == b.size && a.mtime_seconds == b.mtime_seconds && a.mtime_nanoseconds == b.mtime_nanoseconds;
}

bool Holds(const std::string& path, const FileSource& files, const NamesOf& names, FileFact* fact) {
  const auto asked = [&](int what) { return (fact->asked & what) != 0; };
  const Instant now = files.Time();
  const FileInfo info = files.Stat(path);
  const bool is_same_kind = info.kind == fact->info.kind && info.is_symlink == fact->info.is_symlink;
  if (asked(FileFact::kKind) && !is_same_kind) return false;
  if (asked(FileFact::kInfo) && !LooksTheSame(info, fact->info)) return false;
  // The links among the folders above do not show in a file's own stat data, nor does why it cannot be looked at.
  if (asked(FileFact::kRealPath) && files.RealPath(path).value_or("") != fact->real_path) return false;
  const bool is_unknown = info.kind == FileKind::kAbsent && asked(FileFact::kBytes | FileFact::kStart);
  if (fact->is_settled && info == fact->info && !is_unknown) return true;
  if (asked(FileFact::kBytes) && FingerprintOfBytes(files.Read(path)) != fact->bytes) return false;
  if (asked(FileFact::kStart) && FingerprintOfBytes(files.ReadStart(path, fact->start_size)) != fact->start)
    return false;
  if (asked(FileFact::kNames) && FingerprintOfNames(names(path)) != fact->names) return false;
  fact->info = info;
  fact->is_settled = IsSettled(info, now);
  return true;
}

Checked CheckAll(const FileSource& files, const NamesOf& names, int jobs, FileFacts* facts) {
  constexpr size_t kAtOnce = 128;
  std::vector<FileFacts::value_type*> all;
  all.reserve(facts->size());
  for (auto& fact : *facts) all.push_back(&fact);
  std::vector<Checked> parts((all.size() + kAtOnce - 1) / kAtOnce);
  ParallelFor(parts.size(), jobs, [&](size_t part) {
    for (size_t i = part * kAtOnce; i < std::min(all.size(), (part + 1) * kAtOnce); ++i) {
      auto& [path, fact] = *all[i];
      const FileInfo info = fact.info;
      const bool is_settled = fact.is_settled;
      if (!Holds(path, files, names, &fact)) parts[part].changed.push_back(path);
      parts[part].has_learned |= fact.info != info || fact.is_settled != is_settled;
    }
  });
  Checked checked;
  for (Checked& part : parts) {
    std::move(part.changed.begin(), part.changed.end(), std::back_inserter(checked.changed));
    checked.has_learned |= part.has_learned;
  }
  return checked;
}

void Encode(const FileInfo& info, ByteWriter& out) {
  out.Number(static_cast<uint64_t>(info.kind) << 1 | static_cast<uint64_t>(info.is_symlink));
  if (info == FileInfo{}) return out.Number(0);
  out.Number(1);
  out.Number(info.size);
  out.Signed(info.mtime_seconds);
  out.Signed(info.mtime_nanoseconds);
  out.Number(info.inode);
  out.Signed(info.changed.seconds);
  out.Signed(info.changed.nanoseconds);
}

FileInfo DecodeFileInfo(ByteReader& in) {
  FileInfo info;
  const uint64_t kind = in.Number();
  info.kind = static_cast<FileKind>(kind >> 1 & 3);
  info.is_symlink = (kind & 1) != 0;
  if (in.Number() == 0) return info;
  info.size = in.Number();
  info.mtime_seconds = in.Signed();
  info.mtime_nanoseconds = static_cast<int32_t>(in.Signed());
  info.inode = in.Number();
  info.changed.seconds = in.Signed();
  info.changed.nanoseconds = static_cast<int32_t>(in.Signed());
  return info;
}

void Encode(const Fingerprint& fingerprint, ByteWriter& out) {
  out.Fixed(fingerprint.low);
  out.Fixed(fingerprint.high);
}

Fingerprint DecodeFingerprint(ByteReader& in) {
  Fingerprint fingerprint;
  fingerprint.low = in.Fixed();
  fingerprint.high = in.Fixed();
  return fingerprint;
}

void Encode(const FileFact& fact, ByteWriter& out) {
  out.Number(fact.asked);
  out.Number(static_cast<uint64_t>(fact.is_settled));
  Encode(fact.info, out);
  if ((fact.asked & FileFact::kBytes) != 0) Encode(fact.bytes, out);
  if ((fact.asked & FileFact::kStart) != 0) {
    out.Number(fact.start_size);
    Encode(fact.start, out);
  }
  if ((fact.asked & FileFact::kNames) != 0) Encode(fact.names, out);
  if ((fact.asked & FileFact::kRealPath) != 0) out.Text(fact.real_path);
}

FileFact DecodeFileFact(ByteReader& in) {
  FileFact fact;
  fact.asked = static_cast<uint8_t>(in.Number());
  fact.is_settled = in.Number() != 0;
  fact.info = DecodeFileInfo(in);
  if ((fact.asked & FileFact::kBytes) != 0) fact.bytes = DecodeFingerprint(in);
  if ((fact.asked & FileFact::kStart) != 0) {
    fact.start_size = in.Number();
    fact.start = DecodeFingerprint(in);
  }
  if ((fact.asked & FileFact::kNames) != 0) fact.names = DecodeFingerprint(in);
  if ((fact.asked & FileFact::kRealPath) != 0) fact.real_path = in.Text();
  return fact;
}

void Encode(const FileFacts& facts, ByteWriter& out) {
  out.Number(facts.size());
  for (const auto& [path, fact] : facts) {
    out.Text(path);
    Encode(fact, out);
  }
}

FileFacts DecodeFileFacts(ByteReader& in) {
  FileFacts facts;
  for (size_t left = in.Count(); left > 0; --left) {
    std::string path(in.Text());
    facts.emplace_hint(facts.end(), std::move(path), DecodeFileFact(in));
  }
  return facts;
}

}  // namespace tincture::engine
