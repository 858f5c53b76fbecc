# compare.rb DIR [FILE]: prints CPU milliseconds that kramdown with Jekyll's settings needs for the documents in DIR: one by
# one, and joined to one text; with and without Rouge. With FILE: prints what kramdown makes of it.
require "kramdown"
require "kramdown-parser-gfm"
require "rouge"

SETTINGS = {
  "input" => "GFM", "hard_wrap" => false, "auto_ids" => true, "toc_levels" => (1..6).to_a, "guess_lang" => true,
  "syntax_highlighter_opts" => { "default_lang" => "plaintext", "guess_lang" => true }
}.freeze

def convert(text, highlighter)
  Kramdown::Document.new(text, SETTINGS.merge("syntax_highlighter" => highlighter)).to_html
end

def cpu_time
  GC.start
  start = Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID)
  yield
  1000 * (Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID) - start)
end

if ARGV[1]
  print convert(File.read(ARGV[1]), "rouge")
  exit
end

documents = Dir[File.join(ARGV[0], "*.md")].sort.map { |path| File.read(path) }
convert(documents.first, "rouge")
{ "kramdown" => nil, "kramdown_and_rouge" => "rouge" }.each do |name, highlighter|
  puts "documents/#{name} #{cpu_time { documents.each { |document| convert(document, highlighter) } }}"
  puts "text/#{name} #{cpu_time { convert(documents.join, highlighter) }}"
end
