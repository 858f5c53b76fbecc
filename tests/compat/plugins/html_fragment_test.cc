// Expectations are what Nokogiri 1.13.10 prints of the same fragments.
#include "compat/plugins/html_fragment.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace tincture::compat::plugins {
namespace {

constexpr std::array<std::string_view, 1> kIgnored = {"code"};

std::string Printed(std::string_view html) { return HtmlFragment(html).ToHtml(); }

TEST(HtmlFragmentTest, AddsNoLineBreaksAtTheTop) {
  EXPECT_EQ(Printed("<p>:a:</p><pre>:a:</pre><code>x</code>"), "<p>:a:</p><pre>:a:</pre><code>x</code>");
}

TEST(HtmlFragmentTest, WritesHtml4) {
  EXPECT_EQ(Printed("<p>&ldquo;é&rdquo; &amp; &lt;x&gt; \"q\" <br /><img src=\"a b é.png\" alt=\"x&quot;y\"/>"
                    "<input disabled checked=\"\"/></p>"),
            "<p>“é” &amp; &lt;x&gt; \"q\" <br><img src=\"a%20b%20%C3%A9.png\" alt='x\"y'><input disabled checked></p>");
  EXPECT_EQ(Printed("<svg viewBox=\"0 0 1 1\"><path d=\"M0\"/></svg> 1 < 2"),
            "<svg viewbox=\"0 0 1 1\"><path d=\"M0\"></path></svg> 1 &lt; 2");
}

TEST(HtmlFragmentTest, ClosesWhatIsOpen) {
  EXPECT_EQ(Printed("<ul><li>one<li>two</ul><p>open<div>inner</div>"),
            "<ul>\n<li>one</li>\n<li>two</li>\n</ul><p>open</p><div>inner</div>");
}

TEST(HtmlFragmentTest, ReplacementsAreParsedWhereTheyStand) {
  HtmlFragment fragment(":a: top &lt;i&gt;x <b> :a: y</b><ul><li>:a:</li></ul><code>:a:</code>");
  fragment.ReplaceTexts(kIgnored, [](std::string_view text, std::string_view) -> std::optional<std::string> {
    const size_t at = text.find(":a:");
    if (at == text.npos) return std::nullopt;
    return std::string(text).replace(at, 3, "<img src=\"e.png\">");
  });
  EXPECT_EQ(fragment.ToHtml(),
            "<img src=\"e.png\"> top <i>x </i><b> <img src=\"e.png\"> y</b><ul><li><img src=\"e.png\"></li></ul>"
            "<code>:a:</code>");
}

TEST(HtmlFragmentTest, DeepNestingIsNoTrouble) {
  std::string deep;
  for (int i = 0; i < 20000; ++i) deep += "<b>";
  HtmlFragment fragment(deep + ":a:");
  fragment.ReplaceTexts(kIgnored, [](std::string_view, std::string_view) { return std::nullopt; });
  EXPECT_FALSE(fragment.ToHtml().empty());
}

TEST(HtmlFragmentTest, ThePageIsSplitAtItsBody) {
  const SplitPage page = SplitAtBody("<html><body class=x>\n <p>a</p></body></html>");
  EXPECT_EQ(page.head, "<html><body class=x>\n ");
  EXPECT_EQ(page.body, "<p>a</p>");
  EXPECT_EQ(page.tail, "</body></html>");
  EXPECT_EQ(SplitAtBody("<p>a</p>").body, "<p>a</p>");
}

}  // namespace
}  // namespace tincture::compat::plugins
