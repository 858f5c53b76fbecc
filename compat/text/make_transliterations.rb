# Writes transliterations.inc: what I18n.transliterate makes of each character that it knows (i18n's default table,
# the one Jekyll's `slugify: "latin"` uses). Run: ruby make_transliterations.rb > transliterations.inc
require "i18n"

I18n.config.available_locales = :en
puts "// Made by make_transliterations.rb with i18n #{I18n::VERSION}: {character, ASCII}, in order of the character."
(0x80..0x2FFF).each do |code|
  ascii = I18n.transliterate([code].pack("U"), replacement: "\0")
  puts format('{0x%04x, "%s"},', code, ascii) unless ascii == "\0"
end
