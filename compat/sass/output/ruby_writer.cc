// CSS as Ruby Sass 3.7 writes it: nested, expanded, compact, compressed.
#include <algorithm>

#include "compat/sass/eval/evaluator.h"
#include "compat/sass/output/writer.h"
#include "compat/sass/syntax/characters.h"
#include "compat/sass/value/print.h"

namespace tincture::compat::sass {

namespace {

class RubyWriter {
 public:
  explicit RubyWriter(const WriteContext& context) : context_(context), style_(context.values.style) {}

  std::string Run(const CssNode* root) {
    for (const CssNode* node : InOrder(root)) {
      if (Invisible(node)) continue;
      Node(node);
      if (!compressed()) out_ += '\n';
    }
    Strip();
    if (compressed() && out_.ends_with(';')) out_.pop_back();
    if (out_.empty()) return {};
    out_ += '\n';
    for (const char c : out_) {
      if (static_cast<unsigned char>(c) < 0x80) continue;
      out_.insert(0, compressed() ? "\xEF\xBB\xBF" : "@charset \"UTF-8\";\n");
      break;
    }
    return std::move(out_);
  }

 private:
  bool compressed() const { return style_ == Style::kCompressed; }
  bool lined() const { return style_ == Style::kNested || style_ == Style::kExpanded; }
  void Strip() {
    while (!out_.empty() && IsSpace(out_.back())) out_.pop_back();
  }
  void Tabs(int tabs) { out_.append(static_cast<size_t>(std::max(tabs, 0)) * 2, ' '); }
  int OwnTabs(const CssNode* node) const { return style_ == Style::kNested ? node->tabs : 0; }

  // Plain CSS imports stand before everything but the comments and imports at the head.
  static std::vector<const CssNode*> InOrder(const CssNode* root) {
    std::vector<const CssNode*> head;
    std::vector<const CssNode*> imports;
    std::vector<const CssNode*> rest;
    for (const CssNode* node = root->first; node; node = node->next) {
      if (!rest.empty()) {
        (node->kind == CssKind::kImport ? imports : rest).push_back(node);
      } else if (node->kind == CssKind::kComment || node->kind == CssKind::kImport) {
        head.push_back(node);
      } else {
        rest.push_back(node);
      }
    }
    head.insert(head.end(), imports.begin(), imports.end());
    head.insert(head.end(), rest.begin(), rest.end());
    return head;
  }

  static bool Loud(const CssNode* comment) { return comment->text.starts_with("/*!"); }

  bool Invisible(const CssNode* node) const {
    switch (node->kind) {
      case CssKind::kComment:
        return compressed() && !Loud(node);
      case CssKind::kDeclaration:
        return !node->custom && ValueText(node).empty();
      case CssKind::kRule:
        if (IsInvisibleOtherThanBogus(*node->selector())) return true;
        return AllInvisible(node);
      case CssKind::kMedia:
      case CssKind::kSupports:
        return AllInvisible(node);
      default:
        return false;
    }
  }
  bool AllInvisible(const CssNode* node) const {
    for (const CssNode* child = node->first; child; child = child->next) {
      if (!Invisible(child)) return false;
    }
    return true;
  }

  void Node(const CssNode* node) {
    switch (node->kind) {
      case CssKind::kComment:
        return Comment(node);
      case CssKind::kDeclaration:
        return Declaration(node);
      case CssKind::kRule:
        return Rule(node);
      case CssKind::kImport:
        return Directive(
            node, "@import " + std::string(node->text) + (node->more.empty() ? "" : " " + std::string(node->more)));
      case CssKind::kKeyframe:
        return Directive(node, std::string(node->text));
      case CssKind::kAtRule:
        return Directive(node,
                         "@" + std::string(node->text) + (node->more.empty() ? "" : " " + std::string(node->more)));
      case CssKind::kMedia:
        return Bubbling(node, "@media " + QueryText(node));
      case CssKind::kSupports:
        return Bubbling(node, "@supports " + std::string(node->more));
      default:
        return;
    }
  }

