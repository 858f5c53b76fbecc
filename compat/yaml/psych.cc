#include "compat/yaml/psych.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "compat/yaml/base64.h"
#include "compat/yaml/number.h"
#include "compat/yaml/recursion.h"
#include "compat/yaml/value_class.h"
#include "liquid/value/hash.h"

namespace tincture::yaml {

namespace {

constexpr std::string_view kStringTag = "tag:yaml.org,2002:str";

// What `!ruby/object:Foo` and its kind ask for; nothing where the tag asks for no class.
std::string_view After(std::string_view tag, std::string_view prefix, std::string_view if_empty) {
  tag.remove_prefix(prefix.size());
  if (tag.starts_with(':')) tag.remove_prefix(1);
  return tag.empty() ? if_empty : tag;
}

bool IsStringTag(std::string_view tag) {
  return tag == kStringTag || tag == "!str" || tag.starts_with("!str:") || tag == "!ruby/string" ||
         tag.starts_with("!ruby/string:");
}

// The class that a tag on a scalar names; empty where it names none, or one that needs no permission.
std::string_view ClassOfScalar(const Event& event) {
  const std::string_view tag = event.tag;
  if (tag.starts_with("!ruby/sym")) return "Symbol";
  if (tag == "!ruby/regexp") return "Regexp";
  if (tag == "!ruby/range") return "Range";
  if (tag == "!ruby/class" || tag == "!ruby/module") return event.text;
  for (const std::string_view name : {"BigDecimal", "DateTime", "Complex", "Rational"}) {
    if (tag.starts_with("!ruby/object:") && tag.substr(13) == name) return name;
  }
  if (tag.starts_with("!str:")) return tag.substr(5);
  if (tag.starts_with("!ruby/string:")) return tag.substr(13);
  return {};
}

std::string_view ClassOfSequence(std::string_view tag) {
  if (tag.starts_with("!seq:")) return tag.substr(5);
  if (tag.starts_with("!ruby/array:")) return tag.substr(12);
  return {};
}

std::string_view ClassOfMapping(std::string_view tag) {
  if (tag.starts_with("!ruby/object")) {
    const std::string_view name = After(tag, "!ruby/object", "Object");
    return name == "Hash" ? std::string_view() : name;
  }
  if (tag.starts_with("!ruby/struct")) return After(tag, "!ruby/struct", "Struct");
  if (tag.starts_with("!ruby/exception")) return After(tag, "!ruby/exception", "Exception");
  if (tag == "!ruby/range") return "Range";
  if (tag == "!set" || tag == "tag:yaml.org,2002:set") return "Psych::Set";
  if (tag == "!omap" || tag == "tag:yaml.org,2002:omap") return "Psych::Omap";
  for (const std::string_view prefix : {"!map:", "!ruby/hash:", "!ruby/array:", "!ruby/marshalable:"}) {
    if (tag.starts_with(prefix)) return tag.substr(prefix.size());
  }
  return IsStringTag(tag) ? After(tag, tag.starts_with("!ruby") ? "!ruby/string" : "!str", "") : std::string_view();
}

bool IsPermitted(std::string_view class_name) {
  return class_name.empty() || class_name == "Date" || class_name == "Time";
}

// What a finished node was, for the rules of `<<`.
struct Node {
  Value value;
  EventKind kind = EventKind::kScalar;
  bool is_string_tagged = false;
};

struct Frame {
  Frame(Arena& arena, const Event& event) : event(&event), hash(arena) {}

  const Event* event;
  HashBuilder hash;
  std::vector<Value> items;
  std::optional<Node> key;
};

class Visitor {
 public:
  Visitor(const TimeZone* zone, Arena& arena) : zone_(zone), arena_(arena) {}

  Result<Value> Run(const Document& document) {
    for (const Event& event : document.events) {
      const Status status = Visit(event);
      if (!status.ok()) return status.error();
    }
    return root_;
  }

 private:
  Status Visit(const Event& event) {
    switch (event.kind) {
      case EventKind::kScalar:
        return VisitScalar(event);
      case EventKind::kAlias:
        return VisitAlias(event);
      case EventKind::kSequenceStart:
      case EventKind::kMappingStart:
        return Start(event);
      case EventKind::kEnd:
        break;
    }
    return End();
  }

  Status VisitAlias(const Event& event) {
    for (const Frame& frame : frames_) {
      if (frame.event->anchor != event.anchor) continue;
      const bool is_list = frame.event->kind == EventKind::kSequenceStart;
      return Add({is_list ? ListWithinItself() : MappingWithinItself(), EventKind::kAlias});
    }
    if (event.anchor >= anchors_.size() || event.anchor == 0) {
      return Error{.kind = "Psych::BadAlias", .message = "Unknown alias: " + std::string(event.text)};
    }
    return Add({anchors_[event.anchor], EventKind::kAlias});
  }

  Status VisitScalar(const Event& event) {
    const Result<Value> value = Deserialize(event);
    if (!value.ok()) return value.error();
    Register(event.anchor, *value);
    return Add({*value, EventKind::kScalar, event.tag == kStringTag});
  }

