// Jekyll's Liquid filters (lib/jekyll/filters.rb, filters/), one file a family.
#pragma once

#include <span>

#include "compat/profile/profile.h"
#include "liquid/exec/environment.h"

namespace tincture::engine {

// All of them, over Liquid's own of the same names (`sort`, ...), and what `empty` and `blank` are to Jekyll. Renders
// need a FilterHost.
void AddJekyllFilters(liquid::Environment& environment, const compat::Profile& profile);

// The families.
std::span<const liquid::Filter> ArrayFilters();      // pop push shift unshift sample array_to_sentence_string
std::span<const liquid::Filter> ConverterFilters();  // markdownify smartify sassify scssify
std::span<const liquid::Filter> DateFilters();       // date_to_string date_to_xmlschema ...
std::span<const liquid::Filter> FindFilters();       // find find_exp
std::span<const liquid::Filter> GroupingFilters();   // group_by group_by_exp
std::span<const liquid::Filter> SortFilters();       // sort
std::span<const liquid::Filter> TextFilters();       // slugify xml_escape cgi_escape inspect jsonify ...
std::span<const liquid::Filter> UrlFilters();        // absolute_url relative_url strip_index
std::span<const liquid::Filter> WhereFilters();      // where where_exp

}  // namespace tincture::engine
