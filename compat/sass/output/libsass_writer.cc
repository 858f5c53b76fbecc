// CSS as libsass writes it: nested, expanded, compact, compressed. Spaces, line ends and semicolons are scheduled and
// come out with the next text, so that a later word can still change them.
#include "compat/sass/eval/evaluator.h"
#include "compat/sass/import_resolver.h"
#include "compat/sass/output/writer.h"
#include "compat/sass/syntax/characters.h"
#include "compat/sass/value/operations.h"
#include "compat/sass/value/print.h"
#include "liquid/support/utf8.h"

namespace tincture::compat::sass {

namespace {

class Emitter {
 public:
  Emitter(Style style, const Places* places) : style_(style), places_(places) {}

  std::string buffer;
  LibsassMappings mappings;  // where `places` are known
  int indentation = 0;
  bool in_comment = false;

  void Flush() {
    if (!delimiter_ && linefeeds_ == 0 && !space_) return;
    // The semicolon belongs before the white space that was scheduled with it.
    if (delimiter_) {
      delimiter_ = false;
      Put(";");
    }
    if (linefeeds_ > 0) {
      Put(std::string_view("\n\n").substr(0, static_cast<size_t>(linefeeds_)));
      linefeeds_ = 0;
    } else if (space_) {
      Put(" ");
    }
    space_ = false;
  }
  void Append(std::string_view text) {
    Flush();
    Put(text);
  }
  // A text whose places are known.
  void Append(std::string_view text, std::span<const MapEvent> events) {
    if (!places_) return Append(text);
    size_t at = 0;
    for (const MapEvent& event : events) {
      Append(text.substr(at, event.at - at));
      at = event.at;
      if (event.kind == MapEvent::Kind::kEnd) {
        MapEnd(event.place);
        continue;
      }
      MapStart(event.place);
      if (event.kind == MapEvent::Kind::kToken) MapStart(std::exchange(before_next_token, 0));
    }
    Append(text.substr(at));
  }
  void Token(std::string_view text, uint32_t place) {
    if (!places_) return Append(text);
    const auto size = static_cast<uint32_t>(text.size());
    const MapEvent events[] = {{0, place}, {size, place, MapEvent::Kind::kEnd}};
    Append(text, events);
  }
  void MapStart(uint32_t place) {
    if (places_ && place != 0) mappings.push_back({position_, (*places_)[place].source, (*places_)[place].start});
  }
  void MapEnd(uint32_t place) {
    if (places_ && place != 0) mappings.push_back({position_, (*places_)[place].source, (*places_)[place].end});
  }
  uint32_t before_next_token = 0;  // a place

  void Indentation() {
    if (style_ == Style::kCompressed || style_ == Style::kCompact) return;
    if (linefeeds_ > 0 && indentation > 0) linefeeds_ = 1;
    Flush();
    buffer.append(static_cast<size_t>(indentation) * 2, ' ');
    position_.column += static_cast<uint32_t>(indentation) * 2;
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
  void Open(uint32_t place = 0) {
    linefeeds_ = 0;
    OptionalSpace();
    Flush();
    MapStart(place);
    Append("{");
    OptionalLinefeed();
    ++indentation;
  }
  void Close(uint32_t place = 0) {
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
    MapEnd(place);
    OptionalLinefeed();
    if (indentation != 0) return;
    if (style_ != Style::kCompressed) linefeeds_ = 2;
  }
  void Finish(bool final) {
    space_ = false;
    if (style_ == Style::kCompressed && final) delimiter_ = false;
    if (linefeeds_ > 0) linefeeds_ = 1;
    Flush();
  }
  // What `head` wrote comes first.
  void Prepend(const Emitter& head) {
    buffer.insert(0, head.buffer);
    Shift(Advanced({}, head.buffer));
    mappings.insert(mappings.begin(), head.mappings.begin(), head.mappings.end());
  }
  void Shift(Position by) {
    for (LibsassMapping& mapping : mappings) {
      if (mapping.css.line == 0) mapping.css.column += by.column;
      mapping.css.line += by.line;
    }
  }

 private:
  void Put(std::string_view text) {
    buffer += text;
    if (places_) position_ = Advanced(position_, text);
  }

  Style style_;
  const Places* places_;
  Position position_;
  int linefeeds_ = 0;
  bool space_ = false;
  bool delimiter_ = false;
};

class LibsassWriter {
 public:
  explicit LibsassWriter(const WriteContext& context)
      : context_(context),
        style_(context.values.style),
        places_(context.libsass_mappings ? context.values.places : nullptr),
        out_(context.values.style, places_) {}

