#include "engine/drops/filters/filters.h"

namespace tincture::engine {

void AddJekyllFilters(liquid::Environment& environment, const compat::Profile& profile) {
  // Jekyll 4.3 patches Liquid 5 (lib/jekyll/liquid_expr_method_literal.rb).
  if (environment.dialect.literals == liquid::Literals::kOnlyInComparisons) {
    environment.dialect.literals = liquid::Literals::kObjects;
  }
  environment.AddFilters(ArrayFilters());
  environment.AddFilters(ConverterFilters());
  environment.AddFilters(DateFilters());
  environment.AddFilters(GroupingFilters());
  environment.AddFilters(SortFilters());
  environment.AddFilters(TextFilters());
  environment.AddFilters(UrlFilters());
  environment.AddFilters(WhereFilters());
  if (profile.find_filters) environment.AddFilters(FindFilters());
  environment.TrustFilters();
  if (profile.word_count_modes) return;
  liquid::Filter words = *environment.FindFilter("number_of_words");
  words.max_args = 0;
  environment.AddFilter(words);
}

}  // namespace tincture::engine
