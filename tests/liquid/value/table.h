// The tables of tests/golden/value: one row a line, columns separated by tabs.
#pragma once

#include <fstream>
#include <string>
#include <vector>

namespace tincture {

inline std::vector<std::vector<std::string>> ReadTable(const std::string& name) {
  std::ifstream file(std::string(TINCTURE_SOURCE_DIR) + "/tests/golden/value/" + name + ".txt", std::ios::binary);
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(file, line);) {
    std::vector<std::string> row;
    size_t start = 0;
    for (size_t tab = line.find('\t'); tab != std::string::npos; tab = line.find('\t', start)) {
      row.push_back(line.substr(start, tab - start));
      start = tab + 1;
    }
    row.push_back(line.substr(start));
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace tincture
