// Element: a node of kramdown's tree. Everything lives in the document's arena; nothing is freed before it.
// The types, and what `value` and the options of each mean, are those of Kramdown::Element.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "compat/kramdown/support/text.h"
#include "liquid/support/arena.h"

namespace tincture::kramdown {

enum class ElementType : uint8_t {
  kRoot,
  kTemp,
  kBlank,
  kEob,
  kP,
  kHeader,
  kBlockquote,
  kCodeblock,
  kUl,
  kOl,
  kLi,
  kDl,
  kDt,
  kDd,
  kHr,
  kTable,
  kThead,
  kTbody,
  kTfoot,
  kTr,
  kTd,
  kTh,  // only while HTML becomes native elements
  kMath,
  kFootnoteDef,
  kRawText,  // text that the span parser has still to read
  kText,
  kBr,
  kA,
  kImg,
  kCodespan,
  kFootnote,
  kEm,
  kStrong,
  kEntity,
  kTypographicSym,
  kSmartQuote,
  kAbbreviation,
  kHtmlElement,
  kXmlComment,
  kXmlPi,
  kComment,
  kRaw,
};

enum class Category : uint8_t { kNone, kBlock, kSpan };
enum class ContentModel : uint8_t { kNone, kBlock, kSpan, kRaw };
enum class Alignment : uint8_t { kDefault, kLeft, kCenter, kRight };
// What an end of block (:eob) stands for: the `^` marker itself, or a definition that left no other trace.
enum class EobKind : uint8_t { kMarker, kAld, kIal, kLinkDef, kAbbrevDef, kFootnoteDef, kExtension };
enum class Quote : uint8_t { kLsquo, kRsquo, kLdquo, kRdquo };
enum class TypographicSymbol : uint8_t { kMdash, kNdash, kHellip, kLaquoSpace, kRaquoSpace, kLaquo, kRaquo };

struct Attribute {
  std::string_view name = {};
  std::string_view value = {};
  Attribute* next = nullptr;
  Attribute* below[2] = {nullptr, nullptr};  // the tree by which Find finds: names of a smaller hash, the others
  size_t room = 0;                           // bytes at `value` that are this attribute's to fill
};

// An insertion-ordered hash of a handful of attributes (a page may hold one of 50,000). Copying one shares the entries:
// see Copy.
class Attributes {
 public:
  const Attribute* first() const { return first_; }
  bool empty() const { return first_ == nullptr; }
  // Null where there is none.
  Attribute* Find(std::string_view name) const;
  // The value, or nothing.
  std::string_view Get(std::string_view name) const;
  // An existing entry keeps its place. Keeps both views.
  void Set(Arena& arena, std::string_view name, std::string_view value);
  // Adds to the class attribute, behind what is there.
  void AddClass(Arena& arena, std::string_view name);
  // Whether it was there.
  bool Remove(std::string_view name);
  Attributes Copy(Arena& arena) const;

 private:
  // Where the tree has the name, or has room for it.
  Attribute** Place(std::string_view name);
  void Append(Attribute* entry);

  Attribute* first_ = nullptr;  // the tree's root, too
  Attribute* last_ = nullptr;   // or one before it, when a copy has grown
};

// An attribute list in braces: references to attribute list definitions, then attributes.
struct Ial {
  struct Ref {
    std::string_view name;
    Ref* next = nullptr;
  };
  Ref* first_ref = nullptr;
  Ref* last_ref = nullptr;
  Attributes attr = {};
  bool being_applied = false;

  void AddRef(Arena& arena, std::string_view name);
  bool HasRef(std::string_view name) const;
};

struct Entity {
  uint64_t code_point = 0;
  std::string_view name = {};  // empty: it has none
};

struct Element {
  ElementType type;
  Category category = Category::kNone;
  ContentModel content_model = ContentModel::kNone;
  EobKind eob = EobKind::kMarker;
  Quote quote = Quote::kLsquo;
  TypographicSymbol symbol = TypographicSymbol::kMdash;
  uint8_t level = 0;              // of a header
  bool transparent = false;       // a paragraph that is written without its tags
  bool first_as_para = false;     // a definition after a blank line
  bool is_closed = false;         // an HTML element written `<x />`
  bool for_other_output = false;  // raw text for a converter that is not HTML's
  int line = 0;
  Text value = {};
  // header and dt: text for the id; codeblock: language as written; entity: as written; footnote: its name.
  std::string_view detail = {};
  Attributes attr = {};
  Ial* ial = nullptr;
  Entity entity = {};
  std::span<Alignment> alignment = {};
  Element* content = nullptr;  // of a footnote

  Element* parent = nullptr;
  Element* first = nullptr;
  Element* last = nullptr;
  Element* prev = nullptr;
  Element* next = nullptr;

  bool HasChildren() const { return first != nullptr; }
  bool HasOneChild() const { return first != nullptr && first == last; }
  void Append(Element* child);
  void InsertBefore(Element* child, Element* before);
  // Takes `child` out; its next and prev are reset.
  void Remove(Element* child);
  Element* PopLast();
  // Puts all children of `from` before `before` (null: at the end).
  void TakeChildren(Element& from, Element* before = nullptr);
  void RemoveChildren();
};

Element* NewElement(Arena& arena, ElementType type);
Element* NewElement(Arena& arena, ElementType type, std::string_view value);

// Kramdown::Element.category: block or span by type, by `category` for those that are either.
Category CategoryOf(const Element& element);
// Ruby's name of the type, such as "blockquote"; also the tag of those that are written as one.
std::string_view NameOf(ElementType type);
std::string_view NameOf(Quote quote);
std::string_view NameOf(TypographicSymbol symbol);

}  // namespace tincture::kramdown
