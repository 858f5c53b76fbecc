# Makes the expected files of tests/golden/rouge with the real gem: ruby tests/golden/make_rouge.rb
# lexers/<tag>.txt, an own snippet, becomes lexers/<tag>.html (Formatters::HTML, no options).
# fancy/<case>.txt is a name as in a code fence and, below, the code; <case>.html is the lexer's tag and, below, its HTML.
# formatters/<case>.txt is a Ruby snippet's text; the cases and their formatters are the table below.
require 'rouge'

ROOT = File.expand_path('rouge', __dir__)
F = Rouge::Formatters

FORMATTERS = {
  'html' => -> { F::HTML.new },
  'legacy' => -> { F::HTMLLegacy.new(css_class: 'highlight') },
  'legacy_no_wrap' => -> { F::HTMLLegacy.new(wrap: false) },
  'legacy_inline' => -> { F::HTMLLegacy.new(css_class: 'highlight', inline_theme: 'base16.dark') },
  'inline' => -> { F::HTMLInline.new('github') },
  'legacy_line_numbers' => -> { F::HTMLLegacy.new(css_class: 'highlight', line_numbers: true, start_line: 9, line_format: '%3d') },
  'jekyll3_linenos' => lambda {
    F::HTMLLegacy.new(line_numbers: 'inline', wrap: false, css_class: 'highlight', gutter_class: 'gutter', code_class: 'code')
  },
  'line_highlighter' => -> { F::HTMLLineHighlighter.new(F::HTML.new, highlight_lines: [2, 4]) },
  'jekyll4_mark_lines_linenos' => lambda {
    F::HTMLTable.new(F::HTMLLineHighlighter.new(F::HTML.new, highlight_lines: [1]), gutter_class: 'gutter', code_class: 'code')
  },
  'linewise' => -> { F::HTMLLinewise.new(F::HTML.new, class: 'n%02d') },
  'line_table' => -> { F::HTMLLineTable.new(F::HTML.new, start_line: 3) }
}.freeze

Dir[File.join(ROOT, 'lexers', '*.txt')].sort.each do |path|
  lexer = Rouge::Lexer.find(File.basename(path, '.txt')).new
  File.write(path.sub(/txt\z/, 'html'), F::HTML.new.format(lexer.lex(File.read(path))))
end

Dir[File.join(ROOT, 'fancy', '*.txt')].sort.each do |path|
  name, code = File.read(path).split("\n", 2)
  lexer = Rouge::Lexer.find_fancy(name, code)
  File.write(path.sub(/txt\z/, 'html'), "#{lexer.tag}\n#{F::HTML.new.format(lexer.lex(code))}")
end

Dir[File.join(ROOT, 'formatters', '*.txt')].sort.each do |path|
  FORMATTERS.each do |name, formatter|
    tokens = Rouge::Lexers::Ruby.new.lex(File.read(path))
    File.write(path.sub(/txt\z/, "#{name}.html"), formatter.call.format(tokens))
  end
end

File.write(File.join(ROOT, 'oracle.txt'), "rouge #{Rouge.version}\nruby tests/golden/make_rouge.rb\n")
