// CSS as Dart Sass writes it: expanded and compressed.
#include <algorithm>

#include "compat/sass/eval/evaluator.h"
#include "compat/sass/output/writer.h"
#include "compat/sass/syntax/characters.h"
#include "compat/sass/value/print.h"

namespace tincture::compat::sass {

namespace {

class DartWriter {
 public:
  explicit DartWriter(const WriteContext& context)
      : context_(context), compressed_(context.values.style == Style::kCompressed) {}

  std::string Run(const CssNode* root) {
    const CssNode* previous = nullptr;
    for (const CssNode* child = root->first; child; child = child->next) {
      if (Invisible(child)) continue;
      if (previous) {
        if (NeedsSemicolon(previous)) out_ += ';';
        if (TrailingComment(child, previous)) {
          OptionalSpace();
        } else {
          LineFeed();
          if (previous->group_end) LineFeed();
        }
      }
      previous = child;
      Node(child);
    }
    if (previous && NeedsSemicolon(previous) && !compressed_) out_ += ';';
    bool ascii = true;
    for (const char c : out_) ascii &= static_cast<unsigned char>(c) < 0x80;
    if (!ascii && context_.charset) AddCharset();
    return std::move(out_);
  }

 private:
  static bool Preserved(const CssNode* comment) { return comment->text.starts_with("/*!"); }

  bool Invisible(const CssNode* node) const {
    switch (node->kind) {
      case CssKind::kComment:
        return compressed_ && !Preserved(node);
      case CssKind::kDeclaration:
      case CssKind::kImport:
      case CssKind::kAtRule:
        return false;
      case CssKind::kRule:
        if (IsInvisible(*node->selector())) return true;
        break;
      default:
        break;
    }
    for (const CssNode* child = node->first; child; child = child->next) {
      if (!Invisible(child)) return false;
    }
    return true;
  }

  static bool NeedsSemicolon(const CssNode* node) {
    if (node->kind == CssKind::kAtRule) return !node->has_body;
    return node->kind == CssKind::kDeclaration || node->kind == CssKind::kImport;
  }

  std::string_view SourceText(const Span& span) const { return context_.sources[span.source].text; }
  // Whether a line ends between two places.
  bool SameLine(uint32_t source, uint32_t from, uint32_t to) const {
    const std::string_view text = context_.sources[source].text;
    if (from > to) std::swap(from, to);
    return text.substr(from, to - from).find('\n') == std::string_view::npos;
  }

  bool TrailingComment(const CssNode* node, const CssNode* previous) const {
    if (compressed_ || node->kind != CssKind::kComment) return false;
    if (node->span.source != previous->span.source) return false;
    const bool contained = previous->span.start <= node->span.start && node->span.end <= previous->span.end;
    if (!contained) return SameLine(node->span.source, previous->span.end, node->span.start);
    // Inside its parent: after the `{` of the same line.
    const std::string_view text = SourceText(node->span);
    size_t at = node->span.start;
    if (at == 0) return false;
    const size_t brace = text.rfind('{', at - 1);
    if (brace == text.npos || brace < previous->span.start) return false;
    return SameLine(node->span.source, static_cast<uint32_t>(brace), node->span.start);
  }

  void LineFeed() {
    if (!compressed_) out_ += '\n';
  }
  void OptionalSpace() {
    if (!compressed_) out_ += ' ';
  }
  void Indentation() {
    if (!compressed_) out_.append(static_cast<size_t>(indentation_) * 2, ' ');
  }

  // Whatever comes next is from there.
  void Map(const Span& span) {
    if (!context_.mappings) return;
    Count(false);
    context_.mappings->push_back({span.source, span.start, line_, column_});
  }

  // Lines that began since the last Map are from there too.
  void EndMap() {
    if (context_.mappings) Count(true);
  }

  void Count(bool mapped) {
    for (; counted_ < out_.size(); ++counted_) {
      const auto c = static_cast<unsigned char>(out_[counted_]);
      if (c == '\n') {
        ++line_;
        column_ = 0;
        if (mapped)
          context_.mappings->push_back({context_.mappings->back().source, context_.mappings->back().offset, line_, 0});
      } else if ((c & 0xC0) != 0x80) {
        column_ += c >= 0xF0 ? 2 : 1;
      }
    }
  }

