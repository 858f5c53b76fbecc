// Lexer: one run of a definition over a text; what a rule's callback talks to. Its words are Rouge's RegexLexer's.
// Owned by whoever started it; one thread. Keeps views into the text being lexed, which outlives the run.
#pragma once

#include <array>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "compat/rouge/definition.h"
#include "compat/rouge/rouge.h"

namespace tincture::rouge {

class Grammar;
struct CompiledRule;
struct CompiledState;
// What a lexer and those it delegates to share; see session.h.
struct Session;

class Lexer {
 public:
  Lexer(const Definition& definition, const Options& options, Session& session, int depth = 0);
  ~Lexer();
  Lexer(const Lexer&) = delete;
  Lexer& operator=(const Lexer&) = delete;

  // Back to the state `root`; then the definition's start procedure.
  void Reset();
  // Lexes `text` from the state the last text left.
  void ContinueLex(std::string_view text);

  // The match of the rule, and its groups; empty where a group took no part.
  std::string_view Match(size_t group = 0) const;
  bool Matched(size_t group) const;
  // What follows the match.
  std::string_view Rest() const { return text_.substr(position_); }
  // The text before the match.
  std::string_view Before() const { return text_.substr(0, match_begin_); }
  // Gives back all of the match but its first `kept` bytes.
  void Unscan(size_t kept = 0) { position_ = match_begin_ + kept; }
  // Takes `length` more bytes into the match.
  void Skip(size_t length) { position_ += length; }

  void Put(Token token) { Put(token, Match()); }
  void Put(Token token, std::string_view text);
  void PutGroups(std::initializer_list<Token> tokens);

  void Push(std::string_view state);
  // Pushes a state whose patterns have `@{0}`, `@{1}`... for these texts, taken literally.
  void Push(std::string_view state, std::initializer_list<std::string_view> texts);
  void PushSame();
  void Pop(size_t times = 1);
  void Goto(std::string_view state);
  void ResetStack();
  bool InState(std::string_view state) const;
  bool IsState(std::string_view state) const;
  size_t StackSize() const { return stack_.size(); }

  // Another lexer takes `text` from its start and without options (a class in Rouge's words)...
  void Delegate(const Definition& lexer, std::string_view text) { Delegate(lexer, {}, text); }
  void Delegate(const Definition& lexer, const Options& options, std::string_view text);
  // ... or from where it stopped last time (an instance), for as long as this lexer lives.
  void Continue(const Definition& lexer, std::string_view text) { Inner(lexer).ContinueLex(text); }
  void Recurse(std::string_view text) { Delegate(definition_, text); }
  // This lexer itself takes `text`, in the state it is in and with the same stack.
  void Within(std::string_view text);
  // The instance that Continue uses.
  Lexer& Inner(const Definition& lexer) { return Inner(lexer, options_); }
  // `slot` tells several instances of one lexer apart.
  Lexer& Inner(const Definition& lexer, const Options& options, int slot = 0);
  // Rouge's TemplateLexer: the language around the template, of the option `parent`, which is for this lexer only, else
  // HTML.
  Lexer& Parent();

  bool InList(std::string_view list, std::string_view word) const;
  // The token by the same rule as Words; for WordsIgnoringCase pass the word in lower case.
  Token ByWord(std::span<const WordClass> classes, std::string_view word) const;

  const Options& options() const { return options_; }
  const Definition& definition() const { return definition_; }

  // The lexer's own memory: what Rouge's lexers keep in instance variables. Each lexer file names the places it uses.
  std::array<long, 6> numbers = {};
  std::array<std::string, 6> texts;
  std::vector<std::string> list;
  std::vector<long> levels;
  const Definition* language = nullptr;

 private:
  struct SpecialState;
  struct InnerLexer;

  bool Step();
  bool TryRule(const CompiledRule& rule);
  void Perform(const CompiledRule& rule);
  void Move(const CompiledRule& rule);
  void PutError();

  const Definition& definition_;
  const Grammar& grammar_;
  Options options_;
  Session& session_;
  const int depth_;
  std::vector<const CompiledState*> stack_;
  // States pushed with texts, by their name and texts.
  std::vector<SpecialState> special_states_;
  std::vector<InnerLexer> inner_;
  std::string_view text_;
  size_t position_ = 0;
  size_t match_begin_ = 0;
  std::vector<size_t> groups_;
  int null_steps_ = 0;
};

// The start procedure of template lexers.
inline void ResetParent(Lexer& l) { l.Parent().Reset(); }

// In ASCII, as Ruby's String#downcase does for the words of programming languages.
std::string Downcase(std::string_view text);

}  // namespace tincture::rouge