  std::string QueryText(const CssNode* node) const {
    std::string out;
    for (const MediaQuery& query : node->queries) {
      if (!out.empty()) out += ", ";
      if (!query.modifier.empty()) out += std::string(query.modifier) + " ";
      bool join = !query.type.empty();
      out += query.type;
      for (const std::string_view condition : query.conditions) {
        if (join) out += query.conjunction ? " and " : " or ";
        join = true;
        out += condition;
      }
    }
    return out;
  }

  void Bubbling(const CssNode* node, const std::string& text) {
    const int saved = tabs_;
    tabs_ += OwnTabs(node);
    Directive(node, text);
    tabs_ = saved;
    if (!compressed() && node->group_end) out_ += '\n';
  }

  void Directive(const CssNode* node, const std::string& text) {
    const bool has_body = node->is_parent();
    if (!node->first) {
      Tabs(tabs_);
      out_ += text;
      out_ += has_body ? (compressed() ? "{}" : " {}") : ";";
      return;
    }
    if (!compressed()) Tabs(tabs_);
    out_ += text;
    out_ += compressed() ? "{" : " {";
    if (!compressed()) out_ += style_ == Style::kCompact ? ' ' : '\n';
    DirectiveChildren(node);
    Strip();
    if (compressed() && out_.ends_with(';')) out_.pop_back();
    if (style_ == Style::kExpanded) {
      out_ += '\n';
      Tabs(tabs_);
    } else if (!compressed()) {
      out_ += ' ';
    }
    out_ += '}';
  }

  void WithTabs(int tabs, const CssNode* node) {
    const int saved = tabs_;
    tabs_ = tabs;
    Node(node);
    tabs_ = saved;
  }

  void DirectiveChildren(const CssNode* node) {
    bool had_children = true;
    bool first = true;
    for (const CssNode* child = node->first; child; child = child->next) {
      if (Invisible(child)) continue;
      if (style_ == Style::kCompact) {
        if (child->kind == CssKind::kDeclaration) {
          WithTabs(first || !had_children ? 0 : tabs_ + 1, child);
          out_ += ' ';
        } else {
          if (!had_children) {
            out_.pop_back();
            out_ += '\n';
          }
          if (first) {
            const size_t start = out_.size();
            WithTabs(tabs_ + 1, child);
            size_t spaces = start;
            while (spaces < out_.size() && IsSpace(out_[spaces])) ++spaces;
            out_.erase(start, spaces - start);
          } else {
            WithTabs(tabs_ + 1, child);
          }
          Strip();
          out_ += '\n';
        }
        had_children = child->is_parent();
        first = false;
      } else if (compressed()) {
        if (!had_children && !out_.ends_with(';')) out_ += ';';
        WithTabs(0, child);
        had_children = child->is_parent();
      } else {
        WithTabs(tabs_ + 1, child);
        out_ += '\n';
      }
    }
  }

  std::string ValueText(const CssNode* node) const {
    std::string text;
    try {
      AppendCss(context_.values, node->value, text);
    } catch (ScriptError& error) {
      throw SassError{std::move(error.message), node->value_span};
    }
    return text;
  }

  void Declaration(const CssNode* node) {
    if (Invisible(node)) return;
    Tabs(tabs_ + OwnTabs(node));
    out_ += node->text;
    out_ += ':';
    if (node->custom) {
      CustomValue(node);
    } else {
      if (!compressed()) out_ += ' ';
      out_ += ValueText(node);
    }
    if (!compressed()) out_ += ';';
  }

