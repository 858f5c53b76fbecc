// The evaluator's CSS tree: where new nodes go, and media queries.
#include "compat/sass/eval/evaluator.h"
#include "compat/sass/syntax/characters.h"

namespace tincture::compat::sass {

CssNode* Evaluator::NewNode(CssKind kind, Span span) {
  CssNode* node = arena_.New<CssNode>();
  node->kind = kind;
  node->span = span;
  return node;
}

CssNode* Evaluator::CopyWithoutChildren(const CssNode* node) {
  CssNode* copy = arena_.New<CssNode>(*node);
  copy->parent = copy->next = copy->first = copy->last = nullptr;
  copy->group_end = false;
  return copy;
}

namespace {

bool SameWithoutChildren(const CssNode* a, const CssNode* b) {
  return a->kind == b->kind && a->handle == b->handle && a->store == b->store && a->text == b->text &&
         a->more == b->more && (a->kind != CssKind::kMedia || a->queries.data() == b->queries.data());
}

}  // namespace

// `parent`, or a copy of it where something stands behind it already, so that the order stays.
CssNode* Evaluator::WithoutFollowing(CssNode* parent) {
  if (!parent->parent || parent->next == nullptr) return parent;
  CssNode* outer = parent->parent;
  if (SameWithoutChildren(parent, outer->last)) return outer->last;
  CssNode* copy = CopyWithoutChildren(parent);
  outer->Append(copy);
  return copy;
}

void Evaluator::AddToParent(CssNode* node) {
  if (!dialect_.nested_tree) parent_ = WithoutFollowing(parent_);
  parent_->Append(node);
}

// --- Media queries ---

namespace {

bool SameIgnoringCase(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (size_t i = 0; i < a.size(); ++i) {
    if (Lower(a[i]) != Lower(b[i])) return false;
  }
  return true;
}

class QueryParser {
 public:
  QueryParser(Arena& arena, std::string_view text, bool loose) : arena_(arena), text_(text), loose_(loose) {}

  // False: it is no list of media queries.
  bool Parse(std::vector<MediaQuery>* queries) {
    do {
      Space();
      MediaQuery query;
      if (!Query(&query)) return false;
      queries->push_back(query);
      Space();
    } while (Take(','));
    return at_ == text_.size();
  }

 private:
  char Peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  void Space() {
    for (;;) {
      while (at_ < text_.size() && IsSpace(text_[at_])) ++at_;
      if (text_.substr(at_).starts_with("/*")) {
        const size_t close = text_.find("*/", at_ + 2);
        at_ = close == text_.npos ? text_.size() : close + 2;
        continue;
      }
      return;
    }
  }
  bool Take(char c) {
    if (Peek() != c) return false;
    ++at_;
    return true;
  }
  std::string_view Word() {
    const size_t start = at_;
    while (at_ < text_.size() && (IsNameCharacter(text_[at_]) || text_[at_] == '\\')) at_ += text_[at_] == '\\' ? 2 : 1;
    at_ = std::min(at_, text_.size());
    return text_.substr(start, at_ - start);
  }
  bool TakeWord(std::string_view word) {
    const size_t saved = at_;
    if (SameIgnoringCase(Word(), word)) return true;
    at_ = saved;
    return false;
  }
  // `(...)` with whatever is inside, spaces at its ends dropped.
  bool InParentheses(std::string* out) {
    if (Peek() != '(') return false;
    const size_t start = at_;
    int nesting = 0;
    char quote = 0;
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (quote) {
        if (c == quote) quote = 0;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '(' || c == '[' || c == '{') {
        ++nesting;
      } else if ((c == ')' || c == ']' || c == '}') && --nesting == 0) {
        ++at_;
        std::string_view inner = text_.substr(start + 1, at_ - start - 2);
        while (!inner.empty() && IsSpace(inner.front())) inner.remove_prefix(1);
        while (!inner.empty() && IsSpace(inner.back())) inner.remove_suffix(1);
        *out += '(';
        *out += inner;
        *out += ')';
        return true;
      }
    }
    return false;
  }
  bool Sequence(std::string_view word, std::vector<std::string_view>* conditions) {
    for (;;) {
      std::string text;
      if (loose_ && Peek() != '(') {
        const std::string_view plain = Word();
        if (plain.empty()) return false;
        conditions->push_back(plain);
      } else {
        if (!InParentheses(&text)) return false;
        conditions->push_back(arena_.Copy(text));
      }
      Space();
      if (!TakeWord(word)) return true;
      Space();
    }
  }
  bool Query(MediaQuery* query) {
    std::vector<std::string_view> conditions;
    const auto done = [&] {
      query->conditions = arena_.CopySpan(std::span<const std::string_view>(conditions));
      return true;
    };
    if (Peek() == '(') {
      std::string text;
      if (!InParentheses(&text)) return false;
      conditions.push_back(arena_.Copy(text));
      Space();
      if (TakeWord("and")) {
        Space();
        if (!Sequence("and", &conditions)) return false;
      } else if (TakeWord("or")) {
        Space();
        query->conjunction = false;
        if (!Sequence("or", &conditions)) return false;
      }
      return done();
    }
    const std::string_view first = Word();
    if (first.empty()) return false;
    if (SameIgnoringCase(first, "not")) {
      Space();
      if (Peek() == '(') {
        std::string text = "(not ";
        if (!InParentheses(&text)) return false;
        text += ")";
        conditions.push_back(arena_.Copy(text));
        return done();
      }
    }
    Space();
    if (at_ == text_.size() || Peek() == ',') {
      query->type = first;
      return done();
    }
    if (loose_ && Peek() == '(') {
      query->type = first;
      return Sequence("and", &conditions) && done();
    }
    const std::string_view second = Word();
    if (second.empty()) return false;
    if (SameIgnoringCase(second, "and")) {
      query->type = first;
      Space();
    } else {
      query->modifier = first;
      query->type = second;
      Space();
      if (!TakeWord("and")) return done();
      Space();
    }
    if (TakeWord("not")) {
      Space();
      std::string text = "(not ";
      if (!InParentheses(&text)) return false;
      text += ")";
      conditions.push_back(arena_.Copy(text));
      return done();
    }
    return Sequence("and", &conditions) && done();
  }

