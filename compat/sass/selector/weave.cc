// Weaving: `.a .b` and `.c .d` as ancestors of one element stand in every order that keeps each one's own; where two
// of them cannot differ or say the same, they become one. Not all orders with merged ancestors are made: that would be
// exponential for little gain.
#include <algorithm>
#include <deque>
#include <functional>

#include "compat/sass/selector/algebra.h"

namespace tincture::compat::sass {

namespace {

using Queue = std::deque<Component>;
// What may stand at one place: each choice is a run of components.
using Choices = std::vector<Components>;

std::string_view CombinatorsOfLast(const Queue& queue) {
  return queue.empty() ? std::string_view() : queue.back().combinators;
}

Component TakeLast(Queue& queue) {
  const Component last = queue.back();
  queue.pop_back();
  return last;
}

bool Holds(const Algebra& algebra, const Component& a, const Component& b) {
  return CompoundIsSuperselector(algebra.rules, a.simples, b.simples);
}

std::optional<Simples> Merged(const Algebra& algebra, bool second_first, const Component& a, const Component& b) {
  return second_first ? UnifyCompounds(algebra, b.simples, a.simples) : UnifyCompounds(algebra, a.simples, b.simples);
}

Choices Siblings(const Algebra& algebra, const Component& one, const Component& other) {
  if (Holds(algebra, one, other)) return {{other}};
  if (Holds(algebra, other, one)) return {{one}};
  Choices choices = {{one, other}, {other, one}};
  if (const auto both = Merged(algebra, algebra.rules.merges_second_first, one, other)) {
    choices.push_back({{*both, one.combinators}});
  }
  return choices;
}

// `following ~` and `next +`.
Choices NextSibling(const Algebra& algebra, const Component& first, const Component& second, bool first_follows) {
  const Component& following = first_follows ? first : second;
  const Component& next = first_follows ? second : first;
  if (Holds(algebra, following, next)) return {{next}};
  Choices choices = {{following, next}};
  const auto both = algebra.rules.merges_next_second_first ? UnifyCompounds(algebra, second.simples, first.simples)
                                                           : UnifyCompounds(algebra, following.simples, next.simples);
  if (both) {
    choices.push_back({{*both, next.combinators}});
  }
  return choices;
}

bool IsSibling(char combinator) { return combinator == '~' || combinator == '+'; }

// One step of MergeTrailing where both end in a combinator.
bool MergeBoth(const Algebra& algebra, Queue& one, Queue& other, std::deque<Choices>& result) {
  const char a = CombinatorsOfLast(one)[0];
  const char b = CombinatorsOfLast(other)[0];
  if (a == '~' && b == '~') {
    const Component last = TakeLast(one);
    result.push_front(Siblings(algebra, last, TakeLast(other)));
    return true;
  }
  if (IsSibling(a) && IsSibling(b) && a != b) {
    const Component first = TakeLast(one);
    const Component second = TakeLast(other);
    result.push_front(NextSibling(algebra, first, second, a == '~'));
    return true;
  }
  if (a == '>' && IsSibling(b)) {
    result.push_front({{TakeLast(other)}});
    return true;
  }
  if (IsSibling(a) && b == '>') {
    result.push_front({{TakeLast(one)}});
    return true;
  }
  if (a != b) return false;
  const Component first = TakeLast(one);
  const auto both = Merged(algebra, algebra.rules.merges_second_first, first, TakeLast(other));
  if (!both) return false;
  result.push_front({{{*both, first.combinators}}});
  return true;
}

// One step where only `joined` ends in a combinator.
void MergeOne(const Algebra& algebra, Queue& joined, Queue& plain, std::deque<Choices>& result) {
  if (CombinatorsOfLast(joined) == ">" && !plain.empty() && Holds(algebra, plain.back(), joined.back()))
    plain.pop_back();
  result.push_front({{TakeLast(joined)}});
}

// Takes components that end in combinators off both and puts what they make together into `result`.
// False where there is nothing that matches both.
bool MergeTrailing(const Algebra& algebra, Queue& one, Queue& other, std::deque<Choices>& result) {
  while (true) {
    const std::string_view a = CombinatorsOfLast(one);
    const std::string_view b = CombinatorsOfLast(other);
    if (a.empty() && b.empty()) return true;
    if (a.size() > 1 || b.size() > 1) return false;
    if (!a.empty() && !b.empty()) {
      if (!MergeBoth(algebra, one, other, result)) return false;
    } else if (!a.empty()) {
      MergeOne(algebra, one, other, result);
    } else {
      MergeOne(algebra, other, one, result);
    }
  }
}

// `:root` and such stand first or nowhere.
bool IsRootish(RootRule rule, const Component& component) {
  if (rule == RootRule::kNone) return false;
  return std::ranges::any_of(component.simples, [&](const Simple* simple) {
    if (simple->kind != SimpleKind::kPseudo || simple->element) return false;
    const std::string_view name = WithoutVendor(simple->name);
    if (rule == RootRule::kRoot) return name == "root";
    return name == "root" || name == "scope" || name == "host" || name == "host-context";
  });
}

bool PlaceRoots(const Algebra& algebra, Queue& one, Queue& other) {
  const bool in_one = !one.empty() && IsRootish(algebra.rules.roots, one.front());
  const bool in_other = !other.empty() && IsRootish(algebra.rules.roots, other.front());
  if (in_one && in_other) {
    const auto both = Merged(algebra, algebra.rules.merges_second_first, one.front(), other.front());
    if (!both) return false;
    one.front().simples = *both;
    other.front().simples = *both;
  } else if (in_one) {
    other.push_front(one.front());
  } else if (in_other) {
    one.push_front(other.front());
  }
  return true;
}

// Runs of components that combinators hold together: `a b > c d` is (a) (b > c) (d).
std::deque<Components> Grouped(const Queue& queue) {
  std::deque<Components> groups;
  Components group;
  for (const Component& component : queue) {
    group.push_back(component);
    if (!component.combinators.empty()) continue;
    groups.push_back(std::move(group));
    group.clear();
  }
  if (!group.empty()) groups.push_back(std::move(group));
  return groups;
}

bool IsUnique(const Simple& simple) {
  return simple.kind == SimpleKind::kId || (simple.kind == SimpleKind::kPseudo && simple.element);
}

// Both ask for the one element with some id.
bool MustUnify(const Components& a, const Components& b) {
  const auto has = [&](const Simple& unique) {
    return std::ranges::any_of(b, [&](const Component& component) {
      return std::ranges::any_of(component.simples, [&](const Simple* simple) { return *simple == unique; });
    });
  };
  return std::ranges::any_of(a, [&](const Component& component) {
    return std::ranges::any_of(component.simples,
                               [&](const Simple* simple) { return IsUnique(*simple) && has(*simple); });
  });
}

// What stands for both groups; nothing where they stay two.
std::optional<Components> Shared(const Algebra& algebra, const Components& a, const Components& b) {
  if (std::ranges::equal(a, b)) return a;
  if (ParentIsSuperselector(algebra.rules, a, b)) return b;
  if (ParentIsSuperselector(algebra.rules, b, a)) return a;
  if (!MustUnify(a, b)) return std::nullopt;
  const Complex* const both[] = {NewComplexOf(algebra.arena, {}, a, false), NewComplexOf(algebra.arena, {}, b, false)};
  const auto unified = UnifyComplexes(algebra, both);
  if (!unified || unified->size() != 1) return std::nullopt;
  return Components((*unified)[0]->components.begin(), (*unified)[0]->components.end());
}

// The longest run of groups that both have, in order.
std::vector<Components> CommonGroups(const Algebra& algebra, const std::deque<Components>& a,
                                     const std::deque<Components>& b) {
  const size_t width = b.size() + 1;
  std::vector<size_t> lengths((a.size() + 1) * width);
  std::vector<std::optional<Components>> shared(a.size() * b.size());
  for (size_t i = 0; i < a.size(); ++i) {
    for (size_t j = 0; j < b.size(); ++j) {
      std::optional<Components>& both = shared[i * b.size() + j];
      both = Shared(algebra, a[i], b[j]);
      lengths[(i + 1) * width + j + 1] =
          both ? lengths[i * width + j] + 1 : std::max(lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
    }
  }
  std::vector<Components> common;
  for (size_t i = a.size(), j = b.size(); i > 0 && j > 0;) {
    std::optional<Components>& both = shared[(i - 1) * b.size() + j - 1];
    if (both) {
      common.push_back(*both);
      --i;
      --j;
    } else if (lengths[i * width + j - 1] > lengths[(i - 1) * width + j]) {
      --j;
    } else {
      --i;
    }
  }
  std::ranges::reverse(common);
  return common;
}

void Append(Components& to, const Components& from) { to.insert(to.end(), from.begin(), from.end()); }

Components TakeUntil(std::deque<Components>& groups, const std::function<bool(const std::deque<Components>&)>& done) {
  Components taken;
  while (!done(groups)) {
    Append(taken, groups.front());
    groups.pop_front();
  }
  return taken;
}

// Both orders of what stands before `done`, taken off both.
Choices Chunks(std::deque<Components>& one, std::deque<Components>& other,
               const std::function<bool(const std::deque<Components>&)>& done) {
  const Components a = TakeUntil(one, done);
  const Components b = TakeUntil(other, done);
  if (a.empty() && b.empty()) return {};
  if (a.empty() || b.empty()) return {a.empty() ? b : a};
  Choices choices = {a, b};
  Append(choices[0], b);
  Append(choices[1], a);
  return choices;
}

// Leading combinators that suit both; nothing where there are none.
std::optional<std::string_view> MergeLeading(std::string_view a, std::string_view b) {
  if (a.size() > 1 || b.size() > 1) return std::nullopt;
  if (a.empty() || b.empty()) return a.empty() ? b : a;
  return a == b ? std::optional(a) : std::nullopt;
}

std::vector<std::vector<Components>> WovenChoices(const Algebra& algebra, Queue& one, Queue& other,
                                                  const std::deque<Choices>& trailing) {
  std::deque<Components> groups_one = Grouped(one);
  std::deque<Components> groups_other = Grouped(other);
  std::vector<std::vector<Components>> choices;
  const auto add = [&](Choices options) {
    if (!options.empty()) choices.push_back(std::move(options));
  };
  for (const Components& group : CommonGroups(algebra, groups_other, groups_one)) {
    const auto at_group = [&](const std::deque<Components>& groups) {
      return groups.empty() || ParentIsSuperselector(algebra.rules, groups.front(), group);
    };
    add(Chunks(groups_one, groups_other, at_group));
    add({group});
    if (!groups_one.empty()) groups_one.pop_front();
    if (!groups_other.empty()) groups_other.pop_front();
  }
  add(Chunks(groups_one, groups_other, [](const std::deque<Components>& groups) { return groups.empty(); }));
  for (const Choices& options : trailing) add(options);
  return choices;
}

// `prefix` and the ancestors in `base` in all their orders. Empty where nothing has both.
std::vector<const Complex*> WeaveParents(const Algebra& algebra, const Complex& prefix, const Complex& base) {
  const auto leading = MergeLeading(prefix.leading, base.leading);
  if (!leading) return {};
  Queue one(prefix.components.begin(), prefix.components.end());
  Queue other(base.components.begin(), base.components.end() - 1);
  std::deque<Choices> trailing;
  if (!MergeTrailing(algebra, one, other, trailing) || !PlaceRoots(algebra, one, other)) return {};
  std::vector<const Complex*> woven;
  for (const std::vector<Components>& path : Paths(WovenChoices(algebra, one, other, trailing))) {
    Components components;
    for (const Components& part : path) Append(components, part);
    woven.push_back(NewComplexOf(algebra.arena, *leading, components, prefix.line_break || base.line_break));
  }
  return woven;
}

}  // namespace

std::vector<const Complex*> Weave(const Algebra& algebra, std::span<const Complex* const> complexes, bool line_break) {
  if (complexes.size() == 1) {
    const Complex& only = *complexes[0];
    if (!line_break || only.line_break) return {&only};
    return {NewComplex(algebra.arena, only.leading, only.components, true)};
  }
  std::vector<const Complex*> prefixes = {complexes[0]};
  for (const Complex* complex : complexes.subspan(1)) {
    std::vector<const Complex*> longer;
    for (const Complex* prefix : prefixes) {
      if (complex->components.size() == 1) {
        longer.push_back(Concatenate(algebra.arena, *prefix, *complex, line_break));
        continue;
      }
      for (const Complex* woven : WeaveParents(algebra, *prefix, *complex)) {
        Components components(woven->components.begin(), woven->components.end());
        components.push_back(complex->components.back());
        longer.push_back(NewComplexOf(algebra.arena, woven->leading, components, woven->line_break || line_break));
      }
      if (longer.size() > kMaxPaths) FailTooManySelectors();
    }
    prefixes = std::move(longer);
  }
  return prefixes;
}

}  // namespace tincture::compat::sass