  // On one line, or with its lines' own indentation kept beneath the name's.
  void CustomValue(const CssNode* node) {
    const std::string_view text = node->value.text();
    if (style_ == Style::kCompact || compressed() || text.find('\n') == text.npos) {
      for (size_t i = 0; i < text.size(); ++i) {
        if (!IsSpace(text[i])) {
          out_ += text[i];
          continue;
        }
        size_t end = i;
        bool newline = false;
        while (end < text.size() && IsSpace(text[end])) newline |= text[end++] == '\n';
        if (newline) {
          out_ += ' ';
        } else {
          out_ += text.substr(i, end - i);
        }
        i = end - 1;
      }
      return;
    }
    std::string value(text);
    const size_t last = value.find_last_not_of(" \t\r\n\f");
    if (last != value.npos && value.find('\n', last) != value.npos) value = value.substr(0, last + 1) + " ";
    size_t least = std::string::npos;
    for (size_t at = value.find('\n'); at != value.npos; at = value.find('\n', at + 1)) {
      size_t column = 0;
      while (at + 1 + column < value.size() && (value[at + 1 + column] == ' ' || value[at + 1 + column] == '\t'))
        ++column;
      if (column > 0) least = std::min(least, column);
    }
    if (least == std::string::npos) least = 0;
    least = std::min(least, ColumnOf(node->span));
    for (size_t i = 0; i < value.size(); ++i) {
      out_ += value[i];
      if (value[i] != '\n') continue;
      const size_t text_start = std::min(value.find_first_not_of(" \t", i + 1), value.size());
      if (text_start - i - 1 < least) continue;
      Tabs(tabs_);
      i += least;
    }
  }

  // Of the name in its line.
  size_t ColumnOf(const Span& span) const {
    const std::string_view before = std::string_view(context_.sources[span.source].text).substr(0, span.start);
    return before.size() - (before.rfind('\n') + 1);
  }

  // The comment as it stood in its line, less the indentation that all its lines share.
  std::string CommentText(const CssNode* node) const {
    const std::string_view source = context_.sources[node->span.source].text;
    size_t line = node->span.start == 0 ? source.npos : source.rfind('\n', node->span.start - 1);
    line = line == source.npos ? 0 : line + 1;
    std::string text;
    for (size_t i = line; i < node->span.start; ++i) text += IsSpace(source[i]) ? source[i] : ' ';
    text += node->text;
    std::string_view common;
    bool first = true;
    for (size_t at = 0; at <= text.size();) {
      size_t end = text.find('\n', at);
      if (end == text.npos) end = text.size();
      size_t indent = at;
      while (indent < end && (text[indent] == ' ' || text[indent] == '\t')) ++indent;
      const std::string_view own(text.data() + at, indent - at);
      if (first) {
        common = own;
        first = false;
      } else {
        size_t same = 0;
        while (same < common.size() && same < own.size() && common[same] == own[same]) ++same;
        common = common.substr(0, same);
      }
      at = end + 1;
    }
    std::string out;
    for (size_t at = 0; at <= text.size();) {
      size_t end = text.find('\n', at);
      if (end == text.npos) end = text.size();
      out.append(text, std::min(at + common.size(), end), end - std::min(at + common.size(), end));
      if (end < text.size()) out += '\n';
      at = end + 1;
    }
    return out;
  }

  void Comment(const CssNode* node) {
    if (Invisible(node)) return;
    const std::string text = CommentText(node);
    size_t own = 0;
    while (own < text.size() && text[own] == ' ') ++own;
    const size_t wanted = static_cast<size_t>(std::max(tabs_, 0)) * 2;
    const std::string spaces(wanted > own ? wanted - own : 0, ' ');
    std::string content;
    for (const char c : text) {
      content += c;
      if (c == '\n') content += spaces;
    }
    if ((style_ == Style::kCompact || compressed()) && !Loud(node)) content = OnOneLine(content);
    out_ += spaces;
    out_ += content;
  }

