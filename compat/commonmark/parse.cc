#include "compat/commonmark/parse.h"

#include <cmark-gfm-core-extensions.h>

#include <mutex>
#include <string>

namespace tincture::commonmark {

namespace {

struct FreeParser {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};

void Attach(cmark_parser* parser, Extension extension) {
  const std::string name(ExtensionNames()[static_cast<size_t>(extension)]);
  cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name.c_str()));
}

}  // namespace

// While cmark-gfm reads spans, the characters that its extensions start at stand in tables of the whole process, hence
// the lock.
Tree Parse(std::string_view source, const Options& options) {
  static std::mutex mu;
  const std::lock_guard lock(mu);
  cmark_gfm_core_extensions_ensure_registered();
  const std::unique_ptr<cmark_parser, FreeParser> parser(cmark_parser_new(options.parse));
  for (const Extension extension : options.extensions) Attach(parser.get(), extension);
  cmark_parser_feed(parser.get(), source.data(), source.size());
  return Tree(cmark_parser_finish(parser.get()));
}

}  // namespace tincture::commonmark
