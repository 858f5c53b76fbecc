#include "liquid/exec/replays.h"

#include <algorithm>
#include <bit>
#include <vector>

#include "liquid/exec/context.h"
#include "liquid/support/words.h"
#include "liquid/value/drop.h"
#include "liquid/value/hash.h"

namespace tincture::liquid {

namespace {

// After so many renders in vain it shows whether a template's answers come again.
constexpr uint32_t kTrial = 64;
constexpr uint32_t kLongestRest = 4096;
// Of what a variable holds that is set again.
constexpr size_t kMostKept = size_t{1} << 16;
constexpr int kDeepestKept = 50;
constexpr size_t kShortList = 16;
// Of one template's.
constexpr size_t kMostBytes = size_t{16} << 20;

constexpr uint64_t kOdd = 0x9E3779B97F4A7C15ull;
constexpr uint64_t kSeeds[2] = {1, 0xD6E8FEB86659FD93ull};

uint64_t Fold(uint64_t a, uint64_t b) {
  const auto product = static_cast<unsigned __int128>(a) * b;
  return static_cast<uint64_t>(product) ^ static_cast<uint64_t>(product >> 64);
}

// Both prints of a long text at once: each word counts in one of two chains, both chains in both prints.
void PrintText(std::string_view text, uint64_t (&print)[2]) {
  uint64_t first = Fold(text.size() ^ kSeeds[0], kOdd);
  uint64_t second = Fold(text.size() ^ kSeeds[1], kOdd);
  while (text.size() >= 32) {
    const char* const words = text.data();
    first = Fold(WordAt(words) ^ kOdd, WordAt(words + 8) ^ first);
    second = Fold(WordAt(words + 16) ^ kOdd, WordAt(words + 24) ^ second);
    text.remove_prefix(32);
  }
  char rest[32] = {};
  std::copy(text.begin(), text.end(), rest);
  first = Fold(WordAt(rest) ^ kOdd, WordAt(rest + 8) ^ first);
  second = Fold(WordAt(rest + 16) ^ kOdd, WordAt(rest + 24) ^ second);
  print[0] = Fold(first ^ kSeeds[1], second ^ kOdd) | 1;
  print[1] = Fold(first ^ kOdd, second ^ kSeeds[1]) + first;
}

uint64_t PrintOf(std::string_view text, uint64_t seed) {
  uint64_t print = Fold(text.size() ^ seed, kOdd);
  while (text.size() >= 16) {
    print = Fold(WordAt(text.data()) ^ kOdd, WordAt(text.data() + 8) ^ print ^ seed);
    text.remove_prefix(16);
  }
  char rest[16] = {};
  std::copy(text.begin(), text.end(), rest);
  return Fold(WordAt(rest) ^ print, WordAt(rest + 8) ^ kOdd ^ seed);
}

bool SameTime(const Time& a, const Time& b) {
  return a.seconds == b.seconds && a.nanoseconds == b.nanoseconds && a.utc_offset == b.utc_offset &&
         a.is_utc == b.is_utc && a.zone == b.zone;
}

// A constant drop is known by its class: this one may be gone before the next render.
bool IsConstantDrop(const Value& value) {
  return value.IsDrop() && value.AsDrop().standing() == Drop::Standing::kConstant;
}

const void* PlaceOf(const Value& value) {
  return value.IsHash() ? static_cast<const void*>(&value.AsHash()) : value.AsArray().data();
}

bool IsList(const Value& value) { return value.IsArray() || value.IsHash(); }

// A list of a few words or numbers: known by what is in it, wherever it is.
bool IsShortList(const Value& value) {
  if (!value.IsArray() || value.AsArray().size() > kShortList) return false;
  const auto items = value.AsArray();
  return std::all_of(items.begin(), items.end(), [](const Value& item) { return item.IsString() || item.IsInt(); });
}

void PrintList(std::span<const Value> items, uint64_t (&print)[2]) {
  for (const uint64_t seed : {kSeeds[0], kSeeds[1]}) {
    uint64_t sum = seed | 1;
    for (const Value& item : items) {
      const uint64_t own =
          item.IsString() ? PrintOf(item.AsString(), seed) : Fold(static_cast<uint64_t>(item.AsInt()) ^ seed, kOdd);
      sum = Fold(sum ^ own, kOdd + item.string_flags() + (item.IsInt() ? 256 : 0));
    }
    print[seed == kSeeds[1]] = sum | 1;
  }
}

// Takes what keeping `value` costs from `room`.
bool Fits(const Value& value, const Context& made, int depth, size_t* room) {
  const size_t size = value.IsString() || value.type() == Type::kBigInt ? value.AsString().size() : 0;
  if (depth > kDeepestKept || *room < size + sizeof value) return false;
  *room -= size + sizeof value;
  if (value.IsDrop()) return value.AsDrop().standing() == Drop::Standing::kLasting;
  if (!IsList(value) || !made.MayHaveMade(PlaceOf(value))) return true;
  if (value.IsArray()) {
    const auto items = value.AsArray();
    return std::all_of(items.begin(), items.end(), [&](const Value& v) { return Fits(v, made, depth + 1, room); });
  }
  const auto entries = value.AsHash().entries();
  return std::all_of(entries.begin(), entries.end(), [&](const Hash::Entry& entry) {
    return Fits(entry.key, made, depth + 1, room) && Fits(entry.value, made, depth + 1, room);
  });
}

bool SameKey(const LookupKey& a, const LookupKey& b) {
  if (a.constant.IsString() && b.constant.IsString() && !(a.symbol == b.symbol)) return false;
  return a.command == b.command && Answer(a.constant) == Answer(b.constant);
}

}  // namespace

bool operator==(const Question& a, const Question& b) {
  if (a.drop != b.drop || a.kind != b.kind || !(a.path.name.symbol == b.path.name.symbol)) return false;
  if (a.kind == Question::Kind::kEquality && !(Answer(a.other) == Answer(b.other))) return false;
  const auto x = a.path.keys;
  const auto y = b.path.keys;
  return x.size() == y.size() && (x.data() == y.data() || std::equal(x.begin(), x.end(), y.begin(), SameKey));
}

// --- Answers

Answer::Answer(const Value& given) : value(given) {
  if (IsConstantDrop(value)) {
    print[0] = reinterpret_cast<uintptr_t>(value.AsDrop().ClassName().data()) | 1;
    value = Value::OfDrop(nullptr);
  }
  if (IsShortList(value)) {
    size = value.AsArray().size();
    PrintList(value.AsArray(), print);
  }
  if (!value.IsString()) return;
  size = value.AsString().size();
  if (size <= kKeptText) return;
  PrintText(value.AsString(), print);
}

uint32_t Answer::Hash() const {
  switch (value.type()) {
    case Type::kString:
    case Type::kBigInt:
      return static_cast<uint32_t>(print[0] != 0 ? print[0] : PrintOf(value.AsString(), kSeeds[0]));
    case Type::kArray:
      if (print[0] != 0) return static_cast<uint32_t>(print[0]);
      [[fallthrough]];
    case Type::kHash:
      return static_cast<uint32_t>(Fold(reinterpret_cast<uintptr_t>(PlaceOf(value)), kOdd));
    case Type::kDrop:
      if (print[0] != 0) return static_cast<uint32_t>(print[0]);
      return static_cast<uint32_t>(Fold(reinterpret_cast<uintptr_t>(&value.AsDrop()), kOdd));
    default:
      return HashKey(value);
  }
}

bool operator==(const Answer& a, const Answer& b) {
  const Value& x = a.value;
  const Value& y = b.value;
  if (x.type() != y.type()) return false;
  switch (x.type()) {
    case Type::kString:
      if (x.string_flags() != y.string_flags() || a.size != b.size) return false;
      if (a.size > Answer::kKeptText) return a.print[0] == b.print[0] && a.print[1] == b.print[1];
      return SameText(x.AsString(), y.AsString());
    case Type::kBigInt:
      return x.AsBigInt() == y.AsBigInt();
    case Type::kFloat:
      return std::bit_cast<uint64_t>(x.AsFloat()) == std::bit_cast<uint64_t>(y.AsFloat());
    case Type::kBool:
    case Type::kInt:
    case Type::kDate:
      return x.AsInt() == y.AsInt();
    case Type::kTime:
      return SameTime(x.AsTime(), y.AsTime());
    case Type::kRange:
      return x.AsRange().first == y.AsRange().first && x.AsRange().last == y.AsRange().last;
    case Type::kArray:
      if (a.print[0] != b.print[0] || a.print[1] != b.print[1] || a.size != b.size) return false;
      return a.print[0] != 0 || (PlaceOf(x) == PlaceOf(y) && x.AsArray().size() == y.AsArray().size());
    case Type::kHash:
      return PlaceOf(x) == PlaceOf(y);
    case Type::kDrop:
      if (a.print[0] != 0 || b.print[0] != 0) return a.print[0] == b.print[0];
      return &x.AsDrop() == &y.AsDrop();
    default:
      return true;
  }
}

bool Replays::CanAsk(const Value& value, const Context& made) {
  if (value.IsDrop()) return value.AsDrop().standing() != Drop::Standing::kPassing;
  return !IsList(value) || IsShortList(value) || !made.MayHaveMade(PlaceOf(value));
}

bool Replays::CanKeep(const Value& value, const Context& made) {
  size_t room = kMostKept;
  return Fits(value, made, 0, &room);
}

// --- The tree

// One of the answers to a node's question. Branches of a node are a trie by two bits of their hashes at a time, which
// only grows.
struct Replays::Branch {
  Answer answer;
  uint32_t hash = 0;
  std::atomic<Node*> next = nullptr;
  std::atomic<Branch*> others[4] = {nullptr, nullptr, nullptr, nullptr};
};

// A question, or what came of it all.
struct Replays::Node {
  Question question;
  const Replay* replay = nullptr;
  std::atomic<Branch*> branches = nullptr;
};

const Replays::Branch* Replays::FindBranch(const Node& node, const Answer& answer) const {
  const Branch* branch = node.branches.load(std::memory_order_acquire);
  if (branch == nullptr || branch->answer == answer) return branch;
  uint32_t bits = answer.Hash();
  const uint32_t hash = bits;
  while (branch != nullptr && (branch->hash != hash || !(branch->answer == answer))) {
    branch = branch->others[bits & 3].load(std::memory_order_acquire);
    bits >>= 2;
  }
  return branch;
}

Replays::Branch* Replays::MakeBranch(Node& node, const Answer& answer) {
  const uint32_t hash = answer.Hash();
  uint32_t bits = hash;
  std::atomic<Branch*>* place = &node.branches;
  while (Branch* const branch = place->load(std::memory_order_relaxed)) {
    if (branch->answer == answer) return branch;
    place = &branch->others[bits & 3];
    bits >>= 2;
  }
  auto* const made = arena_.New<Branch>(answer, hash);
  if (answer.print[0] == 0) {
    made->answer.value = KeepAnswer(answer.value);
  } else if (answer.value.IsArray()) {
    made->answer.value = Value::Array({});
  } else if (answer.value.IsString()) {
    made->answer.value = Value::String({}, answer.value.string_flags());
  }
  place->store(made, std::memory_order_release);
  return made;
}

Replays::Node* Replays::MakeNode(const Question& question) {
  Node* const node = arena_.New<Node>(question);
  std::vector<LookupKey> keys;
  for (LookupKey key : question.path.keys) {
    key.constant = KeepAnswer(key.constant);
    if (key.constant.IsString()) key.symbol = Symbol(key.constant.AsString(), key.symbol.hash);
    keys.push_back(key);
  }
  LookupKey& name = node->question.path.name;
  name.symbol = Symbol(arena_.Copy(name.symbol.text), name.symbol.hash);
  name.constant = Value::String(name.symbol.text);
  node->question.path.keys = arena_.CopySpan(std::span<const LookupKey>(keys));
  node->question.other = KeepAnswer(question.other);
  return node;
}

const Replay* Replays::Find(Context& context) const {
  const Node* node = root_.load(std::memory_order_acquire);
  while (node != nullptr && node->replay == nullptr) {
    const Value value = context.Ask(node->question);
    if (context.failed()) return nullptr;
    const Branch* const branch = FindBranch(*node, Answer(value));
    node = branch == nullptr ? nullptr : branch->next.load(std::memory_order_acquire);
  }
  Count(node != nullptr);
  return node == nullptr ? nullptr : node->replay;
}

void Replays::Count(bool found) const {
  if (found) {
    found_.fetch_add(1, std::memory_order_relaxed);
    return;
  }
  if (missed_.fetch_add(1, std::memory_order_relaxed) + 1 < kTrial) return;
  missed_.store(0, std::memory_order_relaxed);
  const bool pays = found_.exchange(0, std::memory_order_relaxed) >= kTrial / 2;
  const uint32_t rest = pays ? 0 : std::clamp(2 * rest_.load(std::memory_order_relaxed), kTrial, kLongestRest);
  rest_.store(rest, std::memory_order_relaxed);
  resting_.store(rest, std::memory_order_relaxed);
}

void Replays::File(std::span<const std::pair<Question, Answer>> asked, const Replay& replay, const Context& context) {
  const std::lock_guard lock(mu_);
  if (arena_.reserved() > kMostBytes) return;
  std::atomic<Node*>* place = &root_;
  for (const auto& [question, answer] : asked) {
    Node* node = place->load(std::memory_order_relaxed);
    if (node == nullptr) {
      node = MakeNode(question);
      place->store(node, std::memory_order_release);
    } else if (node->replay != nullptr || !(node->question == question)) {
      return;  // not a function of what it read: whoever came first stays
    }
    place = &MakeBranch(*node, answer)->next;
  }
  if (place->load(std::memory_order_relaxed) != nullptr) return;
  Node* const leaf = arena_.New<Node>();
  leaf->replay = Keep(replay, context);
  place->store(leaf, std::memory_order_release);
}

// --- What is kept

// A list is what it is for as long as its place is its own: see CanAsk.
Value Replays::KeepAnswer(const Value& value) {
  switch (value.type()) {
    case Type::kString:
      return Value::String(arena_.Copy(value.AsString()), value.string_flags());
    case Type::kBigInt:
      return Value::BigInt(arena_.Copy(value.AsBigInt()));
    case Type::kTime: {
      Time time = value.AsTime();
      time.zone = arena_.Copy(time.zone);
      return Value::OfTime(arena_, time);
    }
    case Type::kRange:
      return Value::OfRange(arena_, value.AsRange().first, value.AsRange().last);
    default:
      return value;
  }
}

Value Replays::Keep(const Value& value, const Context& made) {
  switch (value.type()) {
    case Type::kArray: {
      if (!made.MayHaveMade(PlaceOf(value))) return value;
      std::vector<Value> items;
      for (const Value& item : value.AsArray()) items.push_back(Keep(item, made));
      return Value::Array(arena_, items);
    }
    case Type::kHash: {
      if (!made.MayHaveMade(PlaceOf(value))) return value;
      HashBuilder hash(arena_);
      for (const Hash::Entry& entry : value.AsHash().entries())
        hash.Set(Keep(entry.key, made), Keep(entry.value, made));
      return hash.BuildValue();
    }
    default:
      return KeepAnswer(value);
  }
}

const Replay* Replays::Keep(const Replay& replay, const Context& made) {
  std::vector<std::pair<Symbol, Value>> assigned;
  for (const auto& [name, value] : replay.assigned) {
    assigned.emplace_back(Symbol(arena_.Copy(name.text), name.hash), Keep(value, made));
  }
  std::vector<std::pair<std::string_view, int64_t>> offsets;
  for (const auto& [name, offset] : replay.offsets) offsets.emplace_back(arena_.Copy(name), offset);
  Replay* const kept = arena_.New<Replay>(replay);
  kept->text = arena_.Copy(replay.text);
  const auto copy = [&]<class T>(const std::vector<T>& items) -> std::span<const T> {
    T* const place = static_cast<T*>(arena_.Allocate(items.size() * sizeof(T), alignof(T)));
    std::uninitialized_copy(items.begin(), items.end(), place);
    return {place, items.size()};
  };
  kept->assigned = copy(assigned);
  kept->offsets = copy(offsets);
  return kept;
}

}  // namespace tincture::liquid
