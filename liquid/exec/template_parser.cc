#include "liquid/exec/template_parser.h"

#include <algorithm>
#include <utility>

#include "liquid/support/utf8.h"
#include "liquid/syntax/fragment.h"

namespace tincture::liquid {

namespace {

bool IsSpaces(std::string_view text) { return std::all_of(text.begin(), text.end(), IsSpace); }

uint32_t CountLines(std::string_view text) { return static_cast<uint32_t>(std::count(text.begin(), text.end(), '\n')); }

}  // namespace

TemplateParser::TemplateParser(Template& result, bool trims_start)
    : template_(result),
      environment_(result.environment_),
      builder_(environment_, result.arena_),
      strict_(environment_.dialect, result.arena_),
      document_(result.text_, environment_.line_numbers ? 1 : 0),
      tokenizer_(&document_),
      line_(document_.line()),
      trim_next_text_(trims_start) {}

bool TemplateParser::ParseDocument() {
  OpenBody body = Open();
  const Stop stop = ParseNodes(body);
  if (!stop.tag.empty() && !failed_) {
    if (stop.tag == "else" || stop.tag == "end") {
      FailSyntax("Unexpected outer '" + std::string(stop.tag) + "' tag", "No block is open here: remove the tag.");
    } else {
      FailUnknownTag(stop.tag);
    }
  }
  if (failed_) {
    if (error_.line == 0 && error_.kind == kSyntaxError) error_.line = line_;
    return false;
  }
  template_.body_ = Close(body);
  template_.trims_next_ = trim_next_text_;
  return true;
}

// --- Bodies

TemplateParser::OpenBody TemplateParser::Open() { return {nodes_.size()}; }

Body TemplateParser::Close(const OpenBody& body) {
  const std::span<const Node> nodes(nodes_.begin() + body.first_node, nodes_.end());
  const Body closed{arena().CopySpan(nodes), body.blank};
  nodes_.resize(body.first_node);
  return closed;
}

TemplateParser::Stop TemplateParser::ParseNodes(OpenBody& body) {
  line_ = tokenizer_->line();
  return tokenizer_->mode() == Tokenizer::Mode::kLines ? ParseLineNodes(body) : ParseDocumentNodes(body);
}

TemplateParser::Stop TemplateParser::ParseDocumentNodes(OpenBody& body) {
  while (const auto token = tokenizer_->Next()) {
    offset_ = OffsetOf(token->text);
    if (token->kind == TemplateToken::Kind::kTag) {
      const uint32_t offset = offset_;
      HandleWhitespace(token->text, body);
      Stop tag;
      if (!CutTag(token->text, &tag)) return {};
      if (environment_.dialect.has_liquid_tag && tag.tag == "liquid") {
        ParseLiquidTag(tag.markup, body);
        if (failed_) return {};
        continue;
      }
      if (!AddTag(tag, offset, body)) return tag;
    } else if (token->kind == TemplateToken::Kind::kVariable) {
      HandleWhitespace(token->text, body);
      AddVariable(token->text, body);
    } else {
      AddText(token->text, body);
    }
    if (failed_) return {};
    line_ = tokenizer_->line();
  }
  return {};
}

TemplateParser::Stop TemplateParser::ParseLineNodes(OpenBody& body) {
  while (const auto token = tokenizer_->Next()) {
    if (!IsSpaces(token->text)) {
      offset_ = OffsetOf(token->text);
      Stop tag;
      if (!CutLine(token->text, &tag)) return {token->text, token->text};
      if (!AddTag(tag, offset_, body)) return tag;
      if (failed_) return {};
    }
    line_ = tokenizer_->line();
  }
  return {};
}

void TemplateParser::ParseLiquidTag(std::string_view markup, OpenBody& body) {
  Tokenizer lines(markup, line_, Tokenizer::Mode::kLines);
  Tokenizer* const outer = std::exchange(tokenizer_, &lines);
  const Stop stop = ParseLineNodes(body);
  tokenizer_ = outer;
  if (!stop.tag.empty()) FailUnknownTag(stop.tag, "liquid", "%}");
}

// \A{%-?\s*(\w+)\s*(.*?)-?%}\z
bool TemplateParser::CutTag(std::string_view token, Stop* out) {
  const Dialect& dialect = environment_.dialect;
  const size_t begin = token.substr(2, 1) == "-" ? 3 : 2;
  const size_t name = SkipSpaces(token, begin);
  const bool is_hash = dialect.tag_name_may_be_hash && token.substr(name, 1) == "#";
  const size_t name_end = is_hash ? name + 1 : SkipWord(token, name);
  const size_t markup = SkipSpaces(token, name_end);
  if (name_end == name || !token.ends_with("%}") || markup + 2 > token.size()) {
    FailSyntax("Tag '" + std::string(token) + "' was not properly terminated with regexp: /\\%\\}/",
               "A tag is {% name ... %}; where {% is meant as text, put {% raw %} and {% endraw %} around it.");
    return false;
  }
  size_t end = token.size() - 2;
  if (end > markup && token[end - 1] == '-') --end;
  out->tag = token.substr(name, name_end - name);
  out->markup = token.substr(markup, end - markup);
  if (dialect.lines_within_tag_count && line_ != 0) {
    line_ += CountLines(token.substr(begin, name - begin)) + CountLines(token.substr(name_end, markup - name_end));
  }
  return true;
}

// \A\s*(#|\w+)\s*(.*?)\z
bool TemplateParser::CutLine(std::string_view token, Stop* out) const {
  const size_t name = SkipSpaces(token, 0);
  const size_t name_end = token.substr(name, 1) == "#" ? name + 1 : SkipWord(token, name);
  if (name_end == name) return false;
  const size_t markup = SkipSpaces(token, name_end);
  *out = {token.substr(name, name_end - name), token.substr(markup)};
  return true;
}

bool TemplateParser::AddTag(const Stop& tag, uint32_t offset, OpenBody& body) {
  const TagFactory* const factory = environment_.FindTag(tag.tag);
  if (factory == nullptr) return false;
  const uint32_t line = line_;
  TagParser parser(*this, tag.tag, tag.markup, line, offset);
  std::unique_ptr<Tag> made = (*factory)(parser);
  if (failed_) return true;
  if (made == nullptr) {
    FailSyntax("'" + std::string(tag.tag) + "' tag could not be parsed");
    return true;
  }
  Node node{.kind = Node::Kind::kTag,
            .is_block = made->IsBlock(),
            .is_blank = made->Blank(),
            .line = line,
            .offset = offset,
            .size = 0,
            .tag = made.get()};
  body.blank = body.blank && node.is_blank;
  template_.is_repeatable_ = template_.is_repeatable_ && made->IsRepeatable();
  nodes_.push_back(node);
  template_.tags_.push_back(std::move(made));
  return true;
}

// \A{{-?(.*?)-?}}\z
void TemplateParser::AddVariable(std::string_view token, OpenBody& body) {
  if (token.size() < 4 || !token.ends_with("}}")) {
    FailSyntax(
        "Variable '" + std::string(token) + "' was not properly terminated with regexp: /\\}\\}/",
        "A variable is {{ name }} without any } in it; where {{ is meant as text, put {% raw %} and {% endraw %} "
        "around it.");
    return;
  }
  std::string_view markup = token.substr(2, token.size() - 4);
  if (markup.starts_with('-')) markup.remove_prefix(1);
  if (markup.ends_with('-')) markup.remove_suffix(1);
  const uint32_t offset = offset_;
  const Variable* const variable = ParseVariable(markup, line_);
  if (variable == nullptr) return;
  body.blank = false;
  nodes_.push_back({.kind = Node::Kind::kVariable, .line = line_, .offset = offset, .size = 0, .variable = variable});
}

void TemplateParser::AddText(std::string_view token, OpenBody& body) {
  if (trim_next_text_) token = StripLeft(token);
  trim_next_text_ = false;
  const bool blank = IsSpaces(token);
  body.blank = body.blank && blank;
  nodes_.push_back({.kind = Node::Kind::kText,
                    .is_blank = blank,
                    .line = line_,
                    .offset = offset_,
                    .size = static_cast<uint32_t>(token.size()),
                    .text = token.data()});
}

// `{%-` strips the text before it, which lies in the same body or is left alone; `-%}` the next text, wherever it is.
void TemplateParser::HandleWhitespace(std::string_view token, const OpenBody& body) {
  if (token.size() > 2 && token[2] == '-' && nodes_.size() > body.first_node &&
      nodes_.back().kind == Node::Kind::kText) {
    Node& text = nodes_.back();
    text.size = static_cast<uint32_t>(StripRight({text.text, text.size}).size());
  }
  trim_next_text_ = token.size() > 2 && token[token.size() - 3] == '-';
}

uint32_t TemplateParser::OffsetOf(std::string_view view) const {
  return static_cast<uint32_t>(view.data() - template_.text_.data());
}

TagParser::Part TemplateParser::ParsePart(std::string_view block, uint32_t opened_at) {
  if (depth_ >= kMaxDepth) {
    Fail({.kind = std::string(kStackLevelError),
          .text = "Nesting too deep",
          .hint = "Blocks may stand a hundred deep within one another: move some of them to an include."});
    return {};
  }
  ++depth_;
  OpenBody body = Open();
  const Stop stop = ParseNodes(body);
  --depth_;
  const TagParser::Part part{Close(body), stop.tag.starts_with("end") && stop.tag.substr(3) == block, stop.tag,
                             stop.markup};
  if (!failed_ && stop.tag.empty()) FailNeverClosed(block, opened_at);
  return part;
}

// A token is the end where it matches \A(.*){%\s*(\w+)\s*(.*)?%}\z with the end tag's name. So `{%- endraw %}` is not,
// and `{{ {% endraw %}` is.
std::span<const std::string_view> TemplateParser::ParseRaw(std::string_view block, uint32_t opened_at) {
  std::vector<std::string_view> pieces;
  while (const auto token = tokenizer_->Next()) {
    std::string_view before = token->text;
    bool is_tag = false;
    bool is_end = false;
    for (size_t at = before.ends_with("%}") ? before.rfind("{%") : std::string_view::npos;
         at != std::string_view::npos && !is_tag; at = at == 0 ? std::string_view::npos : before.rfind("{%", at - 1)) {
      const size_t name = SkipSpaces(token->text, at + 2);
      const std::string_view word = token->text.substr(name, SkipWord(token->text, name) - name);
      is_tag = !word.empty();
      is_end = word.starts_with("end") && word.substr(3) == block;
      if (is_tag) before = token->text.substr(0, at);
    }
    // 4.0.4 takes what precedes any tag, and then the whole token as well.
    if (is_end || (is_tag && !environment_.dialect.raw_keeps_other_tags_whole)) {
      if (!before.empty()) pieces.push_back(before);
    }
    if (is_end) return arena().CopySpan(std::span<const std::string_view>(pieces));
    pieces.push_back(token->text);
  }
  FailNeverClosed(block, opened_at);
  return {};
}

// --- Markup

bool TemplateParser::AllowsLax(std::string message, std::string_view markup_context, uint32_t line) {
  LiquidError error{.kind = std::string(kSyntaxError),
                    .text = std::move(message),
                    .line = line,
                    .template_name = {},
                    .markup_context = std::string(markup_context)};
  error.where = Here();
  if (environment_.error_mode == ErrorMode::kStrict) {
    Fail(std::move(error));
    return false;
  }
  if (environment_.error_mode == ErrorMode::kWarn) template_.warnings_.push_back(error.ToError());
  return true;
}

const Variable* TemplateParser::ParseVariable(std::string_view markup, uint32_t line) {
  VariableText text;
  const bool is_lax = environment_.error_mode == ErrorMode::kLax && !environment_.dialect.strict_variable_first;
  std::string error;
  if (is_lax || !strict_.ParseVariable(markup, &text, &error)) {
    if (!is_lax && !AllowsLax(std::move(error), "in \"{{" + std::string(markup) + "}}\"", line)) return nullptr;
    text = VariableText();
    LaxVariable(markup, &text);
  }
  return builder_.Build(text);
}

bool TemplateParser::ParseCondition(std::string_view markup, uint32_t line, Condition* out) {
  std::vector<ComparisonText> texts;
  const bool is_lax = environment_.error_mode == ErrorMode::kLax;
  std::string error;
  if (is_lax || !strict_.ParseCondition(markup, &texts, &error)) {
    if (!is_lax && !AllowsLax(std::move(error), "in \"" + std::string(Strip(markup)) + "\"", line)) return false;
    texts.clear();
    if (!LaxCondition(markup, &texts)) {
      FailSyntax("Syntax Error in tag 'if' - Valid syntax: if [expression]");
      return false;
    }
  }
  *out = builder_.Build(texts);
  return true;
}

bool TemplateParser::ParseLoop(std::string_view markup, uint32_t line, LoopText* out) {
  const bool is_lax = environment_.error_mode == ErrorMode::kLax;
  std::string error;
  if (is_lax || !strict_.ParseLoop(markup, out, &error)) {
    if (!is_lax && !AllowsLax(std::move(error), "in \"" + std::string(Strip(markup)) + "\"", line)) return false;
    *out = LoopText();
    if (!LaxLoop(markup, out)) {
      FailSyntax("Syntax Error in 'for loop' - Valid syntax: for [item] in [collection]");
      return false;
    }
  }
  return true;
}

// --- Errors

// The place of the token under way. Tokens come in order, so the lines before are counted once.
SourcePosition TemplateParser::Here() {
  if (offset_ < seen_) seen_ = 0, seen_lines_ = 0, line_start_ = 0;
  for (; seen_ < offset_; ++seen_) {
    if (template_.text_[seen_] != '\n') continue;
    ++seen_lines_;
    line_start_ = seen_ + 1;
  }
  return {template_.path_, template_.lines_before_ + seen_lines_ + 1, offset_ - line_start_ + 1};
}

void TemplateParser::Fail(LiquidError error) {
  if (failed_) return;
  failed_ = true;
  error_ = std::move(error);
  if (error_.where.line == 0) error_.where = Here();
}

void TemplateParser::FailSyntax(std::string_view text, std::string_view hint) {
  Fail({.kind = std::string(kSyntaxError), .text = std::string(text), .hint = std::string(hint)});
}

// Liquid names the last line; what the user looks for is where the block begins.
void TemplateParser::FailNeverClosed(std::string_view block, uint32_t opened_at) {
  const std::string name(block);
  offset_ = opened_at;
  FailSyntax("'" + name + "' tag was never closed", "The block opened here needs an {% end" + name + " %}.");
}

void TemplateParser::FailUnknownTag(std::string_view tag) {
  const bool is_end = tag.starts_with("end");
  FailSyntax("Unknown tag '" + std::string(tag) + "'",
             is_end ? "No block of this kind is open here: remove the tag, or look for one that ends too soon."
                    : "Is the name misspelt, or the plugin missing that has this tag?");
}

void TemplateParser::FailUnknownTag(std::string_view tag, std::string_view block, std::string_view delimiter) {
  const std::string name(tag);
  const std::string block_name(block);
  if (tag == "else") {
    FailSyntax(block_name + " tag does not expect 'else' tag");
  } else if (tag.starts_with("end")) {
    FailSyntax("'" + name + "' is not a valid delimiter for " + block_name + " tags. use " + std::string(delimiter),
               "The block that is open here has to end first.");
  } else {
    FailUnknownTag(tag);
  }
}

}  // namespace tincture::liquid
