// The grammar over libyaml's tokens. Each collection that is open is a Frame; what may come next follows from the
// innermost one and how far it has got. Libyaml's oddities are kept, such as the ':' that gets lost in `[? : x]`.
#include "compat/yaml/libyaml_check.h"

#include <algorithm>
#include <initializer_list>
#include <set>
#include <vector>

#include "liquid/support/utf8.h"

namespace tincture::yaml {

namespace {

using Kind = TokenKind;

struct Frame {
  enum class Collection { kBlockSequence, kIndentlessSequence, kBlockMapping, kFlowSequence, kFlowMapping, kFlowPair };

  Collection collection;
  Mark mark;
  bool first = true;
  bool at_value = false;
  // The value is empty without a look at the next token: a flow mapping's key without '?' or ':'.
  bool value_is_empty = false;
};

struct Edit {
  size_t offset;
  size_t removed;
  std::string inserted;
};

// One line in double quotes.
std::string Quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else {
      out.append(c == '"' || c == '\\' ? "\\" : "").append(1, c);
    }
  }
  return out + "\"";
}

// A scalar's lines folded, in double quotes on one line: one line break is a space, more are one break less. `raw` has
// no escapes.
std::string FoldedAndQuoted(std::string_view raw) {
  std::string out = "\"";
  size_t breaks = 0;
  while (!raw.empty()) {
    const std::string_view line = raw.substr(0, raw.find('\n'));
    const std::string_view text = breaks > 0 || line.size() < raw.size() ? Strip(line) : line;
    if (!text.empty() && breaks == 1) out += ' ';
    for (; !text.empty() && breaks > 1; --breaks) out += "\\n";
    if (!text.empty()) breaks = 0;
    for (const char c : text) out.append(c == '"' || c == '\\' ? "\\" : "").append(1, c);
    raw.remove_prefix(std::min(line.size() + 1, raw.size()));
    ++breaks;
  }
  return out + "\"";
}

class Checker {
 public:
  explicit Checker(std::string_view text) : text_(text), scanner_(text), end_(text.size()) {}

  LibyamlVerdict Run() {
    LibyamlVerdict verdict;
    if (const std::string_view problem = ReaderProblem(text_); !problem.empty()) {
      verdict.problem = Problem{std::string(problem), "", {}};
      return verdict;
    }
    if (!Document()) {
      verdict.problem = scanner_.failed() ? scanner_.problem() : problem_;
      return verdict;
    }
    verdict.unknown_alias = unknown_alias_;
    verdict.rewritten = Rewritten();
    return verdict;
  }

 private:
  bool Fail(std::string_view context, const Mark& mark, std::string_view problem) {
    problem_ = {std::string(problem), std::string(context), mark};
    return false;
  }
  // Psych tells the place of the context, which a problem without one leaves at the beginning.
  bool FailAtStart(std::string_view problem) { return Fail("", {}, problem); }

  // Null: the scanner failed.
  const Token* Peek() { return scanner_.Peek(); }
  bool PeekIs(std::initializer_list<Kind> kinds, bool* is) {
    const Token* token = Peek();
    if (token == nullptr) return false;
    *is = std::ranges::find(kinds, token->kind) != kinds.end();
    return true;
  }
  void Skip() { scanner_.Skip(); }

  bool Document() {
    if (Peek() == nullptr) return false;
    Skip();  // the stream's start
    if (!Prologue()) return false;
    while (!frames_.empty()) {
      if (!Step()) return false;
    }
    const Token* next = Peek();
    if (next == nullptr) return false;
    // What follows the first document is not yaml-cpp's to judge either.
    if (next->kind != Kind::kStreamEnd) end_ = next->begin.offset;
    return true;
  }

  // Directives and `---`; an empty stream; then the root node.
  bool Prologue() {
    bool explicit_start = false;
    if (!PeekIs({Kind::kVersionDirective, Kind::kTagDirective, Kind::kDocumentStart}, &explicit_start)) return false;
    if (explicit_start) {
      if (!Directives()) return false;
      if (Peek()->kind != Kind::kDocumentStart) return FailAtStart("did not find expected <document start>");
      Skip();
    }
    bool empty = false;
    const bool peeked = explicit_start ? PeekIs({Kind::kVersionDirective, Kind::kTagDirective, Kind::kDocumentStart,
                                                 Kind::kDocumentEnd, Kind::kStreamEnd},
                                                &empty)
                                       : PeekIs({Kind::kStreamEnd}, &empty);
    return peeked && (empty || Node(true, false));
  }