  // A byte order mark or @charset comes before everything.
  void AddCharset() {
    out_.insert(0, compressed_ ? "\xEF\xBB\xBF" : "@charset \"UTF-8\";\n");
    if (!context_.mappings) return;
    for (Mapping& mapping : *context_.mappings) {
      if (!compressed_) ++mapping.line;
      if (compressed_ && mapping.line == 0) ++mapping.column;
    }
  }

  void Node(const CssNode* node) {
    switch (node->kind) {
      case CssKind::kComment:
        return Comment(node);
      case CssKind::kDeclaration:
        return Declaration(node);
      case CssKind::kImport:
        Indentation();
        Map(node->span);
        out_ += "@import";
        OptionalSpace();
        ImportUrl(node->text);
        if (!node->more.empty()) {
          OptionalSpace();
          out_ += node->more;
        }
        return;
      case CssKind::kRule:
        Indentation();
        Map(node->span);
        AppendSelector(out_, *node->selector(),
                       {.style = context_.values.style, .inspect = false, .indentation = indentation_ * 2});
        EndMap();
        return Children(node);
      case CssKind::kKeyframe:
        Indentation();
        Map(node->span);
        out_ += node->text;
        return Children(node);
      case CssKind::kMedia:
        return Media(node);
      case CssKind::kSupports:
        Indentation();
        Map(node->span);
        out_ += "@supports";
        if (!(compressed_ && node->more.starts_with('('))) out_ += ' ';
        out_ += node->more;
        return Children(node);
      case CssKind::kAtRule:
        Indentation();
        Map(node->span);
        out_ += '@';
        out_ += node->text;
        if (!node->more.empty()) {
          out_ += ' ';
          out_ += node->more;
        }
        if (node->has_body) Children(node);
        return;
      default:
        return;
    }
  }

  void ImportUrl(std::string_view url) {
    if (!compressed_ || !url.starts_with('u')) {
      out_ += url;
      return;
    }
    const std::string_view contents = url.substr(4, url.size() - 5);
    if (contents.starts_with('\'') || contents.starts_with('"')) {
      out_ += contents;
    } else {
      AppendQuoted(context_.values, contents, out_);
    }
  }

  void Media(const CssNode* node) {
    Indentation();
    Map(node->span);
    out_ += "@media";
    const MediaQuery& first = node->queries.front();
    if (!compressed_ || !first.modifier.empty() || !first.type.empty() ||
        (first.conditions.size() == 1 && first.conditions[0].starts_with("(not "))) {
      out_ += ' ';
    }
    bool between = false;
    for (const MediaQuery& query : node->queries) {
      if (between) out_ += compressed_ ? "," : ", ";
      between = true;
      Query(query);
    }
    Children(node);
  }

  void Query(const MediaQuery& query) {
    if (!query.modifier.empty()) {
      out_ += query.modifier;
      out_ += ' ';
    }
    if (!query.type.empty()) {
      out_ += query.type;
      if (!query.conditions.empty()) out_ += " and ";
    }
    if (query.conditions.size() == 1 && query.conditions[0].starts_with("(not ")) {
      out_ += "not ";
      out_ += query.conditions[0].substr(5, query.conditions[0].size() - 6);
      return;
    }
    bool between = false;
    for (const std::string_view condition : query.conditions) {
      if (between) {
        if (!compressed_) out_ += ' ';
        out_ += query.conjunction ? "and " : "or ";
      }
      between = true;
      out_ += condition;
    }
  }

