// `new PATH`: Commands::New (lib/jekyll/commands/new.rb): the same files, with texts of our own.
#include <utility>
#include <vector>

#include "engine/cli/session.h"
#include "engine/source/path.h"
#include "liquid/value/strftime.h"

namespace tincture::engine {

namespace {

using Files = std::vector<std::pair<std::string, std::string>>;

constexpr std::string_view kConfig = R"yaml(# Settings of the whole site. They are read when a build starts.
# In a page, {{ site.title }} prints the title below; any key of your own is there in the same way.

title: A new site
email: you@example.org
description: >-
  One or two sentences about this site, for search engines and feeds.
baseurl: "" # the folder below the host, such as /blog
url: "" # the host, such as https://example.org

theme: academicpages # built into tincture: layouts, styles, everything
plugins:
  - jekyll-feed

# What lies in the folder and is no part of the site.
# exclude:
#   - notes/
)yaml";

constexpr std::string_view kIndex = R"(---
title: Home
layout: single
permalink: /
---

This is the first page: `index.markdown`. Write here, and build again.

## Posts

{% for post in site.posts %}
- [{{ post.title }}]({{ post.url | relative_url }}), {{ post.date | date: "%e %B %Y" }}
{% endfor %}
)";

constexpr std::string_view kAbout = R"(---
title: About
layout: single
permalink: /about/
---

Who writes here, and why.
)";

constexpr std::string_view kNotFound = R"(---
permalink: /404.html
title: Not found
layout: single
---

<p>There is no page at this address.</p>
)";

constexpr std::string_view kIgnore = "_site\n.sass-cache\n.jekyll-cache\n.jekyll-metadata\nvendor\n";

constexpr std::string_view kBlankLayout = R"(<!DOCTYPE html>
<html lang="{{ site.lang | default: "en" }}">
  <head>
    <meta charset="utf-8">
    <title>{{ page.title }} - {{ site.title }}</title>
    <link rel="stylesheet" href="{{ "/assets/css/main.css" | relative_url }}">
  </head>
  <body>
    {{ content }}
  </body>
</html>
)";

std::string Post(const Time& now) {
  std::string date;
  (void)FormatTime(now, "%Y-%m-%d %H:%M:%S %z", date);
  return "---\ntitle: Welcome\nlayout: single\ndate: " + date +
         "\ncategories: news\n---\n\n"
         "A post is a file in `_posts` whose name begins with its date. Here is some code:\n\n"
         "{% highlight ruby %}\nputs \"Hello\"\n{% endhighlight %}\n";
}

std::string Gemfile(const compat::Profile& profile) {
  return "# For those who build with Ruby's Jekyll; tincture takes the version to reproduce from here.\n"
         "source \"https://rubygems.org\"\n\n"
         "gem \"jekyll\", \"~> " +
         std::string(profile.jekyll_version) +
         "\"\n\ngroup :jekyll_plugins do\n  gem \"jekyll-feed\", \"~> 0.12\"\nend\n";
}

Files SiteFiles(const compat::Profile& profile, const Time& now) {
  const std::string extension = profile.new_pages_end_in_markdown ? ".markdown" : ".md";
  std::string day;
  (void)FormatTime(now, "%Y-%m-%d", day);
  return {{".gitignore", std::string(kIgnore)},
          {"404.html", std::string(kNotFound)},
          {"Gemfile", Gemfile(profile)},
          {"_config.yml", std::string(kConfig)},
          {"_posts/" + day + "-welcome-to-jekyll.markdown", Post(now)},
          {"about" + extension, std::string(kAbout)},
          {"index" + extension, std::string(kIndex)}};
}

Files BlankFiles(const compat::Profile& profile) {
  if (!profile.blank_sites_have_files) return {{"index.html", ""}};
  const std::string style = profile.blank_sites_import_base ? "base" : "main";
  return {{"_config.yml", "url: \"\" # the host\nbaseurl: \"\" # the folder below it\ntitle: \"\"\n"},
          {"_layouts/default.html", std::string(kBlankLayout)},
          {"_sass/" + style + ".scss", "body {\n  max-width: 40em;\n  margin: 2em auto;\n}\n"},
          {"assets/css/main.scss", "---\n---\n\n@import \"" + style + "\";\n"},
          {"index.md", "---\ntitle: Home\nlayout: default\n---\n\n# A blank page\n"}};
}

std::vector<std::string> BlankFolders(const compat::Profile& profile) {
  if (!profile.blank_sites_have_files) return {"_layouts", "_posts", "_drafts"};
  return {"_data", "_drafts", "_includes", "_posts"};
}

Status WriteSkeleton(const Session& session, const std::string& folder) {
  const Machine& machine = session.machine;
  if (Status made = machine.target.MakeDirectories(folder); !made) return made;
  const Clock::Instant instant = machine.clock.Now();
  Time now;
  now.seconds = instant.seconds;
  const bool blank = session.line.Has("blank");
  for (const auto& [name, text] : blank ? BlankFiles(session.profile()) : SiteFiles(session.profile(), now)) {
    if (Status written = machine.target.Write(JoinPath(folder, name), text); !written) return written;
  }
  if (!blank) return {};
  for (const std::string& name : BlankFolders(session.profile())) {
    if (Status made = machine.target.MakeDirectories(JoinPath(folder, name)); !made) return made;
  }
  return {};
}

// Dir["path/**/*"].empty?: hidden names do not count.
bool IsEmpty(const FileSource& files, const std::string& folder) {
  for (const std::string& name : files.List(folder)) {
    if (!name.starts_with('.')) return false;
  }
  return true;
}

}  // namespace

int RunNew(const Session& session) {
  const std::vector<std::string>& words = session.line.parsed.words;
  if (words.empty()) {
    return session.Fail({.kind = "ArgumentError",
                         .message = "You must specify a path.",
                         .hint = "Write `" + std::string(session.program) + " new FOLDER`."});
  }
  std::string name = words.front();
  for (size_t i = 1; i < words.size(); ++i) name += " " + words[i];
  const std::string folder = ExpandPath(name, session.machine.env.WorkingDirectory());
  if (!session.line.Has("force") && !IsEmpty(session.machine.files, folder)) {
    session.log.Error("Conflict:", folder + " exists and is not empty.");
    session.log.Error("", "Ensure " + folder +
                              " is empty or else try again with `--force` to proceed and overwrite "
                              "any files.");
    return 1;
  }
  if (Status written = WriteSkeleton(session, folder); !written) return session.Fail(written.error());
  session.log.Info("New jekyll site installed in " + folder + ".", "");
  if (session.line.Has("skip-bundle")) session.log.Info("Bundle install skipped.", "");
  return 0;
}

}  // namespace tincture::engine
