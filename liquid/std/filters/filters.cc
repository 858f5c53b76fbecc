#include "liquid/std/filters/filters.h"

#include "liquid/std/standard.h"

namespace tincture::liquid {

void AddStandardFilters(Environment& environment) {
  AddCaseFilters(environment);
  AddStripFilters(environment);
  AddHtmlFilters(environment);
  AddUrlFilters(environment);
  AddBase64Filters(environment);
  AddSliceFilters(environment);
  AddReplaceFilters(environment);
  AddArrayFilters(environment);
  AddSortFilters(environment);
  AddMathFilters(environment);
  AddDateFilters(environment);
  AddDefaultFilters(environment);
  environment.TrustFilters();
}

}  // namespace tincture::liquid