  // A line's end with the spaces after it, and a star that does not close, is one space.
  static std::string OnOneLine(const std::string& text) {
    std::string out;
    for (size_t i = 0; i < text.size(); ++i) {
      if (text[i] != '\n' || i + 1 >= text.size() || text[i + 1] != ' ') {
        out += text[i];
        continue;
      }
      while (i + 1 < text.size() && text[i + 1] == ' ') ++i;
      if (i + 1 < text.size() && text[i + 1] == '*') {
        size_t after = i + 2;
        while (after < text.size() && text[after] == ' ') ++after;
        if (after >= text.size() || text[after] != '/') {
          i = after - 1;
        } else if (after > i + 2) {
          i = after - 2;
        }
      }
      out += ' ';
    }
    return out;
  }

  // The stylesheet itself has no name: Jekyll hands over its text.
  void LineComment(const CssNode* node) {
    const Source& source = context_.sources[node->span.source];
    Tabs(tabs_);
    out_ += "/* line " + std::to_string(source.LineOf(node->span.start));
    if (node->span.source != 0) out_ += ", " + source.path;
    out_ += " */\n";
  }

  void Rule(const CssNode* node) {
    if (Invisible(node)) return;
    const int saved = tabs_;
    tabs_ += OwnTabs(node);
    if (context_.line_comments && !compressed()) LineComment(node);
    Tabs(tabs_);
    Selector(*node->selector());
    const int own = tabs_;
    const bool group_end = node->group_end;
    if (style_ == Style::kCompact) {
      out_ += " { ";
      Children(node, " ", 0);
      out_ += " }";
      if (group_end) out_ += '\n';
    } else if (compressed()) {
      out_ += '{';
      Children(node, ";", 0);
      if (out_.ends_with(';')) out_.pop_back();
      out_ += '}';
    } else {
      out_ += " {\n";
      Children(node, "\n", own + 1);
      if (style_ == Style::kExpanded) {
        out_ += '\n';
        Tabs(own);
      } else {
        out_ += ' ';
      }
      out_ += '}';
      if (group_end) out_ += '\n';
    }
    tabs_ = saved;
  }

  void Children(const CssNode* node, std::string_view separator, int tabs) {
    bool first = true;
    for (const CssNode* child = node->first; child; child = child->next) {
      if (Invisible(child)) continue;
      if (!first) {
        if (separator == ";" && out_.ends_with(';')) out_.pop_back();
        out_ += separator;
      }
      first = false;
      WithTabs(tabs, child);
    }
  }

  void Selector(const SelectorList& list) {
    bool first = true;
    for (const Complex* complex : list.complexes) {
      if (IsInvisibleOtherThanBogus(*complex)) continue;
      if (!first) {
        out_ += ',';
        if (complex->line_break && lined()) {
          out_ += '\n';
          Tabs(tabs_);
        } else if (!compressed()) {
          out_ += ' ';
        }
      }
      first = false;
      const size_t start = out_.size();
      AppendSelector(out_, *complex,
                     {.style = style_,
                      .inspect = false,
                      .indentation = lined() ? tabs_ * 2 : 0,
                      .spaced_tilde = true,
                      .inner_line_breaks = true,
                      .bogus = true});
      if (compressed()) CloseUpNth(start);
    }
  }

  // `nth-child(2n + 1)` loses its spaces, whatever it is a part of.
  void CloseUpNth(size_t start) {
    for (size_t at = out_.find("nth", start); at != out_.npos; at = out_.find("nth", at + 3)) {
      size_t open = at + 3;
      while (open < out_.size() && out_[open] != '(' && out_[open] != ' ') ++open;
      const size_t close = out_.find(')', open);
      if (open >= out_.size() || out_[open] != '(' || close == out_.npos) continue;
      const auto first = out_.begin() + static_cast<ptrdiff_t>(open);
      const auto last = out_.begin() + static_cast<ptrdiff_t>(close);
      out_.erase(std::remove_if(first, last, [](char c) { return c == ' ' || c == '\t' || c == '\n'; }), last);
    }
  }

  const WriteContext& context_;
  const Style style_;
  std::string out_;
  int tabs_ = 0;
};

}  // namespace

std::string WriteRuby(const WriteContext& context, const CssNode* root) { return RubyWriter(context).Run(root); }

}  // namespace tincture::compat::sass
