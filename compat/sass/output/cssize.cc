#include "compat/sass/output/cssize.h"

#include <string>
#include <vector>

namespace tincture::compat::sass {

namespace {

using Nodes = std::vector<CssNode*>;

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
    SetChildren(root, Children(root_));
    return root;
  }

 private:
  CssNode* Copy(const CssNode* node) {
    CssNode* copy = arena_.New<CssNode>(*node);
    copy->parent = copy->next = copy->first = copy->last = nullptr;
    return copy;
  }
  // A node stands in one list only: what is in another already is copied, its children with it.
  void SetChildren(CssNode* node, const Nodes& children) {
    node->first = node->last = nullptr;
    for (CssNode* child : children) {
      if (child->parent != nullptr && child->parent != node) {
        CssNode* copy = arena_.New<CssNode>(*child);
        for (CssNode* grandchild = copy->first; grandchild; grandchild = grandchild->next) grandchild->parent = copy;
        child = copy;
      }
      node->Append(child);
    }
  }
  CssNode* With(const CssNode* node, const Nodes& children) {
    CssNode* copy = Copy(node);
    SetChildren(copy, children);
    return copy;
  }
  static Nodes ListOf(const CssNode* node) {
    Nodes nodes;
    for (CssNode* child = node->first; child; child = child->next) nodes.push_back(child);
    return nodes;
  }

  const CssNode* Parent() const { return stack_.empty() ? root_ : stack_.back(); }
  bool InRule() const { return Parent()->kind == CssKind::kRule; }

  Nodes Children(const CssNode* node) {
    Nodes result;
    for (CssNode* child = node->first; child; child = child->next) {
      for (CssNode* one : Flatten(child)) result.push_back(one);
    }
    return result;
  }

  Nodes Flatten(CssNode* node) {
    switch (node->kind) {
      case CssKind::kRule:
        return Rule(node);
      case CssKind::kMedia:
        return Media(node);
      case CssKind::kSupports:
        return Supports(node);
      case CssKind::kAtRule:
        return AtRule(node);
      case CssKind::kAtRoot:
        return AtRoot(node);
      case CssKind::kKeyframe:
        return Keyframe(node);
      case CssKind::kProperties:
        return Properties(node);
      default:
        return {node};
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
    CssNode* rule = With(Parent(), ListOf(node));
    if (node->kind == CssKind::kAtRule || node->kind == CssKind::kAtRoot) rule->block_place = rule->place;
    return Bubble(With(node, {rule}));
  }

  Nodes Properties(CssNode* node) {
    Nodes children = Children(node);
    // Without a value of their own they are not deeper than other declarations.
    const bool has_value = !node->value.absent();
    for (size_t i = has_value ? 1 : 0; i < children.size(); ++i) {
      if (children[i]->kind == CssKind::kDeclaration && has_value) children[i]->tabs += 1;
    }
    return children;
  }

  Nodes Rule(CssNode* node) {
    stack_.push_back(node);
    const Nodes children = Children(node);
    stack_.pop_back();
    Nodes properties;
    Nodes rules;
    for (CssNode* child : children) (Bubbles(child) ? rules : properties).push_back(child);
    if (!properties.empty()) {
      for (CssNode* rule : rules) rule->tabs += 1;
      rules.insert(rules.begin(), With(node, properties));
    }
    rules = Debubble(rules, nullptr);
    if (!rules.empty() && Bubbles(rules.back()) && !InRule()) rules.back()->group_end = true;
    return rules;
  }

  Nodes Media(CssNode* node) {
    if (InRule()) return {BubbleWithRule(node)};
    if (Parent()->kind == CssKind::kMedia) return {Bubble(node)};
    return Wrapped(node);
  }
  Nodes Supports(CssNode* node) {
    if (!node->first) return {node};
    if (InRule()) return {BubbleWithRule(node)};
    return Wrapped(node);
  }
  Nodes Wrapped(CssNode* node) {
    stack_.push_back(node);
    const Nodes children = Children(node);
    stack_.pop_back();
    return Debubble(children, node);
  }
  Nodes Keyframe(CssNode* node) {
    if (!node->first) return {node};
    return Debubble(Children(node), node);
  }

  Nodes AtRule(CssNode* node) {
    if (!node->first) return {node};
    if (InRule()) return {node->keyframes ? Bubble(node) : BubbleWithRule(node)};
    stack_.push_back(node);
    const Nodes children = Children(node);
    stack_.pop_back();
    if (children.empty() && !node->keyframes) return {Copy(node)};
    return Debubble(children, node);
  }

  Nodes AtRoot(CssNode* node) {
    const AtRootQuery& query = *node->at_root;
    bool leaves = false;
    for (const CssNode* outer : stack_) leaves |= Excludes(query, outer);
    if (!leaves) {
      Nodes children = Children(node);
      for (CssNode* child : children) {
        if (Bubbles(child)) child->tabs += node->tabs;
      }
      if (!children.empty() && Bubbles(children.back())) children.back()->group_end = node->group_end;
      return children;
    }
    if (Excludes(query, Parent())) return {Bubble(node)};
    return {BubbleWithRule(node)};
  }

  // Lets the bubbles out: what stands between them stays in copies of `parent` (or, without one, as it is).
  Nodes Debubble(const Nodes& children, const CssNode* parent) {
    Nodes result;
    CssNode* previous = nullptr;
    for (size_t i = 0; i < children.size();) {
      if (children[i]->kind != CssKind::kBubble) {
        Nodes slice;
        while (i < children.size() && children[i]->kind != CssKind::kBubble) slice.push_back(children[i++]);
        if (!parent) {
          result.insert(result.end(), slice.begin(), slice.end());
        } else if (previous) {
          Nodes all = ListOf(previous);
          all.insert(all.end(), slice.begin(), slice.end());
          SetChildren(previous, all);
        } else {
          previous = With(parent, slice);
          result.push_back(previous);
        }
        continue;
      }
      CssNode* bubble = children[i++];
      CssNode* inner = bubble->first;
      inner->tabs += bubble->tabs;
      inner->group_end = bubble->group_end;
      const Nodes flat = Flatten(inner);
      if (!flat.empty()) previous = nullptr;
      result.insert(result.end(), flat.begin(), flat.end());
    }
    return result;
  }

  Arena& arena_;
  CssNode* root_;
  Nodes stack_;
};

}  // namespace

CssNode* Cssize(Arena& arena, CssNode* root) { return Flattener(arena, root).Run(); }

}  // namespace tincture::compat::sass
