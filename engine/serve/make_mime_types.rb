# Writes mime_types.inc: which extension has which type in Jekyll's mime.types, and whether Jekyll's server names the
# character set of such a type (mime_types_charset.json). The table is the same in Jekyll 3.10, 4.3 and 4.4.
#   ruby engine/serve/make_mime_types.rb > engine/serve/mime_types.inc
require "json"

folder = File.join(Gem::Specification.find_by_name("jekyll").gem_dir, "lib/jekyll")
charsets = JSON.parse(File.read("#{folder}/commands/serve/mime_types_charset.json"))
types = {}
File.foreach("#{folder}/mime.types") do |line|
  next if line.start_with?("#")

  type, *extensions = line.split
  extensions.each { |extension| types[extension] = type }
end
puts "// Made by make_mime_types.rb."
types.sort.each { |extension, type| puts %({"#{extension}", "#{type}", #{charsets.key?(type)}},) }