  bool Directives() {
    bool has_version = false;
    for (const Token* token = Peek(); token != nullptr; token = Peek()) {
      if (token->kind == Kind::kVersionDirective) {
        if (has_version) return FailAtStart("found duplicate %YAML directive");
        if (token->major != 1 || (token->minor != 1 && token->minor != 2)) {
          return FailAtStart("found incompatible YAML document");
        }
        has_version = true;
        edits_.push_back({token->begin.offset, token->end.offset - token->begin.offset, ""});
      } else if (token->kind == Kind::kTagDirective) {
        if (!handles_.insert(token->text).second) return FailAtStart("found duplicate %TAG directive");
      } else {
        return true;
      }
      Skip();
    }
    return false;
  }

  bool KnowsHandle(std::string_view handle) const {
    return handle.empty() || handle == "!" || handle == "!!" || handles_.contains(handle);
  }

  // One node with its properties; a collection opens a frame. An absent node is only sound after properties.
  bool Node(bool block, bool indentless) {
    const Token* token = Peek();
    if (token == nullptr) return false;
    const Mark begin = token->begin;
    if (token->kind == Kind::kAlias) return Alias(*token);
    bool has_properties = false;
    if (!Properties(begin, &has_properties)) return false;
    token = Peek();
    if (token == nullptr) return false;
    switch (token->kind) {
      case Kind::kScalar:
        RewriteScalar(*token);
        Skip();
        return true;
      case Kind::kFlowSequenceStart:
        return Open(Frame::Collection::kFlowSequence, *token);
      case Kind::kFlowMappingStart:
        return Open(Frame::Collection::kFlowMapping, *token);
      case Kind::kBlockEntry:
        if (!indentless) break;
        frames_.push_back({.collection = Frame::Collection::kIndentlessSequence, .mark = token->begin});
        return true;
      case Kind::kBlockSequenceStart:
        if (!block) break;
        return Open(Frame::Collection::kBlockSequence, *token);
      case Kind::kBlockMappingStart:
        if (!block) break;
        return Open(Frame::Collection::kBlockMapping, *token);
      default:
        break;
    }
    if (has_properties) return true;
    return Fail(block ? "while parsing a block node" : "while parsing a flow node", begin,
                "did not find expected node content");
  }

  bool Open(Frame::Collection collection, const Token& token) {
    frames_.push_back({.collection = collection, .mark = token.begin});
    Skip();
    return true;
  }

  // At most one anchor and one tag, in either order.
  bool Properties(const Mark& begin, bool* any) {
    bool anchor = false;
    bool tag = false;
    for (const Token* token = Peek(); token != nullptr; token = Peek()) {
      if (token->kind == Kind::kAnchor && !anchor) {
        anchor = true;
        Anchor(*token);
      } else if (token->kind == Kind::kTag && !tag) {
        tag = true;
        if (!KnowsHandle(token->text)) return Fail("while parsing a node", begin, "found undefined tag handle");
        if (text_.substr(token->begin.offset, token->end.offset - token->begin.offset) == "!") {
          edits_.push_back({token->begin.offset, 1, "!<?>"});
        }
      } else {
        *any = anchor || tag;
        tagged_ = tag;
        return true;
      }
      Skip();
    }
    return false;
  }

  bool InFlow() const { return !frames_.empty() && frames_.back().collection >= Frame::Collection::kFlowSequence; }

  // In flow collections yaml-cpp knows no '?' within plain scalars and no keys over several lines; in quotes with
  // nothing but white space it loses a line break.
  void RewriteScalar(const Token& token) {
    const std::string_view raw = text_.substr(token.begin.offset, token.end.offset - token.begin.offset);
    if (token.folded) return RewriteFolded(*token.folded, token.begin.offset, raw);
    const bool quoted = raw.starts_with('\'') || raw.starts_with('"');
    if (!quoted && InFlow() && raw.find_first_of("?\n") != std::string_view::npos) {
      edits_.push_back({token.begin.offset, raw.size(), (tagged_ ? "" : "!<?> ") + FoldedAndQuoted(raw)});
    }
    if (!quoted || raw.find_first_not_of(" \t\n", 1) != raw.size() - 1) return;
    const auto breaks = static_cast<size_t>(std::ranges::count(raw, '\n'));
    if (breaks < 2) return;
    std::string value = "\"";
    for (size_t i = 1; i < breaks; ++i) value += "\\n";
    edits_.push_back({token.begin.offset, raw.size(), value + "\""});
  }

