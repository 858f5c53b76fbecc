#include "compat/plugins/scholar/styles.h"

#include <algorithm>

namespace tincture::compat::plugins::scholar {

const CitationStyle* FindStyle(std::string_view name) {
  static constexpr CitationStyle kApa = {.make = &MakeApaWriter, .author_substitute = ""};
  static constexpr CitationStyle kMla = {.make = &MakeMlaWriter, .author_substitute = "———"};
  if (name == "apa" || name == "apa.csl") return &kApa;
  static constexpr CitationStyle kIeee = {
      .make = &MakeIeeeWriter, .author_substitute = "", .prefix = "", .delimiter = ", ", .suffix = ""};
  if (name == "ieee" || name == "ieee.csl") return &kIeee;
  if (name == "modern-language-association" || name == "modern-language-association.csl") return &kMla;
  return nullptr;
}

std::string WriteCitation(const CitationStyle& style, const std::vector<std::string>& works) {
  std::string out = works.empty() ? "" : works[0];
  for (size_t i = 1; i < works.size(); ++i) out = Concatenate(Concatenate(out, style.delimiter), works[i]);
  return out.empty() ? out : Concatenate(std::string(style.prefix) + out, style.suffix);
}

LocatorTerm FindLocatorTerm(std::string_view label) {
  constexpr LocatorTerm kTerms[] = {
      {"book", "bk.", "bks.", "book", "books"},
      {"chapter", "chap.", "chaps.", "chapter", "chapters"},
      {"column", "col.", "cols.", "column", "columns"},
      {"figure", "fig.", "figs.", "figure", "figures"},
      {"folio", "fol.", "fols.", "folio", "folios"},
      {"issue", "no.", "nos.", "issue", "issues"},
      {"line", "l.", "ll.", "line", "lines"},
      {"note", "n.", "nn.", "note", "notes"},
      {"opus", "op.", "opp.", "opus", "opera"},
      {"page", "p.", "pp.", "page", "pages"},
      {"paragraph", "para.", "paras.", "paragraph", "paragraphs"},
      {"part", "pt.", "pts.", "part", "parts"},
      {"section", "sec.", "secs.", "section", "sections"},
      {"sub-verbo", "s.v.", "s.vv.", "sub verbo", "sub verbis"},
      {"verse", "v.", "vv.", "verse", "verses"},
      {"volume", "vol.", "vols.", "volume", "volumes"},
  };
  const auto found =
      std::find_if(std::begin(kTerms), std::end(kTerms), [&](const LocatorTerm& term) { return term.label == label; });
  return found == std::end(kTerms) ? LocatorTerm{} : *found;
}

}  // namespace tincture::compat::plugins::scholar
