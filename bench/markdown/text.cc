#include "bench/markdown/text.h"

#include <array>
#include <string_view>

namespace tincture::bench {

namespace {

constexpr auto kWords = std::to_array<std::string_view>({"the",
                                                         "of",
                                                         "and",
                                                         "to",
                                                         "in",
                                                         "a",
                                                         "is",
                                                         "that",
                                                         "for",
                                                         "we",
                                                         "with",
                                                         "as",
                                                         "on",
                                                         "are",
                                                         "this",
                                                         "by",
                                                         "be",
                                                         "model",
                                                         "from",
                                                         "an",
                                                         "which",
                                                         "data",
                                                         "can",
                                                         "our",
                                                         "it",
                                                         "or",
                                                         "method",
                                                         "results",
                                                         "these",
                                                         "at",
                                                         "learning",
                                                         "not",
                                                         "have",
                                                         "paper",
                                                         "show",
                                                         "using",
                                                         "each",
                                                         "more",
                                                         "than",
                                                         "between",
                                                         "has",
                                                         "system",
                                                         "analysis",
                                                         "also",
                                                         "problem",
                                                         "two",
                                                         "where",
                                                         "approach",
                                                         "time",
                                                         "algorithm",
                                                         "number",
                                                         "set",
                                                         "research",
                                                         "different",
                                                         "function",
                                                         "network",
                                                         "training",
                                                         "performance",
                                                         "based",
                                                         "one",
                                                         "used",
                                                         "work",
                                                         "students",
                                                         "course",
                                                         "university",
                                                         "department",
                                                         "theory",
                                                         "language",
                                                         "information",
                                                         "state",
                                                         "process",
                                                         "values",
                                                         "large",
                                                         "given",
                                                         "study",
                                                         "proposed",
                                                         "parameters",
                                                         "optimal",
                                                         "structure",
                                                         "linear",
                                                         "random",
                                                         "graph",
                                                         "distribution",
                                                         "experiments",
                                                         "evaluation",
                                                         "however",
                                                         "because",
                                                         "semantics",
                                                         "convergence",
                                                         "reproducible",
                                                         "dataset",
                                                         "conference",
                                                         "proceedings",
                                                         "manuscript",
                                                         "supplementary",
                                                         "hypothesis",
                                                         "eigenvalue",
                                                         "don't",
                                                         "it's",
                                                         "author's",
                                                         "state-of-the-art",
                                                         "naïve",
                                                         "Erdős",
                                                         "Poincaré",
                                                         "Müller",
                                                         "São",
                                                         "Übersicht",
                                                         "modèle",
                                                         "統計",
                                                         "学習"});
constexpr auto kNames = std::to_array<std::string_view>(
    {"A. Smith", "J. Doe", "M. García", "L. Zhang", "K. Müller", "P. O'Neil", "S. Ito", "R. van Dijk", "E. Rossi"});
constexpr auto kVenues = std::to_array<std::string_view>(
    {"Journal of Open Research", "Proc. of the 12th Workshop", "Transactions on Systems", "arXiv preprint"});
constexpr auto kFormulas = std::to_array<std::string_view>(
    {"x^2 + y_1", "\\mathbb{E}[X] = \\sum_i p_i x_i", "f(\\theta) < \\epsilon", "O(n \\log n)", "\\|A\\|_F"});
constexpr auto kCode = std::to_array<std::string_view>(
    {"```python\nimport numpy as np\n\ndef fit(x, y, steps=100):\n    w = np.zeros(x.shape[1])\n    for i in "
     "range(steps):\n        w -= 0.1 * x.T @ (x @ w - y) / len(y)  # gradient\n    return w\n```\n",
     "```bash\ngit clone https://example.org/lab/code.git && cd code\nmake -j4 all > build.log 2>&1\n```\n",
     "~~~ r\nfit <- lm(y ~ x, data = d)\nsummary(fit)\n~~~\n", "```\nplain output: 12.5 <ok> & \"done\"\n```\n",
     "    indented_code(a, b);\n    return a * b;\n"});
constexpr auto kHtml = std::to_array<std::string_view>(
    {"<div class=\"note\" id=\"n%\">\n  <p>Office hours: <b>Tue</b> &amp; Thu, 2&ndash;4 pm.</p>\n</div>\n",
     "<img src=\"/images/profile%.png\" alt=\"A photo\" width=\"300\"/>\n", "<!-- to be updated % -->\n",
     "<details>\n<summary>BibTeX %</summary>\n<pre>@article{key,\n  title = {A & B}\n}</pre>\n</details>\n"});

class Generator {
 public:
  explicit Generator(uint64_t seed) : state_(seed * 2 + 1) {}