  // Libyaml's other line ends (NEL, LS, PS) are left to yaml-cpp.
  void RewriteFolded(std::string_view value, size_t offset, std::string_view raw) {
    for (const std::string_view other : {"\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"}) {
      if (raw.find(other) != std::string_view::npos) return;
    }
    const size_t last = raw.find_last_of("\r\n");
    const size_t lines = last == std::string_view::npos || end_ == offset + raw.size() ? raw.size() : last + 1;
    edits_.push_back({offset, lines, Quoted(value) + "\n"});
  }

  void Anchor(const Token& token) {
    anchors_.insert(token.text);
    SeparateName(token);
  }

  bool Alias(const Token& token) {
    if (anchors_.contains(token.text)) {
      SeparateName(token);
    } else {
      if (!unknown_alias_) unknown_alias_ = token.text;
      edits_.push_back({token.begin.offset, token.end.offset - token.begin.offset, "~ "});
    }
    Skip();
    return true;
  }

  void SeparateName(const Token& token) {
    const size_t end = token.end.offset;
    if (end < text_.size() && std::string_view("?:%@`").find(text_[end]) != std::string_view::npos) {
      edits_.push_back({end, 0, " "});
    }
  }

  bool Step() {
    switch (frames_.back().collection) {
      case Frame::Collection::kBlockSequence:
        return BlockSequenceEntry();
      case Frame::Collection::kIndentlessSequence:
        return IndentlessEntry();
      case Frame::Collection::kBlockMapping:
        return frames_.back().at_value ? BlockMappingValue() : BlockMappingKey();
      case Frame::Collection::kFlowSequence:
        return FlowSequenceEntry();
      case Frame::Collection::kFlowPair:
        return frames_.back().at_value ? FlowPairValue() : FlowPairKey();
      case Frame::Collection::kFlowMapping:
        return frames_.back().at_value ? FlowMappingValue() : FlowMappingKey();
    }
    return false;
  }

  bool Close() {
    frames_.pop_back();
    return true;
  }
  bool SkipAndClose() {
    Skip();
    return Close();
  }
  // A node unless one of `ends` comes first.
  bool OptionalNode(std::initializer_list<Kind> ends, bool block, bool indentless) {
    bool absent = false;
    return PeekIs(ends, &absent) && (absent || Node(block, indentless));
  }

  bool BlockSequenceEntry() {
    const Token* token = Peek();
    if (token == nullptr) return false;
    if (token->kind == Kind::kBlockEnd) return SkipAndClose();
    if (token->kind != Kind::kBlockEntry) {
      return Fail("while parsing a block collection", frames_.back().mark, "did not find expected '-' indicator");
    }
    Skip();
    return OptionalNode({Kind::kBlockEntry, Kind::kBlockEnd}, true, false);
  }

  bool IndentlessEntry() {
    const Token* token = Peek();
    if (token == nullptr) return false;
    if (token->kind != Kind::kBlockEntry) return Close();
    Skip();
    return OptionalNode({Kind::kBlockEntry, Kind::kKey, Kind::kValue, Kind::kBlockEnd}, true, false);
  }

  bool BlockMappingKey() {
    const Token* token = Peek();
    if (token == nullptr) return false;
    if (token->kind == Kind::kBlockEnd) return SkipAndClose();
    if (token->kind != Kind::kKey) {
      return Fail("while parsing a block mapping", frames_.back().mark, "did not find expected key");
    }
    Skip();
    frames_.back().at_value = true;
    return OptionalNode({Kind::kKey, Kind::kValue, Kind::kBlockEnd}, true, true);
  }

  bool BlockMappingValue() {
    frames_.back().at_value = false;
    const Token* token = Peek();
    if (token == nullptr) return false;
    if (token->kind != Kind::kValue) return true;
    Skip();
    return OptionalNode({Kind::kKey, Kind::kValue, Kind::kBlockEnd}, true, true);
  }

