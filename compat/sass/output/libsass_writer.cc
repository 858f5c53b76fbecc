// CSS as libsass writes it: nested, expanded, compact, compressed. Spaces, line ends and semicolons are scheduled and
// come out with the next text, so that a later word can still change them.
#include "compat/sass/eval/evaluator.h"
#include "compat/sass/output/writer.h"
#include "compat/sass/syntax/characters.h"
#include "compat/sass/value/operations.h"
#include "compat/sass/value/print.h"

namespace tincture::compat::sass {

namespace {

class Emitter {
 public:
  explicit Emitter(Style style) : style_(style) {}

  std::string buffer;
  int indentation = 0;
  bool in_comment = false;

  void Flush() {
    if (linefeeds_ > 0) {
      buffer.append(static_cast<size_t>(linefeeds_), '\n');
      linefeeds_ = 0;
      space_ = false;
    } else if (space_) {
      buffer += ' ';
      space_ = false;
    }
    if (delimiter_) {
      delimiter_ = false;
      // The semicolon belongs before the white space that was scheduled with it.
      buffer += ';';
    }
  }
  void Append(std::string_view text) {
    FlushDelimiterFirst();
    buffer += text;
  }
  void Indentation() {
    if (style_ == Style::kCompressed || style_ == Style::kCompact) return;
    if (linefeeds_ > 0 && indentation > 0) linefeeds_ = 1;
    FlushDelimiterFirst();
    buffer.append(static_cast<size_t>(indentation) * 2, ' ');
  }
  void Delimiter() {
    delimiter_ = true;
    if (style_ == Style::kCompact) {
      if (indentation == 0) {
        MandatoryLinefeed();
      } else {
        MandatorySpace();
      }
    } else if (style_ != Style::kCompressed) {
      OptionalLinefeed();
    }
  }
  void CommaSeparator() {
    Append(",");
    OptionalSpace();
  }
  void ColonSeparator(bool custom) {
    space_ = false;
    Append(":");
    if (!custom) OptionalSpace();
  }
  void MandatorySpace() { space_ = true; }
  void OptionalSpace() {
    if (style_ == Style::kCompressed || buffer.empty()) return;
    const char last = buffer.back();
    if ((!IsSpace(last) || delimiter_) && last != '(') MandatorySpace();
  }
  void SpecialLinefeed() {
    if (style_ != Style::kCompact) return;
    MandatoryLinefeed();
    for (int i = 0; i < indentation; ++i) Append("  ");
  }
  void OptionalLinefeed() {
    if (style_ == Style::kCompact) {
      MandatorySpace();
    } else {
      MandatoryLinefeed();
    }
  }
  void MandatoryLinefeed() {
    if (style_ == Style::kCompressed) return;
    linefeeds_ = 1;
    space_ = false;
  }
  void Open() {
    linefeeds_ = 0;
    OptionalSpace();
    Append("{");
    OptionalLinefeed();
    ++indentation;
  }
  void Close() {
    --indentation;
    linefeeds_ = 0;
    if (style_ == Style::kCompressed) delimiter_ = false;
    if (style_ == Style::kExpanded) {
      OptionalLinefeed();
      Indentation();
    } else {
      OptionalSpace();
    }
    Append("}");
    OptionalLinefeed();
    if (indentation != 0) return;
    if (style_ != Style::kCompressed) linefeeds_ = 2;
  }
  void Finish(bool final) {
    space_ = false;
    if (style_ == Style::kCompressed && final) delimiter_ = false;
    if (linefeeds_ > 0) linefeeds_ = 1;
    FlushDelimiterFirst();
  }

 private:
  // libsass puts what is scheduled down in the order: line ends or space, by way of Append, which flushes the semicolon
  // before them.
  void FlushDelimiterFirst() {
    if (delimiter_) {
      delimiter_ = false;
      buffer += ';';
    }
    Flush();
  }

  Style style_;
  int linefeeds_ = 0;
  bool space_ = false;
  bool delimiter_ = false;
};

class LibsassWriter {
 public:
  explicit LibsassWriter(const WriteContext& context)
      : context_(context), style_(context.values.style), out_(context.values.style) {}

  std::string Run(const CssNode* root) {
    for (const CssNode* child = root->first; child; child = child->next) Node(child);
    out_.Finish(true);
    Emitter head(style_);
    for (const CssNode* node : head_) {
      if (node->kind == CssKind::kComment) {
        head.Append(CommentText(node->text));
      } else {
        head.Append("@import");
        head.MandatorySpace();
        head.Append(node->text);
        if (!node->more.empty()) {
          head.MandatorySpace();
          head.Append(node->more);
        }
        head.Delimiter();
      }
      head.MandatoryLinefeed();
    }
    head.Finish(out_.buffer.empty());
    std::string css = head.buffer + out_.buffer;
    if (!css.empty() && !css.ends_with('\n')) css += '\n';
    for (const char c : css) {
      if (static_cast<unsigned char>(c) < 0x80) continue;
      css.insert(0, style_ == Style::kCompressed ? "\xEF\xBB\xBF" : "@charset \"UTF-8\";\n");
      break;
    }
    return css;
  }

