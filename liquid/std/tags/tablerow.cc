// {% tablerow item in collection cols: 3 limit: 2 offset: 1 %}...{% endtablerow %}
#include <map>
#include <string>

#include "liquid/std/tags/loop_items.h"
#include "liquid/std/tags/tags.h"
#include "liquid/syntax/fragment.h"
#include "liquid/value/number.h"

namespace tincture::liquid {

namespace {

// The variable `tablerowloop`.
class TablerowloopDrop : public Drop {
 public:
  TablerowloopDrop(int64_t length, int64_t cols) : length_(length), cols_(cols) {}

  std::string_view ClassName() const override { return "Liquid::TablerowloopDrop"; }
  bool IsHashLike() const override { return false; }

  bool Find(const Symbol& key, DropAccess&, Value* out) const override {
    const std::string_view name = key.text;
    if (name == "length")
      *out = Value::Int(length_);
    else if (name == "col")
      *out = Value::Int(col_);
    else if (name == "row")
      *out = Value::Int(row_);
    else if (name == "index")
      *out = Value::Int(index_ + 1);
    else if (name == "index0")
      *out = Value::Int(index_);
    else if (name == "col0")
      *out = Value::Int(col_ - 1);
    else if (name == "rindex")
      *out = Value::Int(length_ - index_);
    else if (name == "rindex0")
      *out = Value::Int(length_ - index_ - 1);
    else if (name == "first")
      *out = Value::Bool(index_ == 0);
    else if (name == "last")
      *out = Value::Bool(IsLast());
    else if (name == "col_first")
      *out = Value::Bool(col_ == 1);
    else if (name == "col_last")
      *out = Value::Bool(IsLastColumn());
    else
      return false;
    return true;
  }

  int64_t row() const { return row_; }
  int64_t col() const { return col_; }
  bool IsLast() const { return index_ == length_ - 1; }
  bool IsLastColumn() const { return col_ == cols_; }
  void Increment() {
    ++index_;
    if (IsLastColumn()) {
      col_ = 1;
      ++row_;
    } else {
      ++col_;
    }
  }

 private:
  int64_t length_;
  int64_t cols_;
  int64_t index_ = 0;
  int64_t row_ = 1;
  int64_t col_ = 1;
};

struct TablerowMarkup {
  Symbol variable;
  Expression collection;
  std::optional<Expression> limit;
  std::optional<Expression> offset;
  Expression cols;
};

void AppendNumbered(std::string_view before, int64_t number, std::string_view after, Output& output) {
  output.Append(before);
  AppendInt(number, output.buffer());
  output.Append(after);
}

class Tablerow : public Block {
 public:
  Tablerow(const TablerowMarkup& markup, Body body) : Block(body), markup_(markup) {}

  void Render(Context& context, Output& output) const override {
    const Value collection = context.Evaluate(markup_.collection);
    if (context.failed() || !collection.Truthy()) return;
    const int64_t from = markup_.offset ? ToInt(context.Evaluate(*markup_.offset), context) : 0;
    std::optional<int64_t> to;
    if (markup_.limit) to = from + ToInt(context.Evaluate(*markup_.limit), context);
    LoopItems items(collection, context);
    items.Slice(from, to);
    const int64_t cols = ToInt(context.Evaluate(markup_.cols), context);
    if (context.failed()) return;
    output.Append("<tr class=\"row1\">\n");
    RenderItems(items, cols, context, output);
    if (!context.failed()) output.Append("</tr>\n");
  }

 private:
  void RenderItems(const LoopItems& items, int64_t cols, Context& context, Output& output) const {
    const Context::Scope scope(context);
    if (context.failed()) return;
    TablerowloopDrop& loop = context.Keep(std::make_unique<TablerowloopDrop>(items.size(), cols));
    if (!context.Set("tablerowloop", Value::OfDrop(&loop))) return;
    for (int64_t i = 0; i < items.size(); ++i) {
      context.Set(markup_.variable, items.At(i, context.arena()));
      AppendNumbered("<td class=\"col", loop.col(), "\">", output);
      body().Render(context, output);
      if (context.failed()) return;
      output.Append("</td>");
      if (loop.IsLastColumn() && !loop.IsLast()) {
        AppendNumbered("</tr>\n<tr class=\"row", loop.row() + 1, "\">", output);
      }
      loop.Increment();
    }
  }

  TablerowMarkup markup_;
};

// (\w+)\s+in\s+(QuotedFragment+), wherever it stands.
bool ParseMarkup(TagParser& parser, TablerowMarkup* out) {
  const std::string_view markup = parser.markup();
  for (size_t at = 0; at < markup.size(); ++at) {
    const size_t word_end = SkipWord(markup, at);
    if (word_end == at) continue;
    const size_t in = SkipSpaces(markup, word_end);
    const bool has_in = in != word_end && markup.substr(in, 2) == "in";
    const size_t collection = has_in ? SkipSpaces(markup, in + 2) : in;
    const size_t end = has_in && collection != in + 2 ? SkipFragments(markup, collection) : collection;
    if (end != collection) {
      out->variable = Symbol(markup.substr(at, word_end - at));
      out->collection = parser.ParseExpression(markup.substr(collection, end - collection));
      return true;
    }
    at = word_end - 1;
  }
  return false;
}

void ParseAttributes(TagParser& parser, TablerowMarkup* out) {
  size_t at = 0;
  while (const auto attribute = NextAttribute(parser.markup(), &at)) {
    const Expression value = parser.ParseExpression(attribute->value);
    if (attribute->key == "limit") out->limit = value;
    if (attribute->key == "offset") out->offset = value;
    if (attribute->key == "cols") out->cols = value;
  }
}

}  // namespace

std::unique_ptr<Tag> MakeTablerow(TagParser& parser) {
  TablerowMarkup markup;
  if (!ParseMarkup(parser, &markup)) {
    return parser.FailSyntax(
        "Syntax Error in 'table_row loop' - Valid syntax: table_row [item] in [collection] cols=3");
  }
  ParseAttributes(parser, &markup);
  const Body body = parser.ParseBody();
  if (parser.failed()) return nullptr;
  return std::make_unique<Tablerow>(markup, body);
}

}  // namespace tincture::liquid
