# Writes what kramdown makes of tests/golden/kramdown/*/*.md: .html, and .warnings where there are any.
# Options: Jekyll's (GFM, no hard_wrap) without a highlighter, and over them the .yml beside a case.
# A source under an "ascii_source" name is handed over tagged US-ASCII.
#     ruby tests/golden/make_kramdown.rb
require "fileutils"
require "yaml"
require "kramdown"
require "kramdown-parser-gfm"

module Kramdown
  module Parser
    # Jekyll 4.3.1's lib/jekyll/converters/smartypants.rb does the same within Jekyll.
    class SmartyPants < Kramdown::Parser::Kramdown
      def initialize(source, options)
        super
        @block_parsers = [:block_html, :content]
        @span_parsers = [:smart_quotes, :html_entity, :typographic_syms, :span_html]
      end

      def parse_content
        add_text @src.scan(/\A.*\n/)
      end
      define_parser(:content, /\A/)
    end
  end
end

root = File.join(__dir__, "kramdown")
Dir[File.join(root, "*", "*.md")].sort.each do |path|
  base = path.delete_suffix(".md")
  options = { "input" => "GFM", "hard_wrap" => false, "syntax_highlighter" => nil }
  options.merge!(YAML.load_file("#{base}.yml")) if File.exist?("#{base}.yml")
  source = File.binread(path).force_encoding(base.end_with?("ascii_source") ? "US-ASCII" : "UTF-8")
  document = Kramdown::Document.new(source, options)
  File.binwrite("#{base}.html", document.to_html)
  warnings = document.warnings
  warnings.empty? ? FileUtils.rm_f("#{base}.warnings") : File.write("#{base}.warnings", warnings.join("\n") + "\n")
end

versions = %w[kramdown kramdown-parser-gfm].map { |name| "#{name} #{Gem.loaded_specs[name]&.version || Gem::Specification.find_by_name(name).version}" }
Dir[File.join(root, "*")].select { |folder| File.directory?(folder) }.each do |folder|
  File.write(File.join(folder, "oracle.txt"), "ruby tests/golden/make_kramdown.rb\n#{versions.join("\n")}\nruby #{RUBY_VERSION}\n")
end
