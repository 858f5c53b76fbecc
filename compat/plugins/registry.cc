#include "compat/plugins/registry.h"

#include <algorithm>
#include <array>
#include <string>

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
    {"jekyll-github-metadata", "2.15.0", &MakeGithubMetadata},
    {"jekyll-include-cache", "0.2.1", &MakeIncludeCache},
    {"jekyll-last-modified-at", "1.3.0", &MakeLastModifiedAt},
    {"jekyll-mentions", "1.6.0", &MakeMentions},
    {"jekyll-optional-front-matter", "0.3.2", &MakeOptionalFrontMatter},
    {"jekyll-paginate", "1.1.0", &MakePaginate},
    {"jekyll-readme-index", "0.3.0", &MakeReadmeIndex},
    {"jekyll-redirect-from", "0.16.0", &MakeRedirectFrom},
    {"jekyll-relative-links", "0.7.0", &MakeRelativeLinks},
    {"jekyll-remote-theme", "0.5.2", &MakeRemoteTheme},
    {"jekyll-sass-converter", "2.2.0", &MakeSassConverter},
    {"jekyll-scholar", "7.3.0", &MakeScholar},
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
    {"jekyll-asciidoc", "the conversion of AsciiDoc files"},
    {"jekyll-assets", "the asset pipeline behind {% asset %}"},
    {"jekyll-auto-authors", "author pages"},
    {"jekyll-auto-image", "page.image taken from the first picture of a page"},
    {"jekyll-autoprefixer", "vendor prefixes in CSS"},
    {"jekyll-babel", "the conversion of modern JavaScript"},
    {"jekyll-cache-bust", "the filters bust_file_cache and bust_css_cache"},
    {"jekyll-category-pages", "category pages"},
    {"jekyll-coffeescript", "the conversion of .coffee files to JavaScript"},
    {"jekyll-compose", "commands such as `post` and `draft`; the built site is the same without it"},
    {"jekyll-compress-images", "smaller pictures"},
    {"jekyll-contentblocks", "{% contentfor %} and {% contentblock %}"},
    {"jekyll-data", "data files of the theme"},
    {"jekyll-diagrams", "{% graphviz %}, {% mermaid %} and other diagrams"},
    {"jekyll-email-protect", "the filter encode_email"},
    {"jekyll-environment-variables", "site.env"},
    {"jekyll-external-links", "attributes on links to other sites"},
    {"jekyll-figure", "{% figure %}"},
    {"jekyll-get-json", "data fetched from other sites"},
    {"jekyll-git-hash", "site.data.hash, the commit of the build"},
    {"jekyll-haml", "the conversion of Haml files"},
    {"jekyll-image-size", "{% imagesize %}"},
    {"jekyll-imagemagick", "smaller copies of pictures"},
    {"jekyll-json-feed", "a feed as JSON"},
    {"jekyll-jupyter-notebook", "{% jupyter_notebook %}"},
    {"jekyll-katex", "mathematics set by KaTeX"},
    {"jekyll-language-plugin", "translated texts by {% t %}"},
    {"jekyll-last-commit", "facts of a page's last commit"},
    {"jekyll-link-attributes", "attributes on links to other sites"},
    {"jekyll-loading-lazy", "loading=\"lazy\" on pictures and frames"},
    {"jekyll-lunr-js-search", "an index for the search in the browser"},
    {"jekyll-maps", "{% google_map %}"},
    {"jekyll-mermaid", "{% mermaid %}"},
    {"jekyll-minifier", "smaller HTML, CSS and JavaScript"},
    {"jekyll-multiple-languages-plugin", "one copy of the site for each language, {% t %}"},
    {"jekyll-og-image", "preview pictures for social networks"},
    {"jekyll-paginate-v2", "pagination by `pagination:` in front matter, tag and category pages"},
    {"jekyll-pandoc", "`markdown: Pandoc`"},
    {"jekyll-pandoc-multiple-formats", "documents in other formats, by Pandoc"},
    {"jekyll-pdf-embed", "{% pdf %}"},
    {"jekyll-picture-tag", "{% picture %}"},
    {"jekyll-plantuml", "{% plantuml %}"},
    {"jekyll-polyglot", "one copy of the site for each language"},
    {"jekyll-postcss", "CSS put through PostCSS"},
    {"jekyll-pug", "the conversion of Pug files"},
    {"jekyll-pwa-plugin", "a service worker"},
    {"jekyll-regex-replace", "the filter regex_replace"},
    {"jekyll-remote-include", "{% remote_include %}"},
    {"jekyll-responsive-image", "{% responsive_image %} and resized images"},
    {"jekyll-sass", "nothing: Sass is part of the program"},
    {"jekyll-slim", "the conversion of Slim files"},
    {"jekyll-socials", "{% social_links %}"},
    {"jekyll-spaceship", "tables, diagrams and media in an extended Markdown"},
    {"jekyll-strapi", "content from a Strapi server"},
    {"jekyll-tabs", "{% tabs %}"},
    {"jekyll-tagging", "tag clouds and tag pages"},
    {"jekyll-target-blank", "target=\"_blank\" on links to other sites"},
    {"jekyll-terser", "smaller JavaScript"},
    {"jekyll-textile-converter", "the conversion of Textile files"},
    {"jekyll-tidy", "tidied HTML"},
    {"jekyll-timeago", "the filter timeago"},
    {"jekyll-toc-generator", "a table of contents"},
    {"jekyll-twitter-plugin", "{% twitter %}"},
    {"jekyll-vite", "{% vite_javascript_tag %} and its kin"},
    {"jekyll-watch", "nothing: watching is part of the program"},
    {"jekyll-webp", "copies of pictures as WebP"},
    {"jekyll-wikilinks", "links of the form [[page]]"},
    {"jekyll-youtube", "{% youtube %}"},
    {"jekyll_picture_tag", "{% picture %}"},
    {"octopress-autoprefixer", "vendor prefixes in CSS"},
    {"octopress-minify-html", "smaller HTML"},
    {"webrick", "nothing: serving needs no gem"},
});

}  // namespace

std::span<const Registration> Registered() { return kPlugins; }

namespace {

// `plugins:` may say what Ruby is to require, such as jekyll/scholar.
std::string GemName(std::string_view name) {
  std::string gem(name);
  std::replace(gem.begin(), gem.end(), '/', '-');
  return gem;
}

}  // namespace

std::unique_ptr<Plugin> MakePlugin(std::string_view name) {
  const std::string gem = GemName(name);
  for (const Registration& registration : Registered()) {
    if (registration.gem == gem) return registration.make();
  }
  return nullptr;
}

std::optional<std::string_view> WhatGemAdds(std::string_view name) {
  const std::string gem = GemName(name);
  for (const KnownGem& known : kKnownGems) {
    if (known.gem == gem) return known.adds;
  }
  return std::nullopt;
}

}  // namespace tincture::compat::plugins
