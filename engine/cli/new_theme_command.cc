// `new-theme NAME`: Commands::NewTheme, ThemeBuilder (lib/jekyll/theme_builder.rb): the same files, with texts of our
// own. No git is run: the author's name is left open and no repository is made.
#include <utility>
#include <vector>

#include "engine/cli/session.h"
#include "engine/source/path.h"

namespace tincture::engine {

namespace {

std::string Joined(const std::vector<std::string>& words) {
  std::string name;
  for (const std::string& word : words) name += (name.empty() ? "" : "_") + word;
  std::string squeezed;
  for (const char c : name) {
    const char letter = c == ' ' ? '_' : c;
    if (letter != '_' || !squeezed.ends_with('_')) squeezed += letter;
  }
  return squeezed;
}

std::string Gemspec(const std::string& name, const compat::Profile& profile) {
  const std::string version(profile.jekyll_version.substr(0, profile.jekyll_version.rfind('.')));
  return "Gem::Specification.new do |spec|\n"
         "  spec.name     = \"" +
         name +
         "\"\n"
         "  spec.version  = \"0.1.0\"\n"
         "  spec.authors  = [\"\"] # you\n"
         "  spec.email    = [\"\"]\n"
         "  spec.summary  = \"\" # RubyGems wants one\n"
         "  spec.homepage = \"\"\n"
         "  spec.license  = \"MIT\"\n\n"
         "  spec.files = Dir[\"{assets,_data,_layouts,_includes,_sass}/**/*\", \"LICENSE.txt\", \"README.md\", "
         "\"_config.yml\"]\n\n"
         "  spec.add_runtime_dependency \"jekyll\", \"~> " +
         version + "\"\nend\n";
}

std::string Readme(const std::string& name) {
  return "# " + name +
         "\n\nA theme for Jekyll sites. `_layouts`, `_includes`, `_sass`, `_data` and `assets` work in a site as if "
         "they\n"
         "were its own; what the site has itself wins.\n\n"
         "Use it: `theme: " +
         name + "` in `_config.yml`, and `gem \"" + name + "\"` in the Gemfile.\n";
}

constexpr std::string_view kLicence =
    "The MIT License (MIT)\n\n"
    "Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated\n"
    "documentation files (the \"Software\"), to deal in the Software without restriction, including without "
    "limitation\n"
    "the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and "
    "to\n"
    "permit persons to whom the Software is furnished to do so, subject to the following conditions:\n\n"
    "The above copyright notice and this permission notice shall be included in all copies or substantial portions of\n"
    "the Software.\n\n"
    "THE SOFTWARE IS PROVIDED \"AS IS\", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED "
    "TO THE\n"
    "WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE "
    "AUTHORS\n"
    "OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT "
    "OR\n"
    "OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE "
    "SOFTWARE.\n";

std::vector<std::pair<std::string, std::string>> Files(const Session& session, const std::string& name) {
  std::vector<std::pair<std::string, std::string>> files = {
      {"_layouts/page.html", "---\nlayout: default\n---\n\n<h1>{{ page.title }}</h1>\n{{ content }}\n"},
      {"_layouts/post.html",
       "---\nlayout: default\n---\n\n<h1>{{ page.title }}</h1>\n<time>{{ page.date | date_to_long_string }}</time>\n"
       "{{ content }}\n"},
      {"_layouts/default.html", "{{ content }}\n"},
      {"Gemfile", "source \"https://rubygems.org\"\ngemspec\n"},
      {name + ".gemspec", Gemspec(name, session.profile())},
      {"README.md", Readme(name)},
      {"LICENSE.txt", std::string(kLicence)}};
  if (session.line.Has("code_of_conduct")) {
    files.push_back(
        {"CODE_OF_CONDUCT.md",
         "# Code of conduct\n\nBe kind, argue about the work and not about people, and tell the maintainers "
         "where somebody does not.\n"});
  }
  files.push_back({".gitignore", "*.gem\n.bundle\n.jekyll-cache\n.sass-cache\n_site\nGemfile.lock\n"});
  return files;
}

}  // namespace

int RunNewTheme(const Session& session) {
  const std::string name = Joined(session.line.parsed.words);
  const Machine& machine = session.machine;
  if (name.empty()) {
    return session.Fail({.kind = "Jekyll::Errors::InvalidThemeName",
                         .message = "You must specify a theme name.",
                         .hint = "Write `" + std::string(session.program) + " new-theme NAME`."});
  }
  const std::string folder = ExpandPath(name, machine.env.WorkingDirectory());
  if (machine.files.Stat(folder).kind != FileKind::kAbsent) {
    session.log.Error("Conflict:", folder + " already exists.");
    return 1;
  }
  for (const char* directory : {"assets", "_data", "_layouts", "_includes", "_sass"}) {
    session.log.Info("create", JoinPath(folder, directory));
    if (Status made = machine.target.MakeDirectories(JoinPath(folder, directory)); !made) {
      return session.Fail(made.error());
    }
  }
  for (const auto& [file, text] : Files(session, name)) {
    session.log.Info("create", JoinPath(folder, file));
    if (Status written = machine.target.Write(JoinPath(folder, file), text); !written) {
      return session.Fail(written.error());
    }
  }
  session.log.Info("Your new Jekyll theme, " + name + ", is ready for you in " + folder + "!", "");
  session.log.Info("For help getting started, read " + folder + "/README.md.", "");
  return 0;
}

}  // namespace tincture::engine
