# Writes what the gems make of tests/golden/commonmark/*/*.md: jekyll-commonmark's .html, jekyll-commonmark-ghpages'
# .ghpages.html, and .log where they complain of options. The .yml beside a case holds its `commonmark:`; without one
# the options are unsafe and footnotes, and all extensions are on.
#     ruby -I DIR tests/golden/make_commonmark.rb
# DIR holds jekyll-commonmark-ghpages.rb (0.5.1, which Debian lacks); the rest is Debian's.
require "fileutils"
require "stringio"
require "yaml"
require "jekyll"
require "jekyll-commonmark"
require "jekyll-commonmark-ghpages"

def logged
  io = StringIO.new
  Jekyll.logger = Logger.new(io, formatter: ->(_, _, _, message) { "#{message}\n" })
  [yield, io.string]
end

root = File.join(__dir__, "commonmark")
all = %w[table strikethrough autolink tagfilter tasklist]
Dir[File.join(root, "*", "*.md")].sort.each do |path|
  base = path.delete_suffix(".md")
  config = { "options" => %w[unsafe footnotes], "extensions" => all }
  config.merge!(YAML.load_file("#{base}.yml")) if File.exist?("#{base}.yml")
  processors = Jekyll::Converters::Markdown
  { "" => processors::CommonMark, ".ghpages" => processors::CommonMarkGhPages }.each do |suffix, processor|
    html, log = logged { processor.new("commonmark" => config).convert(File.read(path)) }
    File.write("#{base}#{suffix}.html", html)
    log.empty? ? FileUtils.rm_f("#{base}.log") : File.write("#{base}.log", log)
  end
end

versions = %w[commonmarker jekyll-commonmark rouge].map { |name| "#{name} #{Gem.loaded_specs[name]&.version || Gem::Specification.find_by_name(name).version}" }
Dir[File.join(root, "*")].select { |folder| File.directory?(folder) }.each do |folder|
  File.write(File.join(folder, "oracle.txt"), "ruby -I DIR tests/golden/make_commonmark.rb\n#{versions.join("\n")}\njekyll-commonmark-ghpages 0.5.1\nruby #{RUBY_VERSION}\n")
end
