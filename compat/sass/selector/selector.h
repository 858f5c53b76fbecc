// Selectors: what a rule's prelude says, once its interpolation is done. Plain immutable nodes in an arena.
//
//   .a > .b, .c:not(.d)
//   List     = complexes between commas
//   Complex  = leading combinators, then components
//   Component= a compound and the combinators after it ("" is descendant)
//   Compound = simples without space between them
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "compat/sass/dialect.h"
#include "compat/sass/output/mapping.h"
#include "compat/sass/sass.h"
#include "compat/sass/syntax/places.h"
#include "liquid/support/arena.h"

namespace tincture::compat::sass {

struct SelectorList;

enum class SimpleKind : uint8_t { kUniversal, kType, kId, kClass, kPlaceholder, kAttribute, kPseudo, kParent };

struct Simple {
  SimpleKind kind = SimpleKind::kType;
  bool has_namespace = false;  // universal, type, attribute: `ns|`, `|`, `*|`
  bool element = false;        // pseudo: an element in meaning, so `:before` too
  bool double_colon = false;   // pseudo: written with `::`
  bool has_argument = false;   // pseudo: `argument` counts even where it is empty
  uint32_t hash = 0;
  std::string_view name = {};  // without its `.`, `#`, `%`, `:`; a parent's suffix
  std::string_view name_space = {};
  std::string_view op = {};                // attribute: "=", "~=", ...; "" for none
  std::string_view argument = {};          // pseudo: its text before a selector; attribute: the value as CSS has it
  std::string_view modifier = {};          // attribute: `i`
  const SelectorList* selector = nullptr;  // pseudo: :not(...)
  // For libsass's source maps.
  uint32_t place = 0;
  uint32_t argument_place = 0;
};

// Combinators are a text of `>`, `+`, `~`; more than one is not CSS, but Sass passes it on.
struct Component {
  std::span<const Simple* const> simples;
  std::string_view combinators = {};
  bool line_break = false;  // there was one before what follows: Ruby Sass and libsass keep it
  uint64_t source = 0;      // Ruby Sass's @extend: the highest specificity of the selectors it was made from
};

struct Complex {
  std::string_view leading = {};
  std::span<const Component> components;
  mutable bool line_break = false;  // there was one before it; Ruby Sass takes it from a parent (parent.cc)
  uint32_t hash = 0;
  uint64_t specificity = 0;
  // Nothing in it but types, classes, ids, attributes and pseudo-classes without selectors: it is seen as soon as its
  // combinators are CSS, and has no `&`.
  bool plain = true;
  // A bit for each simple: another can only hold this one where all it needs is here.
  uint64_t needs = 0;
  uint64_t has = 0;
};

// In `needs` and `has`.
inline uint64_t BitOf(const Simple& simple) { return uint64_t{1} << (simple.hash >> 26); }

struct SelectorList {
  std::span<const Complex* const> complexes;
  bool trimmed = false;  // @extend has looked at each with each: none is there for nothing
};

// By content.
bool operator==(const Simple& a, const Simple& b);
bool operator==(const Component& a, const Component& b);
bool operator==(const Complex& a, const Complex& b);  // line breaks do not count
bool operator==(const SelectorList& a, const SelectorList& b);

// Makers: they compute hashes and specificities. Views and spans are kept.
const Simple* NewSimple(Arena& arena, Simple simple);
const Complex* NewComplex(Arena& arena, std::string_view leading, std::span<const Component> components,
                          bool line_break);
// `second`, which begins with a compound, behind `first`, which has one; `components` are those of both.
const Complex* NewJoinedComplex(Arena& arena, const Complex& first, const Complex& second,
                                std::span<const Component> components, bool line_break);
const SelectorList* NewSelectorList(Arena& arena, std::span<const Complex* const> complexes);

struct SelectorSyntax {
  bool parent = true;       // `&` may stand in it
  bool placeholder = true;  // `%x`
  bool plain_css = false;   // `&` means CSS's own nesting
  // For libsass's source maps: where the text stands.
  Places* places = nullptr;
  Place start = {};
};

// What ParseSelector throws: `offset` counts bytes into the text.
struct SelectorError {
  std::string message;
  size_t offset = 0;
  size_t length = 0;
};

// Keeps views of `text`.
const SelectorList* ParseSelector(Arena& arena, const Dialect& dialect, std::string_view text,
                                  const SelectorSyntax& syntax = {});
const Simple* ParseSimple(Arena& arena, const Dialect& dialect, std::string_view text);

// A compound as a text: for selector.simple-selectors().
std::span<const Simple* const> ParseCompound(Arena& arena, const Dialect& dialect, std::string_view text);

// As CSS: what cannot match (placeholders) is left out. In a line of its own where `line_break` says so; `indentation`
// spaces after it. With `inspect`, everything is there, on one line.
struct SelectorPrinting {
  Style style = Style::kExpanded;
  bool inspect = false;
  int indentation = 0;
  bool spaced_tilde = false;       // `~` keeps its spaces in compressed style (Ruby Sass)
  bool inner_line_breaks = false;  // of components (Ruby Sass, libsass)
  bool bogus = false;              // what is no CSS goes out as well (Ruby Sass, libsass)
  MapEvents* events = nullptr;     // where its tokens begin and end
};
void AppendSelector(std::string& out, const SelectorList& list, const SelectorPrinting& printing);
void AppendSelector(std::string& out, const Complex& complex, const SelectorPrinting& printing);
void AppendSelector(std::string& out, const Simple& simple, const SelectorPrinting& printing);
std::string TextOf(const SelectorList& list);  // inspect
std::string TextOf(const Complex& complex);
std::string TextOf(const Simple& simple);

// Matches nothing: placeholders only, or (unless the dialect prints them) combinators that are no CSS. Its rule is left
// out.
bool IsInvisible(const Dialect& dialect, const SelectorList& list);
bool IsInvisible(const SelectorList& list);
bool IsInvisible(const Complex& complex);
bool IsInvisibleOtherThanBogus(const SelectorList& list);
bool IsInvisibleOtherThanBogus(const Complex& complex);
// `a > > b`, `> a`, `a >`: not CSS.
bool IsBogus(const SelectorList& list, bool leading_counts = true);
bool IsBogus(const Complex& complex, bool leading_counts = true);
// Can never be part of an extension.
bool IsUseless(const Complex& complex);
bool ContainsParent(const SelectorList& list);

// As SassScript has it (`&`): a list of lists of unquoted strings. In functions/selector.cc.
class Value;
Value SelectorValue(Arena& arena, const SelectorList& list);

// `child` inside `parent` (null at the top): `&` replaced, or where there is none and `implicit`, the parent put before
// it. Fails (error.h) where a suffix does not fit. With `keep_parents`, `&` stays (plain CSS).
const SelectorList* ResolveParent(Arena& arena, const Dialect& dialect, const SelectorList* child,
                                  const SelectorList* parent, bool implicit, bool keep_parents = false);

// Whether everything that `b` matches, `a` matches too.
bool IsSuperselector(const ValueRules& rules, const SelectorList& a, const SelectorList& b);
bool IsSuperselector(const ValueRules& rules, const Complex& a, const Complex& b);

uint64_t SpecificityOf(std::span<const Simple* const> compound);
// `:is`, `not` without their vendor's prefix.
std::string_view WithoutVendor(std::string_view name);

// What both match; null for nothing.
const SelectorList* Unify(Arena& arena, const Dialect& dialect, const SelectorList& a, const SelectorList& b);

}  // namespace tincture::compat::sass