  void Children(const CssNode* node) {
    OptionalSpace();
    out_ += '{';
    const CssNode* before = nullptr;
    const CssNode* previous = nullptr;
    for (const CssNode* child = node->first; child; child = child->next) {
      if (Invisible(child)) continue;
      if (previous && NeedsSemicolon(previous)) out_ += ';';
      if (TrailingComment(child, previous ? previous : node)) {
        OptionalSpace();
        const int saved = indentation_;
        indentation_ = 0;
        Node(child);
        indentation_ = saved;
      } else {
        LineFeed();
        ++indentation_;
        Node(child);
        --indentation_;
      }
      before = previous;
      previous = child;
    }
    if (previous) {
      if (NeedsSemicolon(previous) && !compressed_) out_ += ';';
      if (!before && TrailingComment(previous, node)) {
        OptionalSpace();
      } else {
        LineFeed();
        Indentation();
      }
    }
    out_ += '}';
  }

  void Declaration(const CssNode* node) {
    Indentation();
    Map(node->span);
    out_ += node->text;
    out_ += ':';
    if (node->custom) {
      Map(node->value_span);
      const std::string_view text = node->value.text();
      if (compressed_) {
        Folded(text);
      } else {
        Reindented(text, ColumnOf(node->span));
      }
      return;
    }
    OptionalSpace();
    Map(node->value_span);
    try {
      AppendCss(context_.values, node->value, out_);
    } catch (ScriptError& error) {
      throw SassError{std::move(error.message), node->value_span};
    }
  }

  int ColumnOf(const Span& span) const {
    const std::string_view text = SourceText(span);
    const size_t newline = span.start == 0 ? text.npos : text.rfind('\n', span.start - 1);
    return static_cast<int>(newline == text.npos ? span.start : span.start - newline - 1);
  }

  void Folded(std::string_view text) {
    for (size_t i = 0; i < text.size(); ++i) {
      if (text[i] != '\n') {
        out_ += text[i];
        continue;
      }
      out_ += ' ';
      while (i + 1 < text.size() && IsSpace(text[i + 1])) ++i;
    }
  }

  // The least indentation of all lines but the first: -2 where there is one line, -1 where the others are blank.
  static int LeastIndentation(std::string_view text) {
    size_t at = text.find('\n');
    if (at == text.npos) return -2;
    if (at + 1 == text.size()) return -1;
    int least = -1;
    while (at < text.size()) {
      ++at;
      int column = 0;
      while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at, ++column;
      if (at == text.size()) break;
      if (text[at] != '\n') {
        least = least < 0 ? column : std::min(least, column);
        at = std::min(text.find('\n', at), text.size());
      }
    }
    return least;
  }

  void Reindented(std::string_view text, int column) {
    const int least = LeastIndentation(text);
    if (least == -2) {
      out_ += text;
    } else if (least == -1) {
      while (!text.empty() && IsSpace(text.back())) text.remove_suffix(1);
      out_ += text;
      out_ += ' ';
    } else {
      WithIndentation(text, std::min(least, column));
    }
  }

  void WithIndentation(std::string_view text, int least) {
    size_t at = text.find('\n');
    out_ += text.substr(0, at);
    ++at;
    for (;;) {
      size_t line = at;
      size_t newlines = 1;
      while (at < text.size() && IsSpace(text[at])) {
        if (text[at] == '\n') {
          line = at + 1;
          ++newlines;
        }
        ++at;
      }
      if (at >= text.size()) {
        out_ += ' ';
        return;
      }
      out_.append(newlines, '\n');
      Indentation();
      const size_t end = std::min(text.find('\n', at), text.size());
      const size_t from = std::min(line + static_cast<size_t>(least), end);
      out_ += text.substr(from, end - from);
      if (end == text.size()) return;
      at = end + 1;
    }
  }

  void Comment(const CssNode* node) {
    Map(node->span);
    Indentation();
    const int least = LeastIndentation(node->text);
    if (least < 0) {
      out_ += node->text;
    } else {
      WithIndentation(node->text, std::min(least, ColumnOf(node->span)));
    }
    EndMap();
  }

  const WriteContext& context_;
  const bool compressed_;
  std::string out_;
  int indentation_ = 0;
  size_t counted_ = 0;
  uint32_t line_ = 0;
  uint32_t column_ = 0;
};

}  // namespace

std::string WriteDart(const WriteContext& context, const CssNode* root) { return DartWriter(context).Run(root); }

}  // namespace tincture::compat::sass
