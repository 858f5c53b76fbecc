// What stands in a tag of jekyll-scholar: keys, then options: {% cite knuth84 --locator 12 %}.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "liquid/support/status.h"

namespace tincture::compat::plugins::scholar {

struct Options {
  std::vector<std::string> files;                    // -f
  std::optional<std::string> query;                  // -q
  std::optional<std::string> list_tag;               // -h
  std::optional<std::string> prefix;                 // -p
  std::optional<std::string> text;                   // -t
  std::optional<std::string> style;                  // -s
  std::optional<std::string> group_by;               // -g, -O
  std::optional<std::string> group_order;            // -G
  std::optional<std::string> bibliography_template;  // -T
  std::vector<std::string> locators;                 // -l
  std::vector<std::string> labels;                   // -L
  std::vector<std::string> match_fields;             // -r
  int64_t offset = 0;                                // -o
  std::optional<int64_t> max;                        // -m
  bool cited = false;                                // -c, -C
  bool in_order = false;                             // -C
  bool clear = false;                                // --clear
  bool remove_duplicates = false;                    // -r
  bool suppress_author = false;                      // -A
};

struct KeysAndOptions {
  std::vector<std::string> keys;
  Options options;
};

// Error "OptionParser::MissingArgument".
Result<Options> ParseOptions(std::string_view text);
Result<KeysAndOptions> ParseKeysAndOptions(std::string_view text);

}  // namespace tincture::compat::plugins::scholar
