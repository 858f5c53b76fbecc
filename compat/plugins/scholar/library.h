// Library: the bibliographies of a site, each read once, and what each page has cited so far. One build, one Library.
// Threads: any.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "compat/plugins/scholar/bibtex.h"
#include "compat/plugins/site.h"
#include "liquid/support/status.h"

namespace tincture::compat::plugins::scholar {

class Library {
 public:
  struct Request {
    std::vector<std::string> paths;  // absolute
    BibOptions options;
    bool replace_strings = true;
    bool join_strings = true;
    bool remove_duplicates = false;
    std::vector<std::string> match_fields;
  };
  // The files as one. Whoever reads them first decides how: the gem keeps what it made of the same files.
  Result<const Bibliography*> Read(const Site& site, const Request& request);

  // Files of `repository:` by the key of their entry: extension and path below the source.
  using Attachments = std::map<std::string, std::vector<std::pair<std::string, std::string>>, std::less<>>;
  const Attachments& AttachmentsIn(const Site& site, const std::string& folder, const std::string& delimiter);

  // `page`: what tells one page from another.
  // False: the page has cited it before.
  bool Cite(const std::string& page, const std::string& key);
  std::vector<std::string> Cited(const std::string& page) const;
  void ForgetCited(const std::string& page);

  // Says something once a build.
  void WarnOnce(const Site& site, const std::string& message);

 private:
  Result<std::string> ReadAll(const Site& site, const std::vector<std::string>& paths) const;

  mutable std::mutex mutex_;
  std::map<std::vector<std::string>, std::unique_ptr<Bibliography>> bibliographies_;
  std::map<std::string, Attachments> attachments_;
  std::map<std::string, std::vector<std::string>> cited_;
};

}  // namespace tincture::compat::plugins::scholar