 private:
  static bool Important(const CssNode* comment) { return comment->text.starts_with("/*!"); }

  // --- What is printed at all ---

  bool PrintableComment(const CssNode* node) const { return style_ != Style::kCompressed || Important(node); }

  bool PrintableDeclaration(const CssNode* node) const {
    const Value& value = node->value;
    return !(value.is_string() && !value.quoted() && value.text().empty());
  }

  bool PrintableRule(const CssNode* node) const {
    if (IsInvisibleOtherThanBogus(*node->selector())) return false;
    for (const CssNode* child = node->first; child; child = child->next) {
      switch (child->kind) {
        case CssKind::kAtRule:
          return true;
        case CssKind::kDeclaration:
          return PrintableDeclaration(child);
        case CssKind::kComment:
          if (PrintableComment(child)) return true;
          break;
        case CssKind::kImport:
          return true;
        default:
          if (PrintableBlock(child)) return true;
      }
    }
    return false;
  }

  bool PrintableBlock(const CssNode* node) const {
    for (const CssNode* child = node->first; child; child = child->next) {
      switch (child->kind) {
        case CssKind::kAtRule:
        case CssKind::kDeclaration:
          return true;
        case CssKind::kComment:
          if (PrintableComment(child)) return true;
          break;
        case CssKind::kRule:
          if (PrintableRule(child)) return true;
          break;
        case CssKind::kSupports:
          if (PrintableSupports(child)) return true;
          break;
        default:
          if (PrintableBlock(child)) return true;
      }
    }
    return false;
  }

  bool PrintableSupports(const CssNode* node) const {
    for (const CssNode* child = node->first; child; child = child->next) {
      if (child->kind == CssKind::kDeclaration || child->kind == CssKind::kAtRule) return true;
      if (child->kind == CssKind::kComment || child->kind == CssKind::kImport) continue;
      if (child->kind == CssKind::kRule && IsInvisibleOtherThanBogus(*child->selector())) continue;
      if (PrintableBlock(child)) return true;
    }
    return false;
  }

  // --- Nodes ---

  void Node(const CssNode* node) {
    switch (node->kind) {
      case CssKind::kComment:
        return Comment(node);
      case CssKind::kDeclaration:
        return Declaration(node);
      case CssKind::kRule:
        return Rule(node);
      case CssKind::kKeyframe:
        return Keyframe(node);
      case CssKind::kMedia:
        return Media(node);
      case CssKind::kSupports:
        return Supports(node);
      case CssKind::kAtRule:
        return AtRule(node);
      case CssKind::kImport:
        head_.push_back(node);
        return;
      default:
        return;
    }
  }

  std::string CommentText(std::string_view text) const {
    std::string out;
    for (size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '\r') {
        out += '\n';
        if (i + 1 < text.size() && text[i + 1] == '\n') ++i;
      } else {
        out += text[i] == '\f' ? '\n' : text[i];
      }
    }
    return style_ == Style::kCompact ? Compacted(out) : out;
  }

  // On one line, the stars at the lines' beginnings dropped.
  static std::string Compacted(const std::string& text) {
    std::string out;
    size_t spaces = 0;
    char previous = 0;
    bool cleaning = false;
    for (const char c : text) {
      if (cleaning) {
        if (c == '\n') {
          spaces = 0;
        } else if (c == '\t' || c == ' ') {
          ++spaces;
        } else if (c != '*') {
          cleaning = false;
          out += ' ';
          if (previous == '*' && c == '/') {
            out += "*/";
          } else {
            out += c;
          }
        }
      } else if (c == '\n') {
        cleaning = true;
      } else {
        out += c;
      }
      previous = c;
    }
    return spaces > 0 ? out : text;
  }

  void Comment(const CssNode* node) {
    if (!PrintableComment(node)) return;
    if (out_.buffer.empty()) {
      head_.push_back(node);
      return;
    }
    out_.Indentation();
    out_.Append(CommentText(node->text));
    if (out_.indentation == 0) {
      out_.MandatoryLinefeed();
    } else {
      out_.OptionalLinefeed();
    }
  }

  void LineComment(const CssNode* node) {
    const Source& source = context_.sources[node->span.source];
    size_t line = 1;
    for (uint32_t i = 0; i < node->span.start && i < source.text.size(); ++i) line += source.text[i] == '\n' ? 1 : 0;
    out_.Indentation();
    out_.Append("/* line " + std::to_string(line) + ", " + source.path + " */");
    out_.OptionalLinefeed();
  }

