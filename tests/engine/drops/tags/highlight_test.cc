#include "tests/support/jekyll_render.h"

namespace tincture::engine {
namespace {

class Highlight : public JekyllRender {};

TEST_F(Highlight, WrapsCodeInAFigure) {
  EXPECT_EQ(
      Render("{% highlight ruby %}\n\nx = 1\n{% endhighlight %}"),
      "<figure class=\"highlight\"><pre><code class=\"language-ruby\" data-lang=\"ruby\"><span class=\"n\">x</span> "
      "<span class=\"o\">=</span> <span class=\"mi\">1</span></code></pre></figure>");
}

TEST_F(Highlight, LowersTheNameAndReplacesPlus) {
  EXPECT_EQ(Render("{% highlight Text+ %}a<b{% endhighlight %}"),
            "<figure class=\"highlight\"><pre><code class=\"language-text-\" "
            "data-lang=\"text+\">a&lt;b</code></pre></figure>");
}

TEST_F(Highlight, NumbersLines) {
  EXPECT_EQ(Render("{% highlight text linenos %}\na\nb\n{% endhighlight %}"),
            "<figure class=\"highlight\"><pre><code class=\"language-text\" data-lang=\"text\"><table "
            "class=\"rouge-table\"><tbody><tr><td class=\"gutter gl\"><pre class=\"lineno\">1\n2\n</pre></td><td "
            "class=\"code\"><pre>a\nb\n</pre></td></tr></tbody></table></code></pre></figure>");
}

TEST_F(Highlight, MarksLines) {
  EXPECT_NE(Render("{% highlight text mark_lines=\"2\" %}\na\nb\n{% endhighlight %}").find("<span class=\"hll\">b"),
            std::string::npos);
  EXPECT_EQ(Render("{% highlight text mark_lines=2 %}a{% endhighlight %}"),
            "SyntaxError: Syntax Error for mark_lines declaration. Expected a double-quoted list of integers.");
}

TEST_F(Highlight, EscapesWithoutAHighlighter) {
  host_.set_config(Yaml("{highlighter: none}"));
  EXPECT_EQ(
      Render("{% highlight c %} 'a' {% endhighlight %}"),
      "<figure class=\"highlight\"><pre><code class=\"language-c\" data-lang=\"c\">&#39;a&#39;</code></pre></figure>");
}

TEST_F(Highlight, RefusesBadMarkup) {
  EXPECT_EQ(Render("{% highlight c x=\"a\" %}{% endhighlight %}").substr(0, 80),
            "SyntaxError: Syntax Error in tag 'highlight' while parsing the following markup:");
}

}  // namespace
}  // namespace tincture::engine
