#include "compat/sass/output/cssize.h"

#include <span>
#include <string>
#include <vector>

#include "compat/sass/small_vector.h"

namespace tincture::compat::sass {

namespace {

using Nodes = SmallVector<CssNode*, 16>;
using NodeSpan = std::span<CssNode* const>;

bool Bubbles(const CssNode* node) {
  switch (node->kind) {
    case CssKind::kRule:
    case CssKind::kBubble:
    case CssKind::kSupports:
    case CssKind::kMedia:
    case CssKind::kAtRoot:
      return true;
    case CssKind::kAtRule:
      return node->keyframes;
    default:
      return false;
  }
}

bool Excludes(const AtRootQuery& query, const CssNode* node) {
  switch (node->kind) {
    case CssKind::kRule:
      return query.ExcludesStyleRules();
    case CssKind::kMedia:
      return query.ExcludesName("media");
    case CssKind::kSupports:
      return query.ExcludesName("supports");
    case CssKind::kAtRule:
      return query.ExcludesName(node->text);
    default:
      return false;
  }
}

class Flattener {
 public:
  Flattener(Arena& arena, CssNode* root) : arena_(arena), root_(root) {}

  CssNode* Run() {
    CssNode* root = Copy(root_);
    Nodes children;
    Children(root_, children);
    SetChildren(root, children);
    return root;
  }

 private:
  CssNode* Copy(const CssNode* node) {
    CssNode* copy = arena_.New<CssNode>(*node);
    copy->parent = copy->next = copy->first = copy->last = nullptr;
    return copy;
  }
  // They leave the list that they stood in.
  static void SetChildren(CssNode* node, NodeSpan children) {
    node->first = node->last = nullptr;
    for (CssNode* child : children) node->Append(child);
  }
  CssNode* With(const CssNode* node, NodeSpan children) {
    CssNode* copy = Copy(node);
    SetChildren(copy, children);
    return copy;
  }
  static void ListOf(const CssNode* node, Nodes& nodes) {
    for (CssNode* child = node->first; child; child = child->next) nodes.push_back(child);
  }

  const CssNode* Parent() const { return stack_.empty() ? root_ : stack_.back(); }
  bool InRule() const { return Parent()->kind == CssKind::kRule; }

  // These append to `out` what becomes of a node.

  void Children(const CssNode* node, Nodes& out) {
    for (CssNode* child = node->first; child;) {
      CssNode* next = child->next;
      Flatten(child, out);
      child = next;
    }
  }

  void Flatten(CssNode* node, Nodes& out) {
    switch (node->kind) {
      case CssKind::kRule:
        return Rule(node, out);
      case CssKind::kMedia:
        return Media(node, out);
      case CssKind::kSupports:
        return Supports(node, out);
      case CssKind::kAtRule:
        return AtRule(node, out);
      case CssKind::kAtRoot:
        return AtRoot(node, out);
      case CssKind::kKeyframe:
        return Keyframe(node, out);
      case CssKind::kProperties:
        return Properties(node, out);
      default:
        return out.push_back(node);
    }
  }

  CssNode* Bubble(CssNode* node) {
    CssNode* bubble = arena_.New<CssNode>();
    bubble->kind = CssKind::kBubble;
    bubble->first = bubble->last = node;
    return bubble;
  }
  // `node` with the rule around it taken inside.
  CssNode* BubbleWithRule(const CssNode* node) {
    Nodes nodes;
    ListOf(node, nodes);
    CssNode* rule = With(Parent(), nodes);
    if (node->kind == CssKind::kAtRule || node->kind == CssKind::kAtRoot) rule->block_place = rule->place;
    return Bubble(With(node, {&rule, 1}));
  }

  void Properties(CssNode* node, Nodes& out) {
    const size_t before = out.size();
    Children(node, out);
    // Without a value of their own they are not deeper than other declarations.
    if (node->value.absent()) return;
    for (size_t i = before + 1; i < out.size(); ++i) {
      if (out[i]->kind == CssKind::kDeclaration) out[i]->tabs += 1;
    }
  }