  // The ',' between entries. `ended`: the closing bracket came instead.
  bool Separator(Kind end, std::string_view context, std::string_view expected, bool* ended) {
    Frame& frame = frames_.back();
    const bool first = frame.first;
    frame.first = false;
    if (!PeekIs({end}, ended)) return false;
    if (*ended || first) return true;
    if (Peek()->kind != Kind::kFlowEntry) return Fail(context, frame.mark, expected);
    Skip();
    return PeekIs({end}, ended);
  }

  bool FlowSequenceEntry() {
    bool ended = false;
    if (!Separator(Kind::kFlowSequenceEnd, "while parsing a flow sequence", "did not find expected ',' or ']'",
                   &ended)) {
      return false;
    }
    if (ended) return SkipAndClose();
    const Token* token = Peek();
    if (token->kind != Kind::kKey) return Node(false, false);
    SeparateKey(*token);
    return Open(Frame::Collection::kFlowPair, *token);
  }

  bool FlowPairKey() {
    frames_.back().at_value = true;
    bool absent = false;
    if (!PeekIs({Kind::kValue, Kind::kFlowEntry, Kind::kFlowSequenceEnd}, &absent)) return false;
    if (!absent) return Node(false, false);
    Skip();  // libyaml loses this token
    return true;
  }

  bool FlowPairValue() {
    Close();
    const Token* token = Peek();
    if (token == nullptr) return false;
    if (token->kind != Kind::kValue) return true;
    Skip();
    return OptionalNode({Kind::kFlowEntry, Kind::kFlowSequenceEnd}, false, false);
  }

  bool FlowMappingKey() {
    bool ended = false;
    if (!Separator(Kind::kFlowMappingEnd, "while parsing a flow mapping", "did not find expected ',' or '}'", &ended)) {
      return false;
    }
    if (ended) return SkipAndClose();
    Frame& frame = frames_.back();
    frame.at_value = true;
    frame.value_is_empty = Peek()->kind != Kind::kKey;
    if (frame.value_is_empty) {
      // yaml-cpp wants to see the ':' of a key at the end of its line.
      if (Peek()->kind == Kind::kScalar) edits_.push_back({Peek()->end.offset, 0, " :"});
      return Node(false, false);
    }
    SeparateKey(*Peek());
    Skip();
    return OptionalNode({Kind::kValue, Kind::kFlowEntry, Kind::kFlowMappingEnd}, false, false);
  }

  bool FlowMappingValue() {
    Frame& frame = frames_.back();
    frame.at_value = false;
    if (frame.value_is_empty) return true;
    const Token* token = Peek();
    if (token == nullptr) return false;
    if (token->kind != Kind::kValue) return true;
    Skip();
    return OptionalNode({Kind::kFlowEntry, Kind::kFlowMappingEnd}, false, false);
  }

  void SeparateKey(const Token& token) {
    const size_t after = token.begin.offset + 1;
    const bool written = text_[token.begin.offset] == '?';
    if (written && after < text_.size() && text_[after] != ' ') edits_.push_back({after, 0, " "});
  }

  // A carriage return alone ends a line for libyaml.
  void AddLineEndEdits() {
    for (size_t at = text_.find('\r'); at != std::string_view::npos; at = text_.find('\r', at + 1)) {
      if (at + 1 == text_.size() || text_[at + 1] != '\n') edits_.push_back({at, 1, "\n"});
    }
    std::ranges::stable_sort(edits_, {}, &Edit::offset);
  }

  std::optional<std::string> Rewritten() {
    AddLineEndEdits();
    if (edits_.empty() && end_ == text_.size()) return std::nullopt;
    std::string out;
    size_t position = 0;
    for (const Edit& edit : edits_) {
      if (edit.offset < position || edit.offset >= end_) continue;
      out.append(text_.substr(position, edit.offset - position)).append(edit.inserted);
      position = edit.offset + edit.removed;
    }
    return out.append(text_.substr(position, end_ - position));
  }

  std::string_view text_;
  LibyamlScanner scanner_;
  Problem problem_;
  std::vector<Frame> frames_;
  std::set<std::string_view> handles_;
  std::set<std::string_view> anchors_;
  std::optional<std::string> unknown_alias_;
  std::vector<Edit> edits_;
  size_t end_;
  // The node at hand has a tag.
  bool tagged_ = false;
};

}  // namespace

LibyamlVerdict CheckLikeLibyaml(std::string_view text) { return Checker(text).Run(); }

}  // namespace tincture::yaml