  Result<Value> Deserialize(const Event& event) {
    if (event.quoted) return Value::String(event.text);
    if (const std::string_view name = ClassOfScalar(event); !IsPermitted(name)) return UnspecifiedClass(name);
    if (IsStringTag(event.tag)) return Value::String(event.text);
    if (event.tag == "!binary" || event.tag == "tag:yaml.org,2002:binary") {
      return Value::String(arena_.Copy(DecodeBase64(event.text)), kBinaryTagged);
    }
    Result<Value> value = TokenizePsychScalar(event.text, zone_, arena_);
    if (value.ok() && (event.tag == "!float" || event.tag == "tag:yaml.org,2002:float")) return ToFloat(*value);
    return value;
  }

  Result<Value> ToFloat(const Value& value) {
    if (value.IsFloat()) return value;
    if (value.IsInt()) return Value::Float(static_cast<double>(value.AsInt()));
    if (!value.IsString()) return Error{.kind = "TypeError", .message = "can't convert nil into Float"};
    const Result<double> number = RubyFloat(value.AsString());
    if (!number.ok()) return number.error();
    return Value::Float(*number);
  }

  Status Start(const Event& event) {
    const bool is_mapping = event.kind == EventKind::kMappingStart;
    const std::string_view name = is_mapping ? ClassOfMapping(event.tag) : ClassOfSequence(event.tag);
    if (!IsPermitted(name)) return UnspecifiedClass(name);
    frames_.emplace_back(arena_, event);
    return {};
  }

  Status End() {
    const Frame& frame = frames_.back();
    const bool is_mapping = frame.event->kind == EventKind::kMappingStart;
    const Value value = is_mapping ? frame.hash.BuildValue() : Sequence(frame);
    const Node node{value, frame.event->kind};
    Register(frame.event->anchor, value);
    frames_.pop_back();
    return Add(node);
  }

  // `!omap`: a list of one-pair mappings becomes one mapping.
  Value Sequence(const Frame& frame) {
    const std::string_view tag = frame.event->tag;
    if (tag != "!omap" && tag != "tag:yaml.org,2002:omap") return Value::Array(arena_, frame.items);
    HashBuilder map(arena_);
    for (const Value& item : frame.items) {
      if (item.IsHash()) MergeHash(map, item);
    }
    return map.BuildValue();
  }

  void Register(uint32_t anchor, const Value& value) {
    if (anchor == 0) return;
    if (anchor >= anchors_.size()) anchors_.resize(anchor + 1);
    anchors_[anchor] = value;
  }

  Status Add(const Node& node) {
    if (frames_.empty()) {
      root_ = node.value;
      return {};
    }
    Frame& frame = frames_.back();
    if (frame.event->kind == EventKind::kSequenceStart) {
      frame.items.push_back(node.value);
    } else if (!frame.key) {
      frame.key = node;
    } else {
      AddPair(frame.hash, *frame.key, node);
      frame.key.reset();
    }
    return {};
  }

  // `<<` merges mappings, aliases of mappings and lists of either; anything else stays under the key "<<".
  static void AddPair(HashBuilder& hash, const Node& key, const Node& node) {
    const bool merges = key.value.IsString() && key.value.AsString() == "<<" && !key.is_string_tagged;
    if (merges && node.kind == EventKind::kSequenceStart && AllHashes(node.value)) {
      MergeAll(hash, node.value);
    } else if (merges && node.kind != EventKind::kSequenceStart && node.value.IsHash()) {
      MergeHash(hash, node.value);
    } else if (!merges || !IsWithinItself(node.value)) {  // merged into itself, a mapping stays as it is
      hash.Set(key.value, node.value);
    }
  }

  static bool AllHashes(const Value& array) {
    if (!array.IsArray()) return false;
    return std::ranges::all_of(array.AsArray(), [](const Value& item) { return item.IsHash(); });
  }

  static void MergeHash(HashBuilder& hash, const Value& other) {
    for (const Hash::Entry& entry : other.AsHash().entries()) hash.Set(entry.key, entry.value);
  }

  // The first of the list wins, though the last is read first.
  static void MergeAll(HashBuilder& hash, const Value& list) {
    Arena scratch;
    HashBuilder merged(scratch);
    const auto items = list.AsArray();
    for (size_t i = items.size(); i-- > 0;) MergeHash(merged, items[i]);
    for (const Hash::Entry& entry : merged.entries()) hash.Set(entry.key, entry.value);
  }

  const TimeZone* zone_;
  Arena& arena_;
  Value root_;
  std::vector<Frame> frames_;
  std::vector<Value> anchors_;
};

}  // namespace

Error UnspecifiedClass(std::string_view name) {
  return Error{.kind = "Psych::DisallowedClass", .message = "Tried to load unspecified class: " + std::string(name)};
}

Result<Value> ResolvePsych(const Document& document, const TimeZone* zone, Arena& arena) {
  return Visitor(zone, arena).Run(document);
}

}  // namespace tincture::yaml
