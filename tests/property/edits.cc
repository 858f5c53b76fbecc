#include "tests/property/edits.h"

#include <algorithm>
#include <array>

#include "engine/source/path.h"

namespace tincture::property {

namespace {

using engine::BaseName;
using engine::DirName;
using engine::ExtName;
using engine::JoinPath;
using engine::MemoryDisk;

// Each reads another part of the site than the page's own text.
constexpr std::array<std::string_view, 43> kSnippets = {
    "{% increment counter %}",
    "{% decrement counter %}",
    "{% cycle 'one', 'two', 'three' %}",
    "{% cycle 'g': 'one', 'two' %}",
    "{% for p in site.posts %}{{ p.title }} {{ p.url }} {{ p.date | date: '%F' }};{% endfor %}",
    "{% for p in site.pages %}{{ p.url }};{{ p.content | size }} {% endfor %}",
    "{{ site.posts | map: 'content' | join: ' ' | size }}",
    "{{ site.posts.first.content | number_of_words }}",
    "{{ site.posts.last.content | truncate: 90 }}",
    "{{ site.posts.first.excerpt }}",
    "{{ site.posts.last.output | size }}",
    "{{ page.next.title }}/{{ page.previous.title }}/{{ page.previous.content | size }}",
    "{{ page.excerpt | strip_html }}",
    "{{ page.content | size }}",
    "{{ content | size }}",
    "{{ layout.title }}{{ layout.class }}{{ layout | jsonify }}",
    "{{ site.data | jsonify }}",
    "{% for d in site.data %}{{ d[0] }}={{ d[1] | size }};{% endfor %}",
    "{{ site.tags | size }}{% for t in site.tags %}{{ t[0] }}:{{ t[1].size }};{% endfor %}",
    "{% for c in site.categories %}{{ c[0] }}:{{ c[1].size }};{% endfor %}",
    "{% for c in site.collections %}{{ c.label }}:{{ c.docs.size }}:{{ c.files.size }};{% endfor %}",
    "{% for d in site.documents %}{{ d.relative_path }} {{ d.date | date: '%s' }};{% endfor %}",
    "{% for f in site.static_files %}{{ f.path }} {{ f.modified_time | date: '%s' }};{% endfor %}",
    "{{ site.time | date: '%Y' }}",
    "{{ site.time | date: '%s' }}",
    "{{ 'now' | date: '%Y-%m-%d %H:%M:%S' }}",
    "{{ site.title }}{{ site.added }}{{ site.url }}{{ site.baseurl }}",
    "{{ site.related_posts | map: 'title' | join: ',' }}",
    "{{ jekyll.environment }}{{ jekyll.version }}",
    "{% include added.html %}",
    "{{ page | inspect | size }}",
    "{% if page.added %}{{ page.added | markdownify }}{% endif %}",
    "{{ site.posts | where_exp: 'p', 'p.added' | size }}",
    "{% assign sorted = site.pages | sort: 'title' %}{% for p in sorted %}{{ p.title }},{% endfor %}",
    "{% capture x %}{% include added.html p=page %}{% endcapture %}{{ x | upcase }}",
    "{{ site.data.words.a.b }}{{ site.data.words.list.first }}",
    "{{ site.posts | sort: 'order' | map: 'title' | join: ',' }}{{ site.posts | group_by: 'category' | size }}",
    "{{ page.date | date: '%F' }}{{ page.url }}{{ page.id }}{{ page.path }}",
    "{% for p in site.posts %}{% if p.url == page.url %}{{ p.next.url }} {{ p.previous.date | date: '%s' }}{% endif %}"
    "{% endfor %}",
    "{{ site.posts.first | jsonify | size }}{{ site.tags.x | map: 'title' | join: ',' }}",
    "{{ site.pages | map: 'path' | join: ',' }}{{ site.html_pages.size }}",
    "{{ '/a' | relative_url }}{% link about.md %}",
    "{% unknown_tag %}",
};

constexpr std::array<std::string_view, 14> kFrontMatter = {
    "title: Another title",
    "added: of *words*",
    "published: false",
    "tags: [x, y]",
    "category: z",
    "layout: default",
    "layout: none",
    "date: 2023-05-06",
    "permalink: /p/:title/",
    "date: 2030-01-01",
    "order: 3",
    "excerpt: Mine",
    "order: 1",
    "category: w",
};

constexpr std::array<std::string_view, 14> kSettings = {
    "title: Another",
    "added: setting",
    "permalink: pretty",
    "permalink: /:year/:title:output_ext",
    "future: true",
    "unpublished: true",
    "show_drafts: true",
    "limit_posts: 2",
    "exclude: [about.md]",
    "excerpt_separator: \"\"",
    "defaults: [{scope: {path: \"\"}, values: {added: by default, layout: default}}]",
    "liquid: {error_mode: strict}",
    "kramdown: {auto_ids: false}",
    "timezone: Asia/Tokyo",
};

template <class List>
std::string PickOf(const List& list, size_t number) {
  return std::string(list[number % list.size()]);
}

bool IsText(std::string_view path) {
  const std::string_view ext = ExtName(path);
  for (const char* text :
       {".md", ".markdown", ".html", ".yml", ".yaml", ".json", ".csv", ".scss", ".sass", ".xml", ".txt", ".css"}) {
    if (ext == text) return true;
  }
  return false;
}

// What a site's theme may have as well.
constexpr std::array<std::string_view, 5> kThemeIncludes = {"footer.html", "head.html", "masthead.html",
                                                            "read-time.html", "archive-single.html"};

// Where the text after the front matter begins; 0 where there is none.
size_t BodyStart(const std::string& text) {
  if (!text.starts_with("---\n")) return 0;
  const size_t end = text.find("\n---", 3);
  if (end == std::string::npos) return 0;
  const size_t line = text.find('\n', end + 1);
  return line == std::string::npos ? text.size() : line + 1;
}

}  // namespace

std::string Editor::Word() { return "word" + std::to_string(Number(1000)); }

std::string Editor::Edited(const std::string& text) {
  const size_t body = BodyStart(text);
  switch (Number(7)) {
    case 0:
      return text + "\nA sentence with " + Word() + ".\n";
    case 1:
      return text + "\n" + PickOf(kSnippets, Number(kSnippets.size())) + "\n";
    case 2:  // a cut file
      return text.substr(0, body + Number(text.size() - body + 1));
    case 3: {
      const size_t space = text.find(' ', body + Number(text.size() - body + 1));
      return space == std::string::npos ? text + Word() : text.substr(0, space + 1) + Word() + text.substr(space);
    }
    case 4: {  // one value, of front matter or of data
      std::vector<size_t> values;
      const size_t end = body == 0 ? text.size() : body;
      for (size_t at = text.find(": "); at < end; at = text.find(": ", at + 1)) values.push_back(at + 2);
      if (values.empty()) return text + Word();
      const size_t at = values[Number(values.size())];
      return text.substr(0, at) + Word() + text.substr(std::min(text.find('\n', at), text.size()));
    }
    default:
      if (body == 0) return text + "\n" + PickOf(kSnippets, Number(kSnippets.size()));
      return "---\n" + PickOf(kFrontMatter, Number(kFrontMatter.size())) + text.substr(3);
  }
}

Edit Editor::EditText(const MemoryDisk& disk, const std::vector<std::string>& files) {
  std::string path;
  for (int tries = 0; tries < 20 && !IsText(path); ++tries) path = Pick(files);
  const std::string text = Edited(disk.At(path).bytes);
  const bool replaces = Number(3) == 0;  // as editors do that write beside the file and rename
  return {"edit " + path, [=](MemoryDisk& target) {
            if (replaces) (void)target.Remove(path);
            target.Put(path, text);
          }};
}

Edit Editor::Add(const MemoryDisk& disk, const std::string& source, const std::vector<std::string>& files) {
  const std::string copied = Pick(files);
  std::string path;
  std::string text = disk.At(copied).bytes;
  switch (Number(8)) {
    case 0:
      path = "_posts/2022-0" + std::to_string(1 + Number(9)) + "-11-" + Word() + ".md";
      text = "---\ntitle: " + Word() + "\n---\n" + Word() + "\n\n" + PickOf(kSnippets, Number(kSnippets.size()));
      break;
    case 1:
      path = Word() + ".html";
      text = "---\n---\n" + PickOf(kSnippets, Number(kSnippets.size()));
      break;
    case 2:
      path = "_includes/added.html";
      text = "included " + PickOf(kSnippets, Number(kSnippets.size() - 7)) + Word();
      break;
    case 3:
      path = "_data/" + Word() + ".yml";
      text = "- a: " + Word() + "\n- b: [1, 2.5, 2020-01-01]\n";
      break;
    case 4:
      path = "_layouts/" + PickOf(std::array<std::string_view, 2>{"default.html", "post.html"}, Number(2));
      text = "---\nclass: " + Word() + "\n---\n<p>{{ page.title }}</p>{{ content }}" +
             PickOf(kSnippets, Number(kSnippets.size()));
      break;
    case 5:
      path = "_includes/" + PickOf(kThemeIncludes, Number(kThemeIncludes.size()));
      text = "shadowed " + Word() + "{{ include.document.title }}{{ post.title }}{{ page.title }}";
      break;
    case 6:
      path = "_data/words.yml";
      text = "a:\n  b: " + Word() + "\n  c: " + Word() + "\nlist: [" + Word() + ", x]\n";
      break;
    default:
      path = copied.substr(source.size() + 1);
      path.insert(path.size() - ExtName(path).size(), "-copy");
  }
  path = JoinPath(source, path);
  return {"add " + path, [=](MemoryDisk& target) { target.Put(path, text); }};
}

Edit Editor::Rename(const std::vector<std::string>& files) {
  const std::string from = Pick(files);
  std::string to = from;
  to.insert(to.size() - ExtName(to).size(), "-renamed");
  if (Number(4) == 0) to = JoinPath(DirName(Pick(files)), BaseName(from));
  if (to == from) return Delete(files);
  return {"rename " + from + " to " + to, [=](MemoryDisk& target) { target.Rename(from, to); }};
}

Edit Editor::Delete(const std::vector<std::string>& files) {
  const std::string path = Pick(files);
  return {"delete " + path, [=](MemoryDisk& target) { (void)target.Remove(path); }};
}

Edit Editor::Touch(const MemoryDisk& disk, const std::vector<std::string>& files) {
  const std::string path = Pick(files);
  engine::Instant time = disk.At(path).mtime;
  time.seconds -= static_cast<int64_t>(Number(100000));
  return {"touch " + path, [=](MemoryDisk& target) { target.Touch(path, time); }};
}

Edit Editor::Configure(const MemoryDisk& disk, const std::string& source) {
  const std::string path = JoinPath(source, "_config.yml");
  const std::string setting = PickOf(kSettings, Number(kSettings.size()));
  const bool has_one = disk.Stat(path).is_file();
  const std::string text = (has_one ? disk.At(path).bytes + "\n" : std::string()) + setting + "\n";
  return {"configure " + setting, [=](MemoryDisk& target) { target.Put(path, text); }};
}

Edit Editor::Next(const MemoryDisk& disk, const std::string& source) {
  std::vector<std::string> files;
  for (std::string& path : disk.FilesBelow(source)) {
    if (!path.starts_with(source + "/.jekyll-cache") && !path.ends_with("_config.yml"))
      files.push_back(std::move(path));
  }
  if (files.empty()) return Configure(disk, source);
  switch (Number(16)) {
    case 0:
    case 1:
    case 2:
      return Add(disk, source, files);
    case 3:
      return Rename(files);
    case 4:
      return Delete(files);
    case 5:
      return Touch(disk, files);
    case 6:
      return Configure(disk, source);
    case 7: {
      Edit edit{"time passes", [](MemoryDisk&) {}};
      edit.seconds_pass = Number(2) == 0 ? 1 : static_cast<int64_t>(Number(400 * 86400));
      return edit;
    }
    case 8: {
      Edit edit{"nothing", [](MemoryDisk&) {}};
      edit.changes_profile = Number(3) == 0;
      if (edit.changes_profile) edit.name = "another profile";
      return edit;
    }
    default:
      return EditText(disk, files);
  }
}

}  // namespace tincture::property
