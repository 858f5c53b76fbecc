#include "liquid/exec/environment.h"

#include "liquid/exec/context.h"

namespace tincture::liquid {

Arena& FilterCall::arena() const { return context.arena(); }
DropAccess& FilterCall::access() const { return context.access(); }
const Dialect& FilterCall::dialect() const { return context.dialect(); }
Value FilterCall::Fail(std::string_view kind, std::string_view message) const { return context.Fail(kind, message); }
Value FilterCall::Fail(const Error& error) const { return context.Fail(error); }

void Environment::AddFilter(const Filter& filter) { filters_.insert_or_assign(std::string(filter.name), filter); }

void Environment::TrustFilters() {
  for (auto& [name, filter] : filters_) filter.is_repeatable = true;
}

void Environment::AddTag(std::string_view name, TagFactory factory) {
  tags_.insert_or_assign(std::string(name), std::move(factory));
}

const Filter* Environment::FindFilter(std::string_view name) const {
  const auto found = filters_.find(name);
  return found == filters_.end() ? nullptr : &found->second;
}

const TagFactory* Environment::FindTag(std::string_view name) const {
  const auto found = tags_.find(name);
  return found == tags_.end() ? nullptr : &found->second;
}

}  // namespace tincture::liquid
