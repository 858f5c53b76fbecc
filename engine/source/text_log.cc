#include "engine/source/text_log.h"

#include <xxhash.h>

#include <utility>

namespace tincture::engine {

namespace {

constexpr uint64_t kSmall = 1 << 20;  // not worth a thought

uint64_t PrintOf(std::string_view text) { return XXH3_64bits(text.data(), text.size()); }

}  // namespace

TextLog::TextLog(std::string path, std::string epoch, const FileSource& files)
    : path_(std::move(path)), head_("tincture texts 1\n" + std::move(epoch) + "\n"), files_(&files) {
  end_ = files.Stat(path_).size;
  const Result<std::string> head = files.ReadPart(path_, 0, head_.size());
  broken_ = !head || *head != head_;
}

TextRef TextLog::Add(std::string_view text) {
  const TextRef added{.place = end_ + added_.size(), .size = text.size(), .print = PrintOf(text)};
  added_ += text;
  return added;
}

std::optional<std::string> TextLog::Read(const TextRef& text) const {
  if (text.place + text.size < text.place) return std::nullopt;
  std::string found;
  if (text.place >= end_) {
    if (text.place - end_ > added_.size()) return std::nullopt;
    found = added_.substr(text.place - end_, text.size);
  } else if (files_ != nullptr && text.place + text.size <= end_) {
    Result<std::string> part = files_->ReadPart(path_, text.place, text.size);
    if (part) found = *std::move(part);
  }
  if (found.size() != text.size || PrintOf(found) != text.print) return std::nullopt;
  return found;
}

bool TextLog::IsWasteful(uint64_t live) const { return broken_ || end_ + added_.size() > 2 * live + kSmall; }

Status TextLog::Commit(FileTarget& target) {
  if (path_.empty() || added_.empty()) return {};
  if (broken_) return Error{.kind = "tincture", .message = path_ + " must be written anew"};
  Status appended = target.Append(path_, added_);
  broken_ = !appended;
  if (broken_) return appended;
  end_ += added_.size();
  added_.clear();
  return {};
}

Status TextLog::Compact(const std::vector<TextRef*>& live, FileTarget& target) {
  std::string all = head_;
  std::vector<TextRef> refs;
  for (const TextRef* text : live) {
    const std::optional<std::string> bytes = Read(*text);
    refs.push_back(bytes ? TextRef{.place = all.size(), .size = text->size, .print = text->print} : TextRef{});
    if (bytes) all += *bytes;
  }
  if (!path_.empty()) {
    if (Status written = target.Write(path_, all); !written) return written;
    end_ = all.size();
    all.clear();
  } else {
    end_ = 0;
  }
  added_ = std::move(all);
  broken_ = false;
  for (size_t i = 0; i < live.size(); ++i) *live[i] = refs[i];
  return {};
}

void Encode(const TextRef& text, ByteWriter& out) {
  out.Number(text.place);
  out.Number(text.size);
  out.Fixed(text.print);
}

TextRef DecodeTextRef(ByteReader& in) {
  TextRef text;
  text.place = in.Number();
  text.size = in.Number();
  text.print = in.Fixed();
  return text;
}

}  // namespace tincture::engine
