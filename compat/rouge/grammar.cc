#include "compat/rouge/grammar.h"

#include <algorithm>
#include <mutex>

namespace tincture::rouge {

namespace {

constexpr int kMaxDepth = 32;
constexpr std::string_view kSpecials = R"(\.+*?[^]$(){}=!<>|:-#/&~ )";

std::vector<std::string_view> SplitWords(std::string_view words) {
  std::vector<std::string_view> out;
  while (true) {
    const size_t begin = words.find_first_not_of(" \n");
    if (begin == words.npos) return out;
    const size_t end = std::min(words.find_first_of(" \n", begin), words.size());
    out.push_back(words.substr(begin, end - begin));
    words.remove_prefix(end);
  }
}

std::string QuoteEach(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
      continue;
    }
    if (kSpecials.find(c) != kSpecials.npos) out += '\\';
    out += c;
  }
  return out;
}

size_t CountCharacters(std::string_view text) {
  return static_cast<size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xc0) != 0x80; }));
}

// A single character stays bare, so that it can stand in a character class.
std::string Quote(std::string_view text) {
  if (CountCharacters(text) != 1) return "(?:" + QuoteEach(text) + ")";
  return QuoteEach(text);
}

bool IsPartName(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
}

bool WantsGroups(const Action& action) {
  return action.kind == Action::kCall || (action.kind == Action::kGroups && action.group_count > 0);
}

}  // namespace

CompiledState::~CompiledState() {
  for (const auto& dispatch : dispatches_) delete dispatch.load();
}

std::span<const uint16_t> CompiledState::Candidates(bool unicode, uint8_t byte) const {
  const Dispatch* dispatch = dispatches_[unicode].load(std::memory_order_acquire);
  if (dispatch == nullptr) dispatch = MakeDispatch(unicode);
  return {dispatch->rules.data() + dispatch->begins[byte], dispatch->rules.data() + dispatch->begins[byte + 1]};
}

const CompiledState::Dispatch* CompiledState::MakeDispatch(bool unicode) const {
  auto made = std::make_unique<Dispatch>();
  for (size_t byte = 0; byte < 256; ++byte) {
    made->begins[byte] = static_cast<uint32_t>(made->rules.size());
    for (size_t i = 0; i < rules.size(); ++i) {
      const ByteSet* first = rules[i].pattern->FirstBytes(unicode);
      if (first == nullptr || (*first)[byte]) made->rules.push_back(static_cast<uint16_t>(i));
    }
  }
  made->begins[256] = static_cast<uint32_t>(made->rules.size());
  const Dispatch* expected = nullptr;
  // Another thread may have been faster.
  if (!dispatches_[unicode].compare_exchange_strong(expected, made.get())) return expected;
  return made.release();
}

const Grammar& Grammar::Of(const Definition& definition) {
  static std::mutex mutex;
  // Never destroyed: texts may be lexed while the program ends.
  static auto& grammars = *new std::map<const Definition*, std::unique_ptr<const Grammar>>;
  const std::scoped_lock lock(mutex);
  auto& grammar = grammars[&definition];
  if (!grammar) grammar.reset(new Grammar(definition));
  return *grammar;
}

Grammar::Grammar(const Definition& definition) : definition_(definition) {
  Inherit(definition);
  CompileAll();
}

void Grammar::Inherit(const Definition& definition) {
  if (definition.parent != nullptr) Inherit(*definition.parent);
  if (definition.shares != nullptr) Add(*definition.shares);
  Add(definition);
}

void Grammar::Add(const Definition& definition) {
  AddRules(definition);
  for (const Part& part : definition.parts) parts_[part.name] = part.pattern;
  for (const WordList& list : definition.words) AddWords(list);
}

void Grammar::AddRules(const Definition& definition) {
  Body* body = nullptr;
  size_t at = 0;
  for (const Rule& rule : definition.rules) {
    if (rule.kind == Rule::kMatch || rule.kind == Rule::kMixin) {
      body->insert(body->begin() + static_cast<std::ptrdiff_t>(at++), &rule);
      continue;
    }
    body = &bodies_[rule.text];
    if (rule.kind == Rule::kState) body->clear();
    at = rule.kind == Rule::kAppend ? body->size() : 0;
  }
}

void Grammar::AddWords(const WordList& list) {
  auto& words = word_lists_[list.name];
  auto& set = word_sets_[list.name];
  if (list.extends == kReplaceParent) words.clear(), set.clear();
  for (const std::string_view word : SplitWords(list.words)) {
    words.push_back(word);
    set.insert(word);
  }
}

