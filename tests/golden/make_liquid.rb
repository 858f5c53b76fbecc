# frozen_string_literal: true

# Renders the cases of tests/golden/liquid with the real gem.
#   ruby tests/golden/make_liquid.rb LIQUID_4_0_4_FOLDER LIQUID_5_4_0_FOLDER
# A case is NAME.liquid, and NAME.json with its variables where it has any. Written beside it:
#   NAME.out    what Liquid 4.0.4 renders in mode `warn`, errors inline, line numbers on
#   NAME.5.out  what Liquid 5.4.0 renders, where that differs
# A template that does not parse is given by its error message.

require "json"
require "open3"

RENDER = <<~'RUBY'
  require "json"
  require "liquid"
  Liquid::Template.error_mode = :warn
  source = File.read(ARGV[0], encoding: "UTF-8")
  assigns = ARGV[1] ? JSON.parse(File.read(ARGV[1], encoding: "UTF-8")) : {}
  begin
    print Liquid::Template.parse(source, line_numbers: true).render(assigns)
  rescue Liquid::Error => e
    print e.message, "\n"
  end
RUBY

def render(gem_folder, template)
  variables = template.sub(/liquid\z/, "json")
  arguments = [template, *(variables if File.exist?(variables))]
  output, status = Open3.capture2("ruby", "-I", "#{gem_folder}/lib", "-e", RENDER, *arguments)
  abort "#{template}: the gem failed" unless status.success?
  output
end

def version(gem_folder)
  Open3.capture2("ruby", "-I", "#{gem_folder}/lib", "-e", 'require "liquid"; print Liquid::VERSION').first
end

def write(path, text, keep: true)
  return File.delete(path) if !keep && File.exist?(path)

  File.binwrite(path, text) if keep
end

gem4, gem5 = ARGV
abort "usage: make_liquid.rb LIQUID_4_0_4_FOLDER LIQUID_5_4_0_FOLDER" unless gem5
Dir.glob("#{__dir__}/liquid/*").sort.each do |folder|
  Dir.glob("#{folder}/*.liquid").sort.each do |template|
    four = render(gem4, template)
    five = render(gem5, template)
    write(template.sub(/liquid\z/, "out"), four)
    write(template.sub(/liquid\z/, "5.out"), five, keep: five != four)
  end
  File.write("#{folder}/oracle.txt", <<~TEXT)
    *.out: liquid #{version(gem4)}, *.5.out where liquid #{version(gem5)} differs; ruby #{RUBY_VERSION}
    ruby tests/golden/make_liquid.rb LIQUID_4_0_4_FOLDER LIQUID_5_4_0_FOLDER
  TEXT
end