  Arena& arena_;
  std::string_view text_;
  bool loose_;
  size_t at_ = 0;
};

}  // namespace

std::vector<MediaQuery> Evaluator::ParseQueries(std::string_view text, Span span) {
  std::vector<MediaQuery> queries;
  if (QueryParser(arena_, text, dialect_.nested_tree).Parse(&queries)) return queries;
  FailAt("Invalid CSS: expected a media query, was \"" + std::string(text) + "\".", span);
}

namespace {

bool Contains(std::span<const std::string_view> all, std::string_view one) {
  for (const std::string_view each : all) {
    if (each == one) return true;
  }
  return false;
}

bool ContainsAll(std::span<const std::string_view> all, std::span<const std::string_view> some) {
  for (const std::string_view one : some) {
    if (!Contains(all, one)) return false;
  }
  return true;
}

enum class Merged { kQuery, kEmpty, kUnrepresentable };

// Both `a` and `b`.
Merged MergeTwo(Arena& arena, const MediaQuery& a, const MediaQuery& b, MediaQuery* out) {
  if (!a.conjunction || !b.conjunction) return Merged::kUnrepresentable;
  const auto joined = [&](std::span<const std::string_view> first, std::span<const std::string_view> second) {
    std::vector<std::string_view> all(first.begin(), first.end());
    all.insert(all.end(), second.begin(), second.end());
    return std::span<const std::string_view>(arena.CopySpan(std::span<const std::string_view>(all)));
  };
  if (a.type.empty() && b.type.empty()) {
    *out = {{}, {}, true, joined(a.conditions, b.conditions)};
    return Merged::kQuery;
  }
  const bool a_not = SameIgnoringCase(a.modifier, "not");
  const bool b_not = SameIgnoringCase(b.modifier, "not");
  const bool a_all = a.type.empty() || SameIgnoringCase(a.type, "all");
  const bool b_all = b.type.empty() || SameIgnoringCase(b.type, "all");
  if (a_not != b_not) {
    if (SameIgnoringCase(a.type, b.type)) {
      const MediaQuery& negative = a_not ? a : b;
      const MediaQuery& positive = a_not ? b : a;
      return ContainsAll(positive.conditions, negative.conditions) ? Merged::kEmpty : Merged::kUnrepresentable;
    }
    if (a_all || b_all) return Merged::kUnrepresentable;
    *out = a_not ? b : a;
    return Merged::kQuery;
  }
  if (a_not) {
    if (!SameIgnoringCase(a.type, b.type)) return Merged::kUnrepresentable;
    const MediaQuery& more = a.conditions.size() > b.conditions.size() ? a : b;
    const MediaQuery& fewer = a.conditions.size() > b.conditions.size() ? b : a;
    if (!ContainsAll(more.conditions, fewer.conditions)) return Merged::kUnrepresentable;
    *out = more;
    return Merged::kQuery;
  }
  if (a_all) {
    // No type where one of them has none: nobody aims at browsers that need `all and`.
    out->type = b_all && a.type.empty() ? std::string_view() : b.type;
    out->modifier = b.modifier;
    out->conditions = joined(a.conditions, b.conditions);
    return Merged::kQuery;
  }
  if (b_all) {
    out->modifier = a.modifier;
    out->type = a.type;
    out->conditions = joined(a.conditions, b.conditions);
    return Merged::kQuery;
  }
  if (!SameIgnoringCase(a.type, b.type)) return Merged::kEmpty;
  out->modifier = a.modifier.empty() ? b.modifier : a.modifier;
  out->type = a.type;
  out->conditions = joined(a.conditions, b.conditions);
  return Merged::kQuery;
}

}  // namespace

std::span<const MediaQuery> Evaluator::Merge(std::span<const MediaQuery> outer, std::span<const MediaQuery> inner,
                                             bool* fits) {
  std::vector<MediaQuery> merged;
  for (const MediaQuery& a : outer) {
    for (const MediaQuery& b : inner) {
      MediaQuery query;
      switch (MergeTwo(arena_, a, b, &query)) {
        case Merged::kQuery:
          merged.push_back(query);
          break;
        case Merged::kEmpty:
          break;
        case Merged::kUnrepresentable:
          if (!dialect_.nested_tree) {
            *fits = false;
            return {};
          }
      }
    }
  }
  return arena_.CopySpan(std::span<const MediaQuery>(merged));
}

uint32_t Evaluator::MediaNumber() {
  if (!has_queries_) return 0;
  if (queries_number_ != 0) return queries_number_;
  std::string key;
  for (const MediaQuery& query : queries_) {
    key += query.modifier;
    key += ' ';
    key += query.type;
    for (const std::string_view condition : query.conditions) {
      key += query.conjunction ? '&' : '|';
      key += condition;
    }
    key += ',';
  }
  queries_number_ = media_numbers_.try_emplace(key, static_cast<uint32_t>(media_numbers_.size() + 1)).first->second;
  return queries_number_;
}

}  // namespace tincture::compat::sass
