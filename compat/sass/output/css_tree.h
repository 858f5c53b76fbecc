// The CSS that evaluation makes, before it is written: a tree in the compilation's arena, children as linked lists.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "compat/sass/error.h"
#include "compat/sass/output/mapping.h"
#include "compat/sass/selector/extend.h"
#include "compat/sass/value/value.h"

namespace tincture::compat::sass {

enum class CssKind : uint8_t {
  kRoot,
  kRule,
  kKeyframe,
  kDeclaration,
  kComment,
  kAtRule,
  kMedia,
  kSupports,
  kImport,
  kAtRoot,      // @at-root with its query, until the nested tree is flattened
  kProperties,  // nested properties, until then
  kBubble,      // on its way out of its parent, until then
};

struct MediaQuery {
  std::string_view modifier;
  std::string_view type;
  bool conjunction = true;  // conditions are joined by `and`, else by `or`
  std::span<const std::string_view> conditions;
};

// What an @at-root leaves behind.
struct AtRootQuery {
  bool include = false;  // (with: ...), else (without: ...)
  bool all = false;
  bool rule = true;
  std::span<const std::string_view> names;

  bool ExcludesName(std::string_view name) const;
  bool ExcludesStyleRules() const { return (all || rule) != include; }
};

struct CssNode {
  CssNode() : more_events() {}

  CssKind kind = CssKind::kRoot;
  bool group_end = false;
  bool has_body = false;   // an at-rule with braces
  bool custom = false;     // a custom property
  bool plain_css = false;  // a rule of a plain CSS source
  bool keyframes = false;  // an at-rule
  bool indented = false;   // a declaration of the indented syntax
  int tabs = 0;            // how much deeper than its place it is printed, in style nested
  Span span;
  // For libsass's source maps (syntax/places.h): what stands before its block, or its name; and its block.
  uint32_t place = 0;
  uint32_t block_place = 0;
  CssNode* parent = nullptr;
  CssNode* next = nullptr;
  CssNode* first = nullptr;
  CssNode* last = nullptr;

  // A rule: its selector as written (for `&`), and where the extended one is.
  const SelectorList* original = nullptr;
  ExtensionStore* store = nullptr;
  ExtensionStore::Handle handle = 0;
  // A declaration's or at-rule's name; a comment's text, an import's address, a keyframe's selector.
  std::string_view text;
  // An at-rule's or @supports' text, an import's modifiers.
  std::string_view more;
  Value value;  // a declaration's
  Span value_span;
  union {
    std::span<const MapEvent> more_events;  // of @supports' text, a keyframe's selector, an import's modifiers
    std::span<const MediaQuery> queries;    // of @media
    const AtRootQuery* at_root;             // of @at-root
  };

  bool is_parent() const {
    return kind != CssKind::kDeclaration && kind != CssKind::kComment && kind != CssKind::kImport &&
           (kind != CssKind::kAtRule || has_body);
  }
  const SelectorList* selector() const { return store ? store->Selector(handle) : original; }
  void Append(CssNode* child) {
    child->parent = this;
    child->next = nullptr;
    (last ? last->next : first) = child;
    last = child;
  }
};

}  // namespace tincture::compat::sass
