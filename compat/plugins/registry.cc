#include "compat/plugins/registry.h"

#include <array>

#include "compat/plugins/plugins.h"

namespace tincture::compat::plugins {

namespace {

constexpr std::array kPlugins = std::to_array<Registration>({
    {"jekyll-archives", "2.2.1", &MakeArchives},
    {"jekyll-avatar", "0.8.0", &MakeAvatar},
    {"jekyll-commonmark", "1.4.0", &MakeCommonmark},
    {"jekyll-commonmark-ghpages", "0.5.1", &MakeCommonmark},
    {"jekyll-default-layout", "0.1.5", &MakeDefaultLayout},
    {"jekyll-feed", "0.17.0", &MakeFeed},
    {"jekyll-gist", "1.5.0", &MakeGist},
    {"jekyll-include-cache", "0.2.1", &MakeIncludeCache},
    {"jekyll-mentions", "1.6.0", &MakeMentions},
    {"jekyll-optional-front-matter", "0.3.2", &MakeOptionalFrontMatter},
    {"jekyll-paginate", "1.1.0", &MakePaginate},
    {"jekyll-readme-index", "0.3.0", &MakeReadmeIndex},
    {"jekyll-redirect-from", "0.16.0", &MakeRedirectFrom},
    {"jekyll-relative-links", "0.7.0", &MakeRelativeLinks},
    {"jekyll-sass-converter", "2.2.0", &MakeSassConverter},
    {"jekyll-seo-tag", "2.8.0", &MakeSeoTag},
    {"jekyll-sitemap", "1.4.0", &MakeSitemap},
    {"jekyll-titles-from-headings", "0.5.3", &MakeTitlesFromHeadings},
    {"jekyll-toc", "0.18.0", &MakeToc},
    {"jemoji", "0.13.0", &MakeJemoji},
});

struct KnownGem {
  std::string_view gem;
  std::string_view adds;
};

// Gems that sites name and that are not built in.
constexpr std::array kKnownGems = std::to_array<KnownGem>({
    {"classifier-reborn", "related posts by content (lsi)"},
    {"github-pages", "nothing: choose the profile github-pages instead"},
    {"jekyll-admin", "an administration page under /admin while serving; the built site is the same without it"},
    {"jekyll-algolia", "the upload of the site's text to Algolia's search"},
    {"jekyll-archives-v2", "archive pages of collections"},
    {"jekyll-assets", "the asset pipeline behind {% asset %}"},
    {"jekyll-auto-image", "page.image taken from the first picture of a page"},
    {"jekyll-cache-bust", "the filters bust_file_cache and bust_css_cache"},
    {"jekyll-coffeescript", "the conversion of .coffee files to JavaScript"},
    {"jekyll-compose", "commands such as `post` and `draft`; the built site is the same without it"},
    {"jekyll-contentblocks", "{% contentfor %} and {% contentblock %}"},
    {"jekyll-data", "data files of the theme"},
    {"jekyll-email-protect", "the filter encode_email"},
    {"jekyll-figure", "{% figure %}"},
    {"jekyll-get-json", "data fetched from other sites"},
    {"jekyll-github-metadata", "site.github, facts asked of GitHub"},
    {"jekyll-imagemagick", "smaller copies of pictures"},
    {"jekyll-jupyter-notebook", "{% jupyter_notebook %}"},
    {"jekyll-katex", "mathematics set by KaTeX"},
    {"jekyll-last-modified-at", "last_modified_at, the date of a file's last commit"},
    {"jekyll-link-attributes", "attributes on links to other sites"},
    {"jekyll-loading-lazy", "loading=\"lazy\" on pictures and frames"},
    {"jekyll-maps", "{% google_map %}"},
    {"jekyll-mermaid", "{% mermaid %}"},
    {"jekyll-minifier", "smaller HTML, CSS and JavaScript"},
    {"jekyll-paginate-v2", "pagination by `pagination:` in front matter, tag and category pages"},
    {"jekyll-pdf-embed", "{% pdf %}"},
    {"jekyll-picture-tag", "{% picture %}"},
    {"jekyll-polyglot", "one copy of the site for each language"},
    {"jekyll-regex-replace", "the filter regex_replace"},
    {"jekyll-remote-theme", "the layouts and styles of the theme named under remote_theme:"},
    {"jekyll-responsive-image", "{% responsive_image %} and resized images"},
    {"jekyll-scholar", "bibliographies: {% bibliography %}, {% cite %}"},
    {"jekyll-socials", "{% social_links %}"},
    {"jekyll-spaceship", "tables, diagrams and media in an extended Markdown"},
    {"jekyll-tabs", "{% tabs %}"},
    {"jekyll-tagging", "tag clouds and tag pages"},
    {"jekyll-target-blank", "target=\"_blank\" on links to other sites"},
    {"jekyll-terser", "smaller JavaScript"},
    {"jekyll-tidy", "tidied HTML"},
    {"jekyll-timeago", "the filter timeago"},
    {"jekyll-twitter-plugin", "{% twitter %}"},
    {"jekyll-watch", "nothing: watching is part of the program"},
    {"jekyll-webp", "copies of pictures as WebP"},
    {"jekyll-youtube", "{% youtube %}"},
    {"webrick", "nothing: serving needs no gem"},
});

}  // namespace

std::span<const Registration> Registered() { return kPlugins; }

std::unique_ptr<Plugin> MakePlugin(std::string_view gem) {
  for (const Registration& registration : Registered()) {
    if (registration.gem == gem) return registration.make();
  }
  return nullptr;
}

std::optional<std::string_view> WhatGemAdds(std::string_view gem) {
  for (const KnownGem& known : kKnownGems) {
    if (known.gem == gem) return known.adds;
  }
  return std::nullopt;
}

}  // namespace tincture::compat::plugins