  std::string Run(const CssNode* root) {
    out_.buffer.reserve(RoomFor(context_.sources));
    for (const CssNode* child = root->first; child; child = child->next) Node(child);
    out_.Finish(true);
    Emitter head(style_, places_);
    for (const CssNode* node : head_) {
      if (node->kind == CssKind::kComment) {
        head.Token(CommentText(node->text), node->place);
      } else {
        head.Token("@import", node->place);
        head.MandatorySpace();
        head.Token(node->text, node->text.starts_with("url(") ? node->block_place : node->place);
        if (!node->more.empty()) {
          head.MandatorySpace();
          head.Append(node->more, node->more_events);
        }
        head.Delimiter();
      }
      head.MandatoryLinefeed();
    }
    head.Finish(out_.buffer.empty());
    out_.Prepend(head);
    std::string& css = out_.buffer;
    if (!css.empty() && !css.ends_with('\n')) css += '\n';
    if (!IsAscii(css)) {
      const bool mark = style_ == Style::kCompressed;
      css.insert(0, mark ? "\xEF\xBB\xBF" : "@charset \"UTF-8\";\n");
      if (!mark) out_.Shift({1, 0});
    }
    if (context_.libsass_mappings) *context_.libsass_mappings = std::move(out_.mappings);
    return std::move(css);
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
    out_.Token(CommentText(node->text), node->place);
    if (out_.indentation == 0) {
      out_.MandatoryLinefeed();
    } else {
      out_.OptionalLinefeed();
    }
  }

  void LineComment(const CssNode* node) {
    const Source& source = context_.sources[node->span.source];
    const size_t line = source.LineOf(node->span.start);
    out_.Indentation();
    out_.Append("/* line " + std::to_string(line) + ", " + RelativePath(context_.folder, source.path) + " */");
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
    out_.before_next_token = node->place;
    SelectorText(*node->selector());
    out_.Open(node->block_place);
    for (const CssNode* child = node->first; child; child = child->next) {
      if (child->kind != CssKind::kDeclaration || PrintableDeclaration(child)) Node(child);
    }
    if (style_ == Style::kNested) out_.indentation -= node->tabs;
    out_.Close(node->block_place);
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
      SelectorPrinting printing{.style = style_, .inner_line_breaks = true, .bogus = true};
      if (!places_) {
        out_.Flush();
        AppendSelector(out_.buffer, *complex, printing);
        continue;
      }
      std::string text;
      MapEvents events;
      printing.events = &events;
      AppendSelector(text, *complex, printing);
      out_.Append(text, events);
    }
  }

  void Keyframe(const CssNode* node) {
    out_.Indentation();
    out_.Append(node->text, node->more_events);
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
    out_.Token(node->text, node->place);
    out_.ColonSeparator(node->custom);
    DeclaredValue(node);
    out_.Delimiter();
    if (style_ == Style::kNested) out_.indentation -= node->tabs;
  }

  void DeclaredValue(const CssNode* node) {
    std::string value;
    MapEvents events;
    try {
      if (!places_) {
        out_.Flush();
        if (node->custom) {
          out_.buffer += node->value.text();
        } else {
          AppendCss(context_.values, node->value, out_.buffer, nullptr, in_media_);
        }
        return;
      }
      if (node->custom) {
        value = node->value.text();
        events = {{0, node->value.place()},
                  {static_cast<uint32_t>(value.size()), node->value.place(), MapEvent::Kind::kEnd}};
      } else {
        AppendCss(context_.values, node->value, value, &events, in_media_);
      }
    } catch (ScriptError& error) {
      throw SassError{std::move(error.message), node->value_span};
    }
    out_.Append(value, events);
  }

  void Media(const CssNode* node) {
    if (!PrintableBlock(node)) return;
    if (style_ == Style::kNested) out_.indentation += node->tabs;
    out_.Indentation();
    out_.Token("@media", node->place);
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
    // Its block has the place of what stands first in it.
    const CssNode* first = node->first;
    while (first->next && first->kind == CssKind::kComment && !PrintableComment(first)) first = first->next;
    out_.MapStart(first->place);
    out_.Open();
    in_media_ = true;
    for (const CssNode* child = node->first; child; child = child->next) Node(child);
    in_media_ = false;
    out_.Close();
    out_.MapEnd(first->place);
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
    out_.Token("@supports", node->place);
    out_.MandatorySpace();
    out_.Append(node->more, node->more_events);
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
    out_.Token("@" + std::string(node->text), node->place);
    if (!node->more.empty()) {
      out_.MandatorySpace();
      out_.Token(node->more, node->place);
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
  const Places* const places_;
  Emitter out_;
  bool in_media_ = false;
  std::vector<const CssNode*> head_;
};

}  // namespace

std::string WriteLibsass(const WriteContext& context, const CssNode* root) { return LibsassWriter(context).Run(root); }

}  // namespace tincture::compat::sass