  std::string Document(size_t number) {
    number_ = std::to_string(number);
    links_ = notes_ = 0;
    out_.clear();
    const size_t size = 5'000 + Below(5) * Below(10) * 1'000 + Below(5'000);
    while (out_.size() < size) Section();
    Definitions();
    return out_;
  }

 private:
  // A 64-bit linear congruential generator; its high bits are good enough here.
  uint64_t Below(uint64_t limit) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return (state_ >> 33) % limit;
  }
  bool Percent(uint64_t chance) { return Below(100) < chance; }
  template <class List>
  std::string_view One(const List& list) {
    return list[Below(list.size())];
  }
  // The first words are frequent.
  std::string_view Word() { return kWords[Below(Below(kWords.size()) + 1)]; }
  std::string Words(size_t count) {
    std::string words(Word());
    for (size_t i = 1; i < count; ++i) words.append(" ").append(Word());
    return words;
  }

  void Section() {
    if (Percent(35)) Heading();
    const uint64_t kind = Below(100);
    if (kind < 58) return Paragraph();
    if (kind < 70) return List();
    if (kind < 76) return Papers();
    if (kind < 84) return Block(std::string(One(kCode)));
    if (kind < 88) return Table();
    if (kind < 91) return Quote();
    if (kind < 94) return Block(Html());
    if (kind < 97) return Block("$$\n" + std::string(One(kFormulas)) + " = " + std::string(One(kFormulas)) + "\n$$\n");
    if (kind < 98) return Block("{: .lead #p" + number_ + "-" + std::to_string(Below(1000)) + "}\n" + Prose(3));
    Block(Words(2) + "\n: " + Sentence() + "\n: " + Sentence() + "\n");
  }
  void Block(const std::string& text) { out_.append(text).append("\n"); }

  void Heading() {
    Block(std::string(2 + Below(3), '#') + " " + Words(2 + Below(4)) + (Percent(5) ? " {#sec}" : "") + "\n");
  }
  void Paragraph() { Block(Prose(2 + Below(5))); }
  void Quote() { Block("> " + Sentence() + "\n> " + Sentence() + "\n"); }

  std::string Prose(size_t sentences) {
    std::string prose;
    size_t line = 0;
    for (size_t i = 0; i < sentences; ++i) {
      std::string sentence = Sentence();
      line += sentence.size();
      prose += sentence;
      const bool breaks = line > 75 || i + 1 == sentences;
      if (breaks) line = 0;
      prose += breaks ? "\n" : " ";
    }
    return prose;
  }

  std::string Sentence() {
    std::string sentence = Words(3 + Below(6));
    for (uint64_t parts = Below(4); parts > 0; --parts)
      sentence.append(" ").append(Span()).append(" ").append(Words(2 + Below(7)));
    if (sentence[0] >= 'a' && sentence[0] <= 'z') sentence[0] = static_cast<char>(sentence[0] - 32);
    if (Percent(4)) sentence += Note();
    return sentence + (Percent(3) ? "..." : ".");
  }