  // The children, for which `node` is the parent.
  void Inside(CssNode* node, Nodes& out) {
    stack_.push_back(node);
    Children(node, out);
    stack_.pop_back();
  }

  void Rule(CssNode* node, Nodes& out) {
    Nodes children;
    Inside(node, children);
    Nodes properties;
    Nodes rules;
    for (CssNode* child : children) (Bubbles(child) ? rules : properties).push_back(child);
    if (!properties.empty()) {
      for (CssNode* rule : rules) rule->tabs += 1;
      rules.insert_front(With(node, properties));
    }
    const size_t before = out.size();
    Debubble(rules, nullptr, out);
    if (out.size() > before && Bubbles(out.back()) && !InRule()) out.back()->group_end = true;
  }

  void Media(CssNode* node, Nodes& out) {
    if (InRule()) return out.push_back(BubbleWithRule(node));
    if (Parent()->kind == CssKind::kMedia) return out.push_back(Bubble(node));
    Wrapped(node, out);
  }
  void Supports(CssNode* node, Nodes& out) {
    if (!node->first) return out.push_back(node);
    if (InRule()) return out.push_back(BubbleWithRule(node));
    Wrapped(node, out);
  }
  void Wrapped(CssNode* node, Nodes& out) {
    Nodes children;
    Inside(node, children);
    Debubble(children, node, out);
  }
  void Keyframe(CssNode* node, Nodes& out) {
    if (!node->first) return out.push_back(node);
    Nodes children;
    Children(node, children);
    Debubble(children, node, out);
  }

  void AtRule(CssNode* node, Nodes& out) {
    if (!node->first) return out.push_back(node);
    if (InRule()) return out.push_back(node->keyframes ? Bubble(node) : BubbleWithRule(node));
    Nodes children;
    Inside(node, children);
    if (children.empty() && !node->keyframes) return out.push_back(Copy(node));
    Debubble(children, node, out);
  }

  void AtRoot(CssNode* node, Nodes& out) {
    const AtRootQuery& query = *node->at_root;
    bool leaves = false;
    for (const CssNode* outer : stack_) leaves |= Excludes(query, outer);
    if (!leaves) {
      const size_t before = out.size();
      Children(node, out);
      for (CssNode* child : out.span().subspan(before)) {
        if (Bubbles(child)) child->tabs += node->tabs;
      }
      if (out.size() > before && Bubbles(out.back())) out.back()->group_end = node->group_end;
      return;
    }
    out.push_back(Excludes(query, Parent()) ? Bubble(node) : BubbleWithRule(node));
  }

  // Lets the bubbles out: what stands between them stays in copies of `parent` (or, without one, as it is).
  void Debubble(NodeSpan children, const CssNode* parent, Nodes& out) {
    CssNode* previous = nullptr;
    for (size_t i = 0; i < children.size();) {
      if (children[i]->kind != CssKind::kBubble) {
        const size_t start = i;
        while (i < children.size() && children[i]->kind != CssKind::kBubble) ++i;
        const NodeSpan slice = children.subspan(start, i - start);
        if (!parent) {
          out.append(slice);
        } else if (previous) {
          Nodes all;
          ListOf(previous, all);
          all.append(slice);
          SetChildren(previous, all);
        } else {
          previous = With(parent, slice);
          out.push_back(previous);
        }
        continue;
      }
      CssNode* bubble = children[i++];
      CssNode* inner = bubble->first;
      inner->tabs += bubble->tabs;
      inner->group_end = bubble->group_end;
      const size_t before = out.size();
      Flatten(inner, out);
      if (out.size() > before) previous = nullptr;
    }
  }

  Arena& arena_;
  CssNode* root_;
  std::vector<const CssNode*> stack_;
};

}  // namespace

CssNode* Cssize(Arena& arena, CssNode* root) { return Flattener(arena, root).Run(); }

}  // namespace tincture::compat::sass
