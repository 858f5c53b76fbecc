// SafeYAML's streaming handler: one pass over the events with a single pending key for the whole document.
// That one key explains what it makes of odd documents: a null key is forgotten, so the pairs after it shift
// (`null: x`, `a: 1` is {"x" => "a"}), and a mapping in key position swallows its own first pair, which is why the
// common slip `title: {{ x }}` gives `title = {}`.
#include "compat/yaml/safe_yaml.h"

#include <optional>
#include <string>
#include <vector>

#include "compat/yaml/base64.h"
#include "compat/yaml/recursion.h"
#include "compat/yaml/value_class.h"
#include "liquid/value/hash.h"

namespace tincture::yaml {

namespace {

// An array or hash being read, and where it goes when it ends.
struct Frame {
  enum class Place { kResult, kElement, kEntry, kKey, kNowhere };

  Frame(Arena& arena, bool is_mapping) : is_mapping(is_mapping), hash(arena) {}

  bool is_mapping;
  Place place = Place::kNowhere;
  Value key;
  uint32_t anchor = 0;
  HashBuilder hash;
  std::vector<Value> items;
};

class Handler {
 public:
  explicit Handler(Arena& arena) : arena_(arena) {}

  Result<Value> Run(const Document& document) {
    for (const Event& event : document.events) {
      const Status status = Handle(event);
      if (!status.ok()) return status.error();
    }
    return result_.value_or(Value::Bool(false));
  }

 private:
  Status Handle(const Event& event) {
    switch (event.kind) {
      case EventKind::kScalar:
        return AddScalar(event);
      case EventKind::kAlias:
        return AddAlias(event.anchor);
      case EventKind::kSequenceStart:
      case EventKind::kMappingStart:
        return Start(event);
      case EventKind::kEnd:
        break;
    }
    End();
    return {};
  }

  static bool IsBinary(std::string_view tag) {
    return tag == "tag:yaml.org,2002:binary" || tag == "x-private:binary" || tag == "!binary";
  }

  Status AddScalar(const Event& event) {
    Result<Value> value = Value::String(event.text);
    if (IsBinary(event.tag)) {
      value = Value::String(arena_.Copy(DecodeBase64(event.text)));
    } else if (!event.quoted) {
      value = GuessSafeYamlScalar(event.text, arena_);
    }
    if (!value.ok()) return value.error();
    Remember(event.anchor, *value);
    return Add(*value);
  }

  // An unknown alias is nil. A string is guessed again, so `&x "12"` is a string where it stands and 12 as `*x`.
  Status AddAlias(uint32_t anchor) {
    for (const Frame& frame : frames_) {
      if (frame.anchor == anchor) return Add(frame.is_mapping ? MappingWithinItself() : ListWithinItself());
    }
    Value value = anchor < anchors_.size() ? anchors_[anchor] : Value();
    if (value.IsString()) {
      const Result<Value> guessed = GuessSafeYamlScalar(value.AsString(), arena_);
      if (!guessed.ok()) return guessed.error();
      value = *guessed;
    }
    return Add(value);
  }

  void Remember(uint32_t anchor, const Value& value) {
    if (anchor == 0) return;
    if (anchor >= anchors_.size()) anchors_.resize(anchor + 1);
    anchors_[anchor] = value;
  }

  Status Add(const Value& value) {
    if (!result_ && frames_.empty()) {
      result_ = value;
      return {};
    }
    if (frames_.empty()) return {};
    Frame& frame = frames_.back();
    if (!frame.is_mapping) {
      frame.items.push_back(value);
      return {};
    }
    return AddToMapping(frame, value);
  }

  Status AddToMapping(Frame& frame, const Value& value) {
    if (!HasKey()) {
      key_ = value;
      return {};
    }
    const Value key = TakeKey();
    if (key.IsString() && key.AsString() == "<<") return Merge(frame, value);
    // A collection that is still open has no key to be filed under.
    if (!key.IsNil()) frame.hash.Set(key, value);
    return {};
  }

  Status Merge(Frame& frame, const Value& value) {
    if (IsWithinItself(value)) return {};
    if (!value.IsHash()) return NoConversionIntoHash(value);
    for (const Hash::Entry& entry : value.AsHash().entries()) frame.hash.Set(entry.key, entry.value);
    return {};
  }

  // Ruby stores a collection where it belongs before it is filled; values here are stored when they are complete,
  // so the place is decided now.
  Status Start(const Event& event) {
    Frame child(arena_, event.kind == EventKind::kMappingStart);
    child.anchor = event.anchor;
    if (frames_.empty()) {
      child.place = result_ ? Frame::Place::kNowhere : Frame::Place::kResult;
    } else if (!frames_.back().is_mapping) {
      child.place = Frame::Place::kElement;
    } else if (!HasKey()) {
      child.place = Frame::Place::kKey;
      open_key_ = frames_.size() + 1;
    } else {
      child.key = TakeKey();
      if (child.key.IsString() && child.key.AsString() == "<<") {
        // What `<<` merges is the collection as it is now: an empty hash, or an array, which is an error.
        if (!child.is_mapping) return NoConversionIntoHash(Value::Array({}));
      } else if (!child.key.IsNil()) {
        child.place = Frame::Place::kEntry;
      }
    }
    if (child.place == Frame::Place::kEntry) frames_.back().hash.Set(child.key, Value());
    frames_.push_back(std::move(child));
    return {};
  }

  void End() {
    Frame& frame = frames_.back();
    const Value value = frame.is_mapping ? frame.hash.BuildValue() : Value::Array(arena_, frame.items);
    Remember(frame.anchor, value);
    const Frame::Place place = frame.place;
    const Value key = frame.key;
    const bool still_key = open_key_ == frames_.size();
    frames_.pop_back();
    if (place == Frame::Place::kResult) result_ = value;
    if (place == Frame::Place::kElement) frames_.back().items.push_back(value);
    if (place == Frame::Place::kEntry) frames_.back().hash.Set(key, value);
    if (place == Frame::Place::kKey && still_key) key_ = value, open_key_ = 0;
  }

  bool HasKey() const { return !key_.IsNil() || open_key_ != 0; }
  Value TakeKey() {
    const Value key = key_;
    key_ = Value();
    open_key_ = 0;
    return key;
  }

  Arena& arena_;
  std::optional<Value> result_;
  std::vector<Frame> frames_;
  std::vector<Value> anchors_;
  // The pending key: a value, or the collection at this depth (counted from 1) that has not ended yet.
  Value key_;
  size_t open_key_ = 0;
};

}  // namespace

Result<Value> ResolveSafeYaml(const Document& document, Arena& arena) { return Handler(arena).Run(document); }

}  // namespace tincture::yaml
