# Makes two tables with the real gem: ruby compat/rouge/make_tables.rb
# names.inc: every tag and alias. themes.inc: the inline styles of the themes by token.
# STYLE: a `style` attribute; THEME: a theme's name and the number of its style for each token, in tokens.inc's order.
require 'rouge'

tokens = File.readlines("#{__dir__}/tokens.inc").filter_map { |line| line[/^TOKEN\(\w+, "([^"]*)"/, 1] }
themes = Rouge::Theme.registry.sort.map do |name, theme|
  [name, tokens.map { |token| theme.new.style_for(Rouge::Token[token]).rendered_rules.to_a.join(';') }]
end
styles = themes.flat_map(&:last).uniq.sort

File.open("#{__dir__}/themes.inc", 'w') do |out|
  out.puts "// Rouge #{Rouge.version}'s themes as inline styles; made by make_tables.rb."
  styles.each { |style| out.puts "STYLE(#{style.inspect})" }
  themes.each { |name, of| out.puts "THEME(#{name.inspect}, #{of.map { |style| styles.index(style) }.join(', ')})" }
end

names = Rouge::Lexer.all.flat_map { |lexer| [lexer.tag, *lexer.aliases] }.uniq.sort
File.open("#{__dir__}/names.inc", 'w') do |out|
  out.puts "// Every name of Rouge #{Rouge.version}'s lexers; made by make_tables.rb."
  names.each { |name| out.puts "NAME(#{name.inspect})" }
end
