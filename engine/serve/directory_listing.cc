#include "engine/serve/directory_listing.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <ctime>
#include <tuple>
#include <utility>
#include <vector>

#include "compat/text/escape.h"
#include "engine/serve/request_path.h"
#include "engine/source/path.h"

namespace tincture::engine {

namespace {

struct Entry {
  std::string name;  // a folder's ends with '/'
  int64_t time;
  int64_t size;  // -1: a folder
};

struct Order {
  char column = 'N';
  bool is_down = false;
};

Order OrderOf(std::string_view query) {
  for (size_t at = 0; at + 2 < query.size(); at = query.find('&', at) + 1) {
    const std::string_view key = query.substr(at, 3);
    if (key[1] == '=' && std::string_view("NMS").find(key[0]) != std::string_view::npos) return {key[0], key[2] == 'D'};
    if (query.find('&', at) == std::string_view::npos) break;
  }
  return {};
}

std::vector<Entry> Entries(const FileSource& files, const std::string& folder, const Order& order) {
  std::vector<Entry> entries;
  for (const std::string& name : files.List(folder)) {
    if (IsUndisclosed(name)) continue;
    const FileInfo info = files.Stat(JoinPath(folder, name));
    if (info.is_directory()) {
      entries.push_back({name + "/", info.mtime_seconds, -1});
    } else if (info.is_file()) {
      entries.push_back({name, info.mtime_seconds, static_cast<int64_t>(info.size)});
    }
  }
  const auto key = [&](const Entry& entry) {
    const int64_t number = order.column == 'M' ? entry.time : order.column == 'S' ? entry.size : 0;
    return std::tuple(number, std::string_view(entry.name));
  };
  std::sort(entries.begin(), entries.end(),
            [&](const Entry& a, const Entry& b) { return order.is_down ? key(b) < key(a) : key(a) < key(b); });
  return entries;
}

std::string TimeText(int64_t seconds) {
  const time_t time = seconds;
  std::tm parts{};
  gmtime_r(&time, &parts);
  std::array<char, 32> text;
  return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M", &parts)};
}

std::string ColumnHead(char column, std::string_view title, const Order& order) {
  const bool to_down = column == order.column && !order.is_down;
  return std::string("<th><a href=\"?") + column + "=" + (to_down ? "D" : "A") + "\">" + std::string(title) + "</a>";
}

}  // namespace

bool IsUndisclosed(std::string_view name) {
  const auto lower = [](char c) { return std::tolower(static_cast<unsigned char>(c)); };
  if (name.size() >= 3 && name[0] == '.' && lower(name[1]) == 'h' && lower(name[2]) == 't') return true;
  return name.starts_with('~') || name.ends_with('.') || name.ends_with(' ') || name.ends_with("::$DATA");
}

std::string DirectoryListing(const FileSource& files, const std::string& folder, std::string_view url_path,
                             std::string_view query) {
  const Order order = OrderOf(query);
  const std::string title = "Index of " + text::WebrickEscape(url_path);
  std::string page = "<!DOCTYPE html>\n<meta charset=\"utf-8\">\n<title>" + title +
                     "</title>\n<style>td, th { padding-right: 2em; text-align: left }</style>\n<h1>" + title +
                     "</h1>\n<table>\n<tr>" + ColumnHead('N', "Name", order) +
                     ColumnHead('M', "Last modified (UTC)", order) + ColumnHead('S', "Size", order) +
                     "\n<tr><td><a href=\"..\">Parent folder</a>\n";
  for (const Entry& entry : Entries(files, folder, order)) {
    // "./": a name may hold a colon.
    page += "<tr><td><a href=\"./" + text::WebrickEscape(EscapePath(entry.name)) + "\">" +
            text::WebrickEscape(entry.name) + "</a><td>" + TimeText(entry.time) + "<td>" +
            (entry.size < 0 ? "-" : std::to_string(entry.size)) + "\n";
  }
  return page + "</table>\n";
}

}  // namespace tincture::engine
