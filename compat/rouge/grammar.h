// Grammar: a definition made ready to run: states looked up, inheritance and mixins resolved, word lists as sets.
// Made once a definition, when a text first needs it; immutable afterwards (patterns compile themselves when tried).
#pragma once

#include <array>
#include <atomic>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "compat/rouge/definition.h"
#include "compat/rouge/pattern.h"

namespace tincture::rouge {

class Grammar;
struct CompiledState;
using WordTokens = std::unordered_map<std::string_view, Token>;

struct CompiledRule {
  const Rule* rule;
  std::unique_ptr<Pattern> pattern;
  // Where to go on when too many matches in a row were empty: behind the mixin this rule came with.
  size_t mixin_end = 0;
  // For each move that has a state.
  const CompiledState* states[Next::kMost] = {};
  // For Words.
  const WordTokens* words = nullptr;
};

struct CompiledState {
  std::string name;
  std::vector<CompiledRule> rules;

  CompiledState() = default;
  ~CompiledState();
  CompiledState(const CompiledState&) = delete;
  CompiledState& operator=(const CompiledState&) = delete;

  // The rules, by number and in order, that can match where this byte is next. The patterns of a state are compiled
  // when this is first asked; safe from any thread.
  std::span<const uint16_t> Candidates(bool unicode, uint8_t byte) const;

 private:
  struct Dispatch {
    std::vector<uint16_t> rules;
    std::array<uint32_t, 257> begins;
  };
  const Dispatch* MakeDispatch(bool unicode) const;
  mutable std::atomic<const Dispatch*> dispatches_[2] = {};
};

class Grammar {
 public:
  // The one grammar of this definition. Safe from any thread.
  static const Grammar& Of(const Definition& definition);

  const CompiledState& root() const { return *root_; }
  // Null where there is no such state.
  const CompiledState* Find(std::string_view name) const;
  // The state `name` with `@{0}`, `@{1}`... in its patterns replaced.
  std::unique_ptr<CompiledState> Specialize(std::string_view name, const std::vector<std::string>& texts) const;
  bool InList(std::string_view list, std::string_view word) const;
  // Mistakes of the lexer's author: unknown states and names, patterns that do not compile. For tests.
  std::vector<std::string> Problems() const;

 private:
  using Body = std::vector<const Rule*>;
  using WordSet = std::unordered_set<std::string_view>;

  explicit Grammar(const Definition& definition);
  void Inherit(const Definition& definition);
  void Add(const Definition& definition);
  void AddRules(const Definition& definition);
  void AddWords(const WordList& list);
  void CompileAll();
  void CompileBody(std::string_view name, std::vector<CompiledRule>& out, const std::vector<std::string>& texts,
                   int depth) const;
  CompiledRule CompileRule(const Rule& rule, const std::vector<std::string>& texts) const;
  std::string Splice(std::string_view pattern, const std::vector<std::string>& texts, int depth) const;
  std::string PartNamed(std::string_view name, const std::vector<std::string>& texts, int depth) const;
  const WordTokens* TokensOf(const Action& action) const;

  const Definition& definition_;
  std::map<std::string_view, Body> bodies_;
  std::map<std::string_view, std::string_view> parts_;
  // In the order written: alternatives of a pattern are tried in it.
  std::map<std::string_view, std::vector<std::string_view>> word_lists_;
  std::map<std::string_view, WordSet> word_sets_;
  mutable std::map<const void*, WordTokens> word_tokens_;
  std::map<std::string_view, CompiledState> states_;
  const CompiledState* root_ = nullptr;
  mutable std::vector<std::string> problems_;
};

}  // namespace tincture::rouge
