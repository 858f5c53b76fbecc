#include "engine/source/store.h"

#include <xxhash.h>

#include <cstdint>
#include <cstring>

namespace tincture::engine {

namespace {

constexpr std::string_view kMagic = "tincture store 1\n";
constexpr size_t kRecordHead = 16;

void AppendInt(std::string& out, uint64_t number, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(number >> (8 * i));
}

uint64_t IntAt(std::string_view text, size_t at, int bytes) {
  uint64_t number = 0;
  for (int i = bytes; i-- > 0;) number = number << 8 | static_cast<unsigned char>(text[at + static_cast<size_t>(i)]);
  return number;
}

std::string Head(std::string_view epoch) {
  std::string head(kMagic);
  AppendInt(head, epoch.size(), 4);
  return head.append(epoch);
}

// Of another epoch another one: what two programs append to one log stays apart.
uint64_t Checksum(uint64_t seed, std::string_view lengths, std::string_view content) {
  seed = XXH3_64bits_withSeed(lengths.data(), lengths.size(), seed);
  return XXH3_64bits_withSeed(content.data(), content.size(), seed);
}

uint64_t SeedOf(std::string_view epoch) { return XXH3_64bits(epoch.data(), epoch.size()); }

void AppendRecord(uint64_t seed, std::string_view key, std::string_view value, std::string& log) {
  std::string lengths;
  AppendInt(lengths, key.size(), 4);
  AppendInt(lengths, value.size(), 4);
  std::string content(key);
  content += value;
  log += lengths;
  AppendInt(log, Checksum(seed, lengths, content), 8);
  log += content;
}

struct Record {
  std::string_view key;
  std::string_view value;
};

// The record at `*at`, which moves behind it; nothing where it is cut or damaged.
std::optional<Record> RecordAt(uint64_t seed, std::string_view log, size_t* at) {
  if (log.size() - *at < kRecordHead) return std::nullopt;
  const std::string_view lengths = log.substr(*at, 8);
  const uint64_t key = IntAt(log, *at, 4);
  const uint64_t value = IntAt(log, *at + 4, 4);
  if (key + value > log.size() - *at - kRecordHead) return std::nullopt;
  const std::string_view content = log.substr(*at + kRecordHead, key + value);
  if (IntAt(log, *at + 8, 8) != Checksum(seed, lengths, content)) return std::nullopt;
  *at += kRecordHead + content.size();
  return Record{content.substr(0, key), content.substr(key)};
}

}  // namespace

Store::Store(std::string path, std::string epoch, const FileSource& files)
    : path_(std::move(path)), epoch_(std::move(epoch)) {
  Result<std::string> log = files.Read(path_);
  if (log) log_ = std::move(*log);
  ReadLog();
}

void Store::ReadLog() {
  size_t at = Head(epoch_).size();
  broken_ = !log_.starts_with(Head(epoch_));
  while (!broken_ && at < log_.size()) {
    const std::optional<Record> record = RecordAt(SeedOf(epoch_), log_, &at);
    broken_ = !record;
    if (!record) return;
    if (record->value.empty()) {
      if (const auto found = entries_.find(record->key); found != entries_.end()) entries_.erase(found);
    } else {
      entries_[std::string(record->key)].value = record->value;
    }
  }
}

std::optional<std::string_view> Store::Find(std::string_view key) const {
  const auto found = entries_.find(key);
  if (found == entries_.end() || found->second.value.empty()) return std::nullopt;
  return found->second.value;
}

void Store::Put(std::string_view key, std::string_view value) {
  if (Find(key).value_or(std::string_view()) == value) return;
  Entry& entry = entries_[std::string(key)];
  entry.own = value;
  entry.value = entry.own;
  entry.is_new = true;
}

std::vector<std::string> Store::Keys(std::string_view prefix) const {
  std::vector<std::string> keys;
  for (auto entry = entries_.lower_bound(prefix); entry != entries_.end() && entry->first.starts_with(prefix);
       ++entry) {
    if (!entry->second.value.empty()) keys.push_back(entry->first);
  }
  return keys;
}

size_t Store::LiveSize() const {
  size_t size = 0;
  for (const auto& [key, entry] : entries_) size += kRecordHead + key.size() + entry.value.size();
  return size;
}

Status Store::Commit(FileTarget& target) {
  const uint64_t seed = SeedOf(epoch_);
  std::string added;
  for (const auto& [key, entry] : entries_) {
    if (entry.is_new) AppendRecord(seed, key, entry.value, added);
  }
  if (added.empty() && !broken_) return {};
  const bool wasteful = log_.size() + added.size() > 2 * LiveSize() + 65536;
  Status written;
  if (broken_ || wasteful) {
    added = Head(epoch_);
    for (const auto& [key, entry] : entries_) {
      if (!entry.value.empty()) AppendRecord(seed, key, entry.value, added);
    }
    written = target.Write(path_, added);
  } else {
    written = target.Append(path_, added);
  }
  // What the log holds now is the next Store's to read.
  broken_ = broken_ && !written;
  for (auto& [key, entry] : entries_) entry.is_new = entry.is_new && !written;
  return written;
}

}  // namespace tincture::engine
