// What documents, pages and layouts have in common when they are read (lib/jekyll/convertible.rb, read_yaml).
#pragma once

#include <string>
#include <string_view>

#include "engine/model/site.h"
#include "liquid/support/status.h"
#include "liquid/value/value.h"

namespace tincture::engine {

struct TextFile {
  bool is_read = false;  // could be opened
  std::string body;
  uint32_t lines_before = 0;  // of the file, before the body
  KeyLines key_lines;         // in the front matter
  bool found = false;         // whether there was front matter
  Value data;                 // what its YAML says; nil where there is none
};

// The file split into front matter and body. `body` is set even where the front matter is broken.
// Errors: the file cannot be read, is not UTF-8, or its YAML is broken ("Psych::SyntaxError", ...).
Status ReadTextFile(const Site& site, const std::string& path, TextFile* file);

// Convertible#read_yaml: ReadTextFile, whose errors are only warned of unless strict_front_matter is set. `data` is a
// Hash afterwards. Errors: front matter that is no hash, an empty permalink.
Status ReadConvertible(Site& site, const std::string& path, TextFile* file);

// Utils.has_yaml_header?, of a file: its first line decides.
bool FileHasYamlHeader(const FileSource& files, const std::string& path);

// Without a byte order mark, as Ruby reads with "bom|utf-8".
std::string_view WithoutBom(std::string_view text);

// Jekyll's words about a file that cannot be read, and the place; `otherwise` begins them where YAML is not to blame.
std::string ReadingComplaint(std::string_view otherwise, const std::string& path, const Error& error);

// Whether an error stops a build that is not strict: a Jekyll::Errors::FatalException.
bool IsFatal(const Error& error);

}  // namespace tincture::engine
