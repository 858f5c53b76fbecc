# frozen_string_literal: true

# Ruby's Liquid on bench/liquid's templates: ruby compare.rb DATA.json [CASE]
# With CASE prints what it renders; else a line a measurement, `name microseconds`: the median CPU time.
require "json"
require "liquid"

CASES = %w[page includes compress].freeze
ROUND_SECONDS = 1.5

def source(name)
  File.read("#{__dir__}/#{name}.liquid", encoding: "UTF-8")
end

class Partials
  def initialize
    @sources = %w[item meta tags].to_h { |name| [name, source("includes/#{name}")] }
  end

  def read_template_file(name)
    @sources.fetch(name)
  end
end

def cpu
  Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID, :float_microsecond)
end

def measure(name)
  yield # warm
  times = []
  until times.size >= 5 && times.sum > ROUND_SECONDS * 1e6
    start = cpu
    yield
    times << (cpu - start)
  end
  puts "#{name} #{times.sort[times.size / 2]}"
end

Liquid::Template.file_system = Partials.new
Liquid::Template.error_mode = :warn
data = JSON.parse(File.read(ARGV[0], encoding: "UTF-8"))
if ARGV[1]
  print Liquid::Template.parse(source(ARGV[1])).render(data)
  exit
end
CASES.each do |name|
  text = source(name)
  template = Liquid::Template.parse(text)
  measure("parse-#{name}") { Liquid::Template.parse(text) }
  measure("render-#{name}") { template.render(data) }
end
