// ReadLog: what a render asks of its variables and what it leaves, while a template renders that may be replayed
// (replays.h). Several may be on their way, one within another: each takes what lies between its beginning and its end,
// and of that what was there before it.
// One context's, one thread.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "liquid/exec/output.h"
#include "liquid/exec/replays.h"

namespace tincture::liquid {

class ReadLog {
 public:
  // Where a variable was found: its place among the inner scopes' variables, when it was assigned, or outside.
  enum class Origin : uint8_t { kBinding, kAssigned, kOutside };
  struct Read {
    Question question;
    Value answer;
    Origin origin = Origin::kOutside;
    uint32_t place = 0;
    // The whole variable stands for what was found in it.
    bool is_coarse = false;
    // It went through a drop that this render alone may have.
    bool is_passing = false;
    // The drop on the way whose answer not every render gets, and how many keys led there.
    const Drop* varying = nullptr;
    uint32_t varying_at = 0;
  };

  bool is_open() const { return open_ > 0; }
  size_t size() const { return reads_.size(); }
  void Add(const Read& read) { reads_.push_back(read); }
  // Of the read at `place` only this was asked.
  void Narrow(size_t place, Question::Kind kind, const Value& other, bool answer, const Context& context);
  // Whether it looked beyond what the innermost recording has seen made.
  bool IsBefore(size_t place) const { return place < reads_.size() && IsBefore(reads_[place], bindings_, stamp_); }
  static bool IsBefore(const Read& read, size_t bindings, uint32_t stamp) {
    return read.origin == Origin::kOutside || read.place < (read.origin == Origin::kBinding ? bindings : stamp);
  }
  void NoteAssigned(const Symbol& name) { assigned_.push_back(name); }
  void NoteOffset(std::string_view name, int64_t offset) { offsets_.emplace_back(name, offset); }
  void NoteSet(size_t binding) {
    if (binding < bindings_) Spoil();
  }
  void NoteBody(int depth) { deepest_body_ = std::max(deepest_body_, depth); }
  void NoteScope(size_t depth) { deepest_scope_ = std::max(deepest_scope_, depth); }
  // What renders hangs on more than what is noted here.
  void Spoil() { ++spoiled_; }
  // Variations (Host) that reads have met.
  uint64_t met_variations() const { return met_variations_; }
  void MeetVariations(uint64_t count) { met_variations_ += count; }

 private:
  friend class Recording;

  int open_ = 0;
  // The innermost recording's.
  size_t bindings_ = 0;
  uint32_t stamp_ = 0;
  uint64_t spoiled_ = 0;
  uint64_t met_variations_ = 0;
  int deepest_body_ = 0;
  size_t deepest_scope_ = 0;
  std::vector<Read> reads_;
  std::vector<Symbol> assigned_;
  std::vector<std::pair<std::string_view, int64_t>> offsets_;
};

// One render on its way.
class Recording {
 public:
  Recording(Context& context, Output& output);
  ~Recording();
  Recording(const Recording&) = delete;
  Recording& operator=(const Recording&) = delete;
  // It went well.
  void FileIn(Replays& replays);

 private:
  bool Collect(std::vector<std::pair<Question, Answer>>* asked) const;
  bool AddTo(std::vector<std::pair<Question, Answer>>* asked, const ReadLog::Read& read) const;
  bool CollectAssigned(std::vector<std::pair<Symbol, Value>>* assigned) const;
  bool IsClean() const;

  Context& context_;
  ReadLog& log_;
  Output& output_;
  const size_t reads_;
  const size_t assigned_;
  const size_t offsets_;
  const size_t bindings_;
  const size_t outer_bindings_;
  const uint32_t stamp_;
  const uint32_t outer_stamp_;
  const uint64_t spoiled_;
  const uint64_t variations_;
  const size_t errors_;
  const size_t text_;
  const int first_piece_;
  const int body_;
  const size_t scope_;
  const int outer_body_;
  const size_t outer_scope_;
};

}  // namespace tincture::liquid
