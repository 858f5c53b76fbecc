#include "compat/kramdown/element.h"

#include <array>
#include <cstring>
#include <functional>

#include "compat/kramdown/support/chars.h"

namespace tincture::kramdown {

Attribute** Attributes::Place(std::string_view name) {
  Attribute** place = &first_;
  if (!*place || (*place)->name == name) return place;
  const size_t hash = std::hash<std::string_view>{}(name);
  while (*place && (*place)->name != name) {
    place = &(*place)->below[hash >= std::hash<std::string_view>{}((*place)->name)];
  }
  return place;
}

Attribute* Attributes::Find(std::string_view name) const { return *const_cast<Attributes*>(this)->Place(name); }

std::string_view Attributes::Get(std::string_view name) const {
  const Attribute* entry = Find(name);
  return entry ? entry->value : std::string_view();
}

void Attributes::Append(Attribute* entry) {
  while (last_ && last_->next) last_ = last_->next;
  if (last_) last_->next = entry;
  last_ = entry;
}

void Attributes::Set(Arena& arena, std::string_view name, std::string_view value) {
  Attribute** place = Place(name);
  if (!*place) Append(*place = arena.New<Attribute>(name));
  (*place)->value = value;
  (*place)->room = 0;
}

void Attributes::AddClass(Arena& arena, std::string_view name) {
  Attribute* entry = Find("class");
  const std::string_view before = entry ? LeftStrip(entry->value) : std::string_view();
  if (before.empty()) return Set(arena, "class", LeftStrip(name));
  const size_t size = before.size() + 1 + name.size();
  if (size > entry->room) {
    entry->room = 2 * size;
    char* bytes = arena.AllocateChars(entry->room);
    std::memcpy(bytes, before.data(), before.size());
    entry->value = {bytes, before.size()};
  }
  char* end = const_cast<char*>(entry->value.data()) + before.size();
  *end = ' ';
  std::memcpy(end + 1, name.data(), name.size());
  entry->value = {entry->value.data(), size};
}

bool Attributes::Remove(std::string_view name) {
  if (!Find(name)) return false;
  const Attribute* entry = first_;
  *this = {};
  while (entry) {
    Attribute* kept = const_cast<Attribute*>(entry);
    entry = entry->next;
    if (kept->name == name) continue;
    kept->next = kept->below[0] = kept->below[1] = nullptr;
    Append(*Place(kept->name) = kept);
  }
  return true;
}

Attributes Attributes::Copy(Arena& arena) const {
  Attributes copy;
  for (const Attribute* entry = first_; entry; entry = entry->next) copy.Set(arena, entry->name, entry->value);
  return copy;
}

void Ial::AddRef(Arena& arena, std::string_view name) {
  Ref* ref = arena.New<Ref>(name);
  (last_ref ? last_ref->next : first_ref) = ref;
  last_ref = ref;
}

bool Ial::HasRef(std::string_view name) const {
  for (const Ref* ref = first_ref; ref; ref = ref->next) {
    if (ref->name == name) return true;
  }
  return false;
}

void Element::Append(Element* child) { InsertBefore(child, nullptr); }

void Element::InsertBefore(Element* child, Element* before) {
  child->parent = this;
  child->next = before;
  child->prev = before ? before->prev : last;
  (child->prev ? child->prev->next : first) = child;
  (before ? before->prev : last) = child;
}

void Element::Remove(Element* child) {
  (child->prev ? child->prev->next : first) = child->next;
  (child->next ? child->next->prev : last) = child->prev;
  child->parent = child->prev = child->next = nullptr;
}

Element* Element::PopLast() {
  Element* child = last;
  Remove(child);
  return child;
}

void Element::TakeChildren(Element& from, Element* before) {
  if (!from.first) return;
  for (Element* child = from.first; child; child = child->next) child->parent = this;
  Element* previous = before ? before->prev : last;
  from.first->prev = previous;
  (previous ? previous->next : first) = from.first;
  from.last->next = before;
  (before ? before->prev : last) = from.last;
  from.RemoveChildren();
}

void Element::RemoveChildren() { first = last = nullptr; }

Element* NewElement(Arena& arena, ElementType type) { return arena.New<Element>(type); }

Element* NewElement(Arena& arena, ElementType type, std::string_view value) {
  Element* element = NewElement(arena, type);
  element->value = Text(value);
  return element;
}

Category CategoryOf(const Element& element) {
  switch (element.type) {
    case ElementType::kBlank:
    case ElementType::kP:
    case ElementType::kHeader:
    case ElementType::kBlockquote:
    case ElementType::kCodeblock:
    case ElementType::kUl:
    case ElementType::kOl:
    case ElementType::kLi:
    case ElementType::kDl:
    case ElementType::kDt:
    case ElementType::kDd:
    case ElementType::kTable:
    case ElementType::kTd:
    case ElementType::kHr:
      return Category::kBlock;
    case ElementType::kText:
    case ElementType::kA:
    case ElementType::kBr:
    case ElementType::kImg:
    case ElementType::kCodespan:
    case ElementType::kFootnote:
    case ElementType::kEm:
    case ElementType::kStrong:
    case ElementType::kEntity:
    case ElementType::kTypographicSym:
    case ElementType::kSmartQuote:
    case ElementType::kAbbreviation:
      return Category::kSpan;
    default:
      return element.category;
  }
}

std::string_view NameOf(ElementType type) {
  static constexpr std::string_view kNames[] = {
      "root",        "temp",         "blank",        "eob",         "p",      "header",  "blockquote",
      "codeblock",   "ul",           "ol",           "li",          "dl",     "dt",      "dd",
      "hr",          "table",        "thead",        "tbody",       "tfoot",  "tr",      "td",
      "th",          "math",         "footnote_def", "raw_text",    "text",   "br",      "a",
      "img",         "codespan",     "footnote",     "em",          "strong", "entity",  "typographic_sym",
      "smart_quote", "abbreviation", "html_element", "xml_comment", "xml_pi", "comment", "raw"};
  return kNames[static_cast<size_t>(type)];
}

std::string_view NameOf(Quote quote) {
  static constexpr std::array<std::string_view, 4> kNames = {"lsquo", "rsquo", "ldquo", "rdquo"};
  return kNames[static_cast<size_t>(quote)];
}

std::string_view NameOf(TypographicSymbol symbol) {
  static constexpr std::array<std::string_view, 7> kNames = {"mdash",       "ndash", "hellip", "laquo_space",
                                                             "raquo_space", "laquo", "raquo"};
  return kNames[static_cast<size_t>(symbol)];
}

}  // namespace tincture::kramdown
