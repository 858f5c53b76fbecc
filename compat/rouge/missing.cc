#include "compat/rouge/missing.h"

#include <algorithm>
#include <iterator>

#include "compat/rouge/rouge.h"

namespace tincture::rouge {

namespace {

// In order.
constexpr std::string_view kNames[] = {
#define NAME(name) name,
#include "compat/rouge/names.inc"
#undef NAME
};

}  // namespace

bool IsMissing(std::string_view name) {
  return Find(name) == nullptr && std::binary_search(std::begin(kNames), std::end(kNames), name);
}

}  // namespace tincture::rouge
