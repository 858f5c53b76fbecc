# frozen_string_literal: true

# Rouge's side of bench/compare_rouge.
#   ruby compare.rb --samples FROM TO   the texts of FROM/<tag>.jsonl ("input") or FROM/<tag>.txt as TO/<tag>/<number>
#   ruby compare.rb FOLDER              a line a lexer: tag, bytes, us in the first round, us in a later one (CPU time)
#   ruby compare.rb FOLDER --check      the checksum of the HTML, as rouge_bench has it
require 'fileutils'
require 'json'
require 'rouge'

def write_samples(from, to)
  Dir["#{from}/*.{jsonl,txt}"].sort.each do |path|
    texts = path.end_with?('.txt') ? [File.read(path)] : File.readlines(path).map { |line| JSON.parse(line)['input'] }
    folder = "#{to}/#{File.basename(path, '.*')}"
    FileUtils.mkdir_p(folder)
    texts.each_with_index { |text, i| File.write(format('%s/%03d', folder, i), text) }
  end
end

def cpu
  Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID, :float_microsecond)
end

def round(lexer, texts)
  formatter = Rouge::Formatters::HTML.new
  texts.map { |text| formatter.format(lexer.new.lex(text)) }
end

def timed(lexer, texts)
  start = cpu
  round(lexer, texts)
  cpu - start
end

def checksum(htmls)
  htmls.join.each_byte.reduce(2_166_136_261) { |sum, byte| ((sum ^ byte) * 16_777_619) & 0xffffffff }
end

if ARGV[0] == '--samples'
  write_samples(*ARGV.drop(1))
  exit
end

Dir["#{ARGV[0]}/*"].sort.each do |folder|
  tag = File.basename(folder)
  lexer = Rouge::Lexer.find(tag) or next
  texts = Dir["#{folder}/*"].sort.map { |path| File.read(path, encoding: 'UTF-8') }
  next puts "#{tag} #{checksum(round(lexer, texts))}" if ARGV[1]

  first = timed(lexer, texts)
  puts "#{tag} #{texts.sum(&:bytesize)} #{first} #{timed(lexer, texts)}"
end
