// The tokens of a YAML text as libyaml 0.2.5 sees them: where it differs from yaml-cpp, and which errors it finds.
// Contents are not decoded; yaml-cpp does that. A text is read once, from left to right.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tincture::yaml {

// A place in the text: lines and columns from 0, columns in characters.
struct Mark {
  size_t offset = 0;  // in bytes
  size_t index = 0;   // in characters
  int line = 0;
  int column = 0;
};

// Libyaml's "problem while context at line ... column ..."; Psych tells the place of the context.
struct Problem {
  std::string problem;
  std::string context;  // may be empty
  Mark mark;
};

enum class TokenKind : uint8_t {
  kStreamStart,
  kStreamEnd,
  kVersionDirective,
  kTagDirective,
  kDocumentStart,
  kDocumentEnd,
  kBlockSequenceStart,
  kBlockMappingStart,
  kBlockEnd,
  kFlowSequenceStart,
  kFlowSequenceEnd,
  kFlowMappingStart,
  kFlowMappingEnd,
  kBlockEntry,
  kFlowEntry,
  kKey,
  kValue,
  kAlias,
  kAnchor,
  kTag,
  kScalar,
};

struct Token {
  TokenKind kind;
  Mark begin = {};
  Mark end = {};
  // Of an alias or anchor its name, of a tag or tag directive its handle ("!", "!!", "!x!", "" for a verbatim one).
  std::string_view text = {};
  // Of a version directive.
  int major = 0;
  int minor = 0;
  // Of a folded scalar (`>`) its value, for yaml-cpp folds some of them otherwise.
  std::optional<std::string> folded = {};
};

// `>2-`: what stands behind the indicator of a block scalar.
struct BlockHeader {
  int increment = 0;
  char chomping = ' ';  // + keeps the line breaks at the end, - drops them all
};

class LibyamlScanner {
 public:
  explicit LibyamlScanner(std::string_view text);

  // The next token, which stays the next one. Null: failed().
  const Token* Peek();
  // Drops it.
  void Skip();
  bool failed() const { return !problem_.problem.empty(); }
  const Problem& problem() const { return problem_; }

 private:
  // A token that could turn out to be the key of a mapping, should a ':' follow on its line.
  struct SimpleKey {
    bool possible = false;
    bool required = false;
    size_t token_number = 0;
    Mark mark;
  };

  // Always false.
  bool Fail(std::string_view context, const Mark& mark, std::string_view problem);

  // Characters.
  char At(size_t ahead = 0) const {
    const size_t offset = mark_.offset + ahead;
    return offset < text_.size() ? text_[offset] : '\0';
  }
  bool AtEnd(size_t ahead = 0) const { return mark_.offset + ahead >= text_.size(); }
  size_t BreakLength(size_t ahead = 0) const;
  bool IsBreak(size_t ahead = 0) const { return BreakLength(ahead) > 0; }
  bool IsBlank(size_t ahead = 0) const { return At(ahead) == ' ' || At(ahead) == '\t'; }
  bool IsBreakOrEnd(size_t ahead = 0) const { return AtEnd(ahead) || IsBreak(ahead); }
  bool IsBlankOrEnd(size_t ahead = 0) const { return IsBlank(ahead) || IsBreakOrEnd(ahead); }
  bool IsOneOf(std::string_view set, size_t ahead = 0) const;
  bool AtDocumentIndicator() const;
  void Advance(size_t characters = 1);
  void AdvanceLine();

  // Tokens.
  bool FetchMore();
  bool FetchNext();
  bool FetchIndicator();
  bool SkipToToken();
  void Add(TokenKind kind, const Mark& begin) { tokens_.push_back({.kind = kind, .begin = begin, .end = mark_}); }
  bool IsPlainStart() const;
  bool FetchStreamEnd();
  bool FetchDirective();
  bool FetchDocumentIndicator(TokenKind kind);
  bool FetchFlowStart(TokenKind kind);
  bool FetchFlowEnd(TokenKind kind);
  bool FetchFlowEntry();
  bool FetchBlockEntry();
  bool FetchKey();
  bool FetchValue();
  bool FetchAnchor(TokenKind kind);
  bool FetchTag();
  bool FetchBlockScalar();
  bool FetchFlowScalar();
  bool FetchPlainScalar();

  // Simple keys and indentation.
  bool SaveSimpleKey();
  bool RemoveSimpleKey();
  bool CheckSimpleKey(SimpleKey& key, bool* valid);
  bool DropStaleKeys();
  bool AnySimpleKeyAtFront(bool* found);
  void RollIndent(int column, const Mark& mark, size_t place);
  bool UnrollIndent(int column);
  void Insert(size_t place, TokenKind kind, const Mark& mark);

  // Parts of tokens.
  bool ScanVersion(const Mark& begin, Token& token);
  bool ScanVersionNumber(const Mark& begin, int* number);
  bool ScanTagDirective(const Mark& begin, Token& token);
  bool ScanTagHandle(bool directive, const Mark& begin, std::string_view* handle);
  bool ScanTagUri(bool commas, bool directive, size_t length, const Mark& begin);
  bool ScanUriEscape(bool directive, const Mark& begin);
  bool ScanBlockHeader(const Mark& begin, BlockHeader* header);
  // `breaks`: how many lines were empty.
  bool ScanBlockBreaks(const Mark& begin, int* indent, int* breaks);
  bool ScanEscape(const Mark& begin);
  bool ScanPlainSpaces(const Mark& begin, int indent, bool* leading_blanks);
  void SkipBlanksAndComment();

  std::string_view text_;
  Mark mark_;
  Problem problem_;
  std::deque<Token> tokens_;
  size_t tokens_taken_ = 0;
  int flow_level_ = 0;
  int indent_ = -1;
  std::vector<int> indents_;
  bool simple_key_allowed_ = true;
  std::vector<SimpleKey> simple_keys_;
};

// The first character that YAML does not allow, as libyaml's reader complains about it; empty where there is none.
std::string_view ReaderProblem(std::string_view text);

}  // namespace tincture::yaml
