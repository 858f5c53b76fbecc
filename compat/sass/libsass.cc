// sass.h by libsass's C interface. Files reach it through an import callback that answers every @import of a file.
// Known difference: a message's place is the imported name where libsass, reading files itself, names the whole
// @import; a map embedded in the CSS lists a file again for each @import of it.
#include <sass/context.h>
#include <sass2scss.h>

#include <cctype>
#include <cstdlib>
#include <memory>

#include "compat/sass/import_resolver.h"
#include "compat/sass/libsass.h"
#include "compat/sass/sass.h"
#include "compat/sass/source_map.h"

namespace tincture::compat::sass {

namespace {

// What the import callback needs.
struct Session {
  std::string_view source;
  const Options& options;
  const Files& files;
};

struct DeleteContext {
  void operator()(Sass_Data_Context* context) const { sass_delete_data_context(context); }
};
using ContextPtr = std::unique_ptr<Sass_Data_Context, DeleteContext>;

std::string TextOf(const char* text) { return text ? text : ""; }

char* CopyForLibsass(std::string_view text) { return sass_copy_c_string(std::string(text).c_str()); }

// Urls that stay in the CSS as they are: libsass sees to them without looking for a file.
bool StaysInCss(std::string_view url) {
  return url.starts_with("//") || url.ends_with(".css") || url.find("://") != std::string_view::npos;
}

bool IsPlainName(std::string_view url) {
  return url.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-") == url.npos;
}

// `@import "print" print` is CSS's own import when there is no such file. libsass knows of the media query, but does
// not tell: it is looked for after the quoted name.
bool HasMediaQuery(std::string_view source, std::string_view url) {
  for (size_t at = source.find(url); at != source.npos; at = source.find(url, at + 1)) {
    const size_t end = at + url.size();
    if (end >= source.size() || (source[end] != '"' && source[end] != '\'')) continue;
    const size_t next = source.find_first_not_of(" \t\r\n", end + 1);
    if (next != source.npos && next > end + 1 &&
        (source[next] == '(' || std::isalpha(static_cast<unsigned char>(source[next]))))
      return true;
  }
  return false;
}

std::string AmbiguousMessage(std::string_view url, const std::vector<Candidate>& candidates) {
  std::string message =
      "It's not clear which file to import for '@import \"" + std::string(url) + "\"'.\nCandidates:\n";
  for (const Candidate& candidate : candidates) message += "  " + candidate.relative + "\n";
  return message + "Please delete or rename all but one of these files.\n";
}

Sass_Import_Entry FailedImport(const char* url, const std::string& message) {
  return sass_import_set_error(sass_make_import_entry(url, nullptr, nullptr), message.c_str(), -1, -1);
}

Sass_Import_Entry ImportOf(const char* url, const std::vector<Candidate>& candidates, const Session& session) {
  if (candidates.size() > 1) return FailedImport(url, AmbiguousMessage(url, candidates));
  std::optional<std::string> text;
  if (!candidates.empty()) text = session.files.Read(candidates.front().path);
  if (!text) return FailedImport(url, "File to import not found or unreadable: " + std::string(url) + ".");
  char* source = CopyForLibsass(*text);
  if (candidates.front().path.ends_with(".sass")) {
    char* scss = sass2scss(source, SASS2SCSS_PRETTIFY_1 | SASS2SCSS_KEEP_COMMENT);
    std::free(source);
    source = scss;
  }
  return sass_make_import(url, candidates.front().path.c_str(), source, nullptr);
}

Sass_Import_List Import(const char* url, Sass_Importer_Entry entry, Sass_Compiler* compiler) {
  if (StaysInCss(url)) return nullptr;
  const auto& session = *static_cast<const Session*>(sass_importer_get_cookie(entry));
  const std::string path = sass_import_get_abs_path(sass_compiler_get_last_import(compiler));
  const std::vector<Candidate> candidates = ResolveImport(url, path, session.options, session.files);
  if (candidates.empty() && IsPlainName(url) &&
      HasMediaQuery(session.files.Read(path).value_or(std::string(session.source)), url)) {
    return nullptr;
  }
  Sass_Import_List list = sass_make_import_list(1);
  sass_import_set_list_entry(list, 0, ImportOf(url, candidates, session));
  return list;
}

Sass_Output_Style StyleOf(Style style) {
  switch (style) {
    case Style::kNested:
      return SASS_STYLE_NESTED;
    case Style::kExpanded:
      return SASS_STYLE_EXPANDED;
    case Style::kCompact:
      return SASS_STYLE_COMPACT;
    case Style::kCompressed:
      return SASS_STYLE_COMPRESSED;
  }
  return SASS_STYLE_NESTED;
}

void SetOptions(Sass_Options* to, const Options& options, Session& session) {
  sass_option_set_is_indented_syntax_src(to, options.syntax == Syntax::kSass);
  sass_option_set_input_path(to, AbsolutePath(options.filename, options.working_directory).c_str());
  if (options.precision > 0) sass_option_set_precision(to, options.precision);
  sass_option_set_output_style(to, StyleOf(options.style));
  sass_option_set_source_comments(to, options.line_comments);
  if (!options.source_map_file.empty()) {
    sass_option_set_source_map_file(to, AbsolutePath(options.source_map_file, options.working_directory).c_str());
  }
  sass_option_set_source_map_contents(to, options.source_map_contents);
  sass_option_set_source_map_embed(to, options.source_map_embed);
  sass_option_set_omit_source_map_url(to, options.omit_source_map_url);
  Sass_Importer_List importers = sass_make_importer_list(1);
  sass_importer_set_list_entry(importers, 0, sass_make_importer(&Import, 0, &session));
  sass_option_set_c_importers(to, importers);
}

Error ErrorOf(Sass_Context* context) {
  Error error;
  error.kind = "SassC::SyntaxError";
  error.message = TextOf(sass_context_get_error_message(context));
  error.where = {TextOf(sass_context_get_error_file(context)),
                 static_cast<uint32_t>(sass_context_get_error_line(context)),
                 static_cast<uint32_t>(sass_context_get_error_column(context))};
  return error;
}

}  // namespace

Result<Output> CompileWithLibsass(std::string_view source, const Options& options, const Files& files) {
  if (source.empty()) return Output{};
  Session session{source, options, files};
  const ContextPtr data(sass_make_data_context(CopyForLibsass(source)));
  Sass_Context* context = sass_data_context_get_context(data.get());
  SetOptions(sass_context_get_options(context), options, session);
  if (sass_compile_data_context(data.get()) != 0) return ErrorOf(context);
  return Output{TextOf(sass_context_get_output_string(context)),
                WithEachSourceOnce(TextOf(sass_context_get_source_map_string(context)))};
}

}  // namespace tincture::compat::sass