  void Rule(const CssNode* node) {
    if (!PrintableRule(node)) {
      for (const CssNode* child = node->first; child; child = child->next) {
        if (child->is_parent()) Node(child);
      }
      return;
    }
    if (style_ == Style::kNested) out_.indentation += node->tabs;
    if (context_.line_comments) LineComment(node);
    SelectorText(*node->selector());
    out_.Open();
    for (const CssNode* child = node->first; child; child = child->next) {
      if (child->kind != CssKind::kDeclaration || PrintableDeclaration(child)) Node(child);
    }
    if (style_ == Style::kNested) out_.indentation -= node->tabs;
    out_.Close();
  }

  void SelectorText(const SelectorList& list) {
    bool first = true;
    for (const Complex* complex : list.complexes) {
      if (IsInvisibleOtherThanBogus(*complex)) continue;
      if (first) {
        out_.Indentation();
      } else {
        out_.CommaSeparator();
      }
      if (complex->line_break && !first) {
        out_.OptionalLinefeed();
        if (style_ == Style::kNested) out_.Indentation();
      }
      first = false;
      std::string text;
      AppendSelector(text, *complex, {.style = style_, .inner_line_breaks = true, .bogus = true});
      out_.Append(text);
    }
  }

  void Keyframe(const CssNode* node) {
    out_.Indentation();
    out_.Append(node->text);
    out_.Open();
    for (const CssNode* child = node->first; child; child = child->next) {
      Node(child);
      if (child->next) out_.SpecialLinefeed();
    }
    out_.Close();
  }

  void Declaration(const CssNode* node) {
    if (style_ == Style::kNested) out_.indentation += node->tabs;
    out_.Indentation();
    out_.Append(node->text);
    out_.ColonSeparator(node->custom);
    std::string value;
    try {
      if (node->custom) {
        value = node->value.text();
      } else {
        AppendCss(context_.values, node->value, value);
      }
    } catch (ScriptError& error) {
      throw SassError{std::move(error.message), node->value_span};
    }
    out_.Append(value);
    out_.Delimiter();
    if (style_ == Style::kNested) out_.indentation -= node->tabs;
  }

  void Media(const CssNode* node) {
    if (!PrintableBlock(node)) return;
    if (style_ == Style::kNested) out_.indentation += node->tabs;
    out_.Indentation();
    out_.Append("@media");
    out_.MandatorySpace();
    bool between = false;
    for (const MediaQuery& query : node->queries) {
      if (between) {
        out_.CommaSeparator();
        out_.OptionalSpace();
      }
      between = true;
      Query(query);
    }
    out_.Open();
    for (const CssNode* child = node->first; child; child = child->next) Node(child);
    out_.Close();
    if (style_ == Style::kNested) out_.indentation -= node->tabs;
  }

  void Query(const MediaQuery& query) {
    bool join = false;
    if (!query.modifier.empty()) {
      out_.Append(query.modifier);
      out_.MandatorySpace();
    }
    if (!query.type.empty()) {
      out_.Append(query.type);
      join = true;
    }
    for (const std::string_view condition : query.conditions) {
      if (join) {
        out_.MandatorySpace();
        out_.Append(query.conjunction ? "and" : "or");
        out_.MandatorySpace();
      }
      out_.Append(condition);
      join = true;
    }
  }

  void Supports(const CssNode* node) {
    if (!PrintableSupports(node)) {
      for (const CssNode* child = node->first; child; child = child->next) {
        if (child->is_parent()) Node(child);
      }
      return;
    }
    if (style_ == Style::kNested) out_.indentation += node->tabs;
    out_.Indentation();
    out_.Append("@supports");
    out_.MandatorySpace();
    out_.Append(node->more);
    out_.Open();
    for (const CssNode* child = node->first; child; child = child->next) {
      Node(child);
      if (child->next) out_.SpecialLinefeed();
    }
    if (style_ == Style::kNested) out_.indentation -= node->tabs;
    out_.Close();
  }

  void AtRule(const CssNode* node) {
    out_.Indentation();
    out_.Append("@" + std::string(node->text));
    if (!node->more.empty()) {
      out_.MandatorySpace();
      out_.Append(node->more);
    }
    if (!node->has_body) {
      out_.Delimiter();
      return;
    }
    if (!node->first) {
      out_.OptionalSpace();
      out_.Append("{}");
      return;
    }
    out_.Open();
    const bool breaks = node->text != "font-face";
    for (const CssNode* child = node->first; child; child = child->next) {
      Node(child);
      if (child->next && breaks) out_.SpecialLinefeed();
    }
    out_.Close();
  }

  const WriteContext& context_;
  const Style style_;
  Emitter out_;
  std::vector<const CssNode*> head_;
};

}  // namespace

std::string WriteLibsass(const WriteContext& context, const CssNode* root) { return LibsassWriter(context).Run(root); }

}  // namespace tincture::compat::sass