void Grammar::CompileAll() {
  for (const auto& [name, body] : bodies_) states_[name].name = name;
  for (auto& [name, state] : states_) CompileBody(name, state.rules, {}, 0);
  root_ = Find("root");
  if (root_ == nullptr) {
    root_ = &states_["root"];
    if (!definition_.rules.empty()) problems_.push_back("no state root");
  }
}

void Grammar::CompileBody(std::string_view name, std::vector<CompiledRule>& out, const std::vector<std::string>& texts,
                          int depth) const {
  const auto body = bodies_.find(name);
  if (body == bodies_.end() || depth > kMaxDepth) {
    problems_.push_back("no state to mix in: " + std::string(name));
    return;
  }
  const size_t begin = out.size();
  for (const Rule* rule : body->second) {
    if (rule->kind == Rule::kMixin) {
      CompileBody(rule->text, out, texts, depth + 1);
    } else {
      out.push_back(CompileRule(*rule, texts));
    }
  }
  for (size_t i = begin; i < out.size(); ++i) {
    if (out[i].mixin_end == 0) out[i].mixin_end = out.size();
  }
}

CompiledRule Grammar::CompileRule(const Rule& rule, const std::vector<std::string>& texts) const {
  CompiledRule out{.rule = &rule, .pattern = nullptr};
  out.pattern = std::make_unique<Pattern>(Splice(rule.text, texts, 0), WantsGroups(rule.action));
  for (int i = 0; i < Next::kMost; ++i) {
    const char* state = rule.next.moves[i].state;
    if (state == nullptr) continue;
    out.states[i] = Find(state);
    if (out.states[i] == nullptr) problems_.push_back("no state to push: " + std::string(state));
  }
  out.words = TokensOf(rule.action);
  return out;
}

std::string Grammar::Splice(std::string_view pattern, const std::vector<std::string>& texts, int depth) const {
  std::string out;
  while (true) {
    const size_t begin = pattern.find("@{");
    const size_t end = begin == pattern.npos ? pattern.npos : pattern.find('}', begin);
    if (end == pattern.npos) return out.append(pattern);
    const std::string_view name = pattern.substr(begin + 2, end - begin - 2);
    if (IsPartName(name)) {
      out.append(pattern.substr(0, begin)).append(PartNamed(name, texts, depth));
    } else {
      out.append(pattern.substr(0, end + 1));
    }
    pattern.remove_prefix(end + 1);
  }
}

std::string Grammar::PartNamed(std::string_view name, const std::vector<std::string>& texts, int depth) const {
  if (name[0] >= '0' && name[0] <= '9') {
    const size_t number = static_cast<size_t>(name[0] - '0');
    return number < texts.size() ? Quote(texts[number]) : "(?!)";
  }
  if (const auto part = parts_.find(name); part != parts_.end() && depth < kMaxDepth) {
    // Ruby gives an embedded expression its own flags.
    return "(?-isx:" + Splice(part->second, texts, depth + 1) + ")";
  }
  const auto list = word_lists_.find(name);
  if (list == word_lists_.end()) {
    problems_.push_back("no part or word list named " + std::string(name));
    return "(?!)";
  }
  std::string out = "(?:";
  for (const std::string_view word : list->second) out.append(out.size() > 3 ? "|" : "").append(word);
  return out + ")";
}

const WordTokens* Grammar::TokensOf(const Action& action) const {
  if (action.words.empty()) return nullptr;
  auto [slot, is_new] = word_tokens_.try_emplace(action.words.data());
  if (!is_new) return &slot->second;
  for (const WordClass& word_class : action.words) {
    if (word_class.list == nullptr) continue;
    const auto list = word_lists_.find(word_class.list);
    if (list == word_lists_.end()) {
      problems_.push_back("no word list named " + std::string(word_class.list));
      continue;
    }
    for (const std::string_view word : list->second) slot->second.emplace(word, word_class.token);
  }
  return &slot->second;
}

const CompiledState* Grammar::Find(std::string_view name) const {
  const auto state = states_.find(name);
  return state == states_.end() ? nullptr : &state->second;
}

std::unique_ptr<CompiledState> Grammar::Specialize(std::string_view name, const std::vector<std::string>& texts) const {
  auto state = std::make_unique<CompiledState>();
  state->name = name;
  CompileBody(name, state->rules, texts, 0);
  return state;
}

bool Grammar::InList(std::string_view list, std::string_view word) const {
  const auto set = word_sets_.find(list);
  return set != word_sets_.end() && set->second.contains(word);
}

std::vector<std::string> Grammar::Problems() const {
  std::vector<std::string> problems = problems_;
  for (const auto& [name, state] : states_) {
    for (const CompiledRule& rule : state.rules) {
      const std::string problem = rule.pattern->Problem();
      if (!problem.empty()) problems.push_back(std::string(name) + ": " + problem);
    }
  }
  return problems;
}

}  // namespace tincture::rouge