  std::string Span() {
    const uint64_t kind = Below(100);
    if (kind < 20) return Words(1 + Below(2)) + ",";
    if (kind < 36) return "*" + Words(1 + Below(3)) + "*";
    if (kind < 48) return "**" + Words(1 + Below(3)) + "**";
    if (kind < 64)
      return "[" + Words(1 + Below(4)) + "](https://example.org/" + std::string(Word()) + "/" +
             std::to_string(Below(100)) + ")";
    if (kind < 68) return Reference();
    if (kind < 78) return "`" + std::string(Word()) + "_" + std::string(Word()) + "()`";
    if (kind < 86) return "\"" + Words(2 + Below(3)) + "\"";
    if (kind < 91) return "$$" + std::string(One(kFormulas)) + "$$";
    if (kind < 94) return "-- " + Words(2) + " --";
    if (kind < 96) return "<em>" + Words(2) + "</em>";
    if (kind < 98) return "![" + Words(2) + "](/images/" + std::string(Word()) + ".png){: width=\"40%\"}";
    return "<https://example.org/" + std::string(Word()) + "> &amp;";
  }

  std::string Reference() { return "[" + Words(2) + "][l" + number_ + "-" + std::to_string(links_++) + "]"; }
  std::string Note() { return "[^n" + number_ + "-" + std::to_string(notes_++) + "]"; }
  void Definitions() {
    for (int i = 0; i < links_; ++i) {
      out_ += "[l" + number_ + "-" + std::to_string(i) + "]: https://example.org/" + std::string(Word()) + " \"" +
              Words(2) + "\"\n";
    }
    out_ += "\n";
    const int notes = notes_;
    for (int i = 0; i < notes; ++i) {
      out_ += "[^n" + number_ + "-" + std::to_string(i) + "]: " + Words(8) + ".\n";
    }
    out_ += "\n";
  }

  void List() {
    std::string list;
    const bool numbered = Percent(25);
    const bool loose = Percent(20);
    for (uint64_t items = 3 + Below(5), i = 1; i <= items; ++i) {
      list += (numbered ? std::to_string(i) + ". " : "* ") + Sentence() + "\n";
      if (Percent(15)) list += std::string(numbered ? "   " : "  ") + "* " + Sentence() + "\n";
      if (loose) list += "\n";
    }
    Block(list);
  }

  void Papers() {
    std::string list;
    for (uint64_t items = 2 + Below(4); items > 0; --items) {
      list += "- " + std::string(One(kNames)) + ", " + std::string(One(kNames)) + " (20" +
              std::to_string(10 + Below(16)) + "). \"" + Words(6) + ".\" *" + std::string(One(kVenues)) + "*, " +
              std::to_string(Below(40)) + "(" + std::to_string(Below(9)) + "), pp. " + std::to_string(Below(200)) +
              "--" + std::to_string(200 + Below(200)) + ". [pdf](/files/paper" + std::to_string(Below(50)) + ".pdf)\n";
    }
    Block(list);
  }

  void Table() {
    std::string table = "| " + Words(1) + " | " + Words(1) + " | " + Words(2) + " |\n|:---|---:|:---:|\n";
    for (uint64_t rows = 2 + Below(6); rows > 0; --rows) {
      table += "| " + Words(2) + " | " + std::to_string(Below(1000)) + "." + std::to_string(Below(10)) + " | " +
               Span() + " |\n";
    }
    Block(table);
  }

  std::string Html() {
    std::string html(One(kHtml));
    const size_t mark = html.find('%');
    return mark == std::string::npos ? html : html.replace(mark, 1, std::to_string(Below(1000)));
  }

  uint64_t state_;
  std::string number_;
  std::string out_;
  int links_ = 0;
  int notes_ = 0;
};

}  // namespace

std::vector<std::string> MakeDocuments(uint64_t seed, size_t bytes) {
  Generator generator(seed);
  std::vector<std::string> documents;
  for (size_t made = 0; made < bytes; made += documents.back().size()) {
    documents.push_back(generator.Document(documents.size()));
  }
  return documents;
}

}  // namespace tincture::bench
