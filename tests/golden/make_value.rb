# frozen_string_literal: true

# What Ruby itself says about values: tables of tab-separated columns, text in Ruby's inspect notation where it may hold
# anything. Run with the Ruby to be reproduced:
#   ruby tests/golden/make_value.rb

require "date"
require "time"

def table(name, rows)
  File.write("#{__dir__}/value/#{name}.txt", rows.map { |row| "#{row.join("\t")}\n" }.join)
end

def attempt
  yield
rescue ArgumentError, RangeError
  "error"
end

# strftime.txt: seconds, nanoseconds, offset (or "utc", or "date"), format, result
TIMES = [[1_364_383_353, 123_456_789, "utc"], [1_609_439_339, 0, 19_800], [-62_135_596_800, 0, "utc"],
         [-99_999_999_999, 999_999_999, -1800], [253_402_300_800, 0, 45], [1_362_614_400, 0, "date"]].freeze
DIRECTIVES = [*"a".."z", *"A".."Z", "+", "%", "!"].freeze
FLAGS = ["", "-", "0", "_", "^", "#", "^#", "10", "03", "_5", "-4", ":", "::", ":::", "::::", "E", "O", "3-"].freeze

def moment(seconds, nanoseconds, zone)
  time = Time.at(seconds, nanoseconds, :nsec)
  return Time.at(seconds).utc.to_date if zone == "date"

  zone == "utc" ? time.utc : time.localtime(zone)
end

table("strftime", TIMES.flat_map do |seconds, nanoseconds, zone|
  DIRECTIVES.product(FLAGS).map do |directive, flags|
    format = "%#{flags}#{directive}"
    [seconds, nanoseconds, zone, format, attempt { moment(seconds, nanoseconds, zone).strftime(format).inspect }]
  end
end)

# time_parse.txt: text, zone of the process, seconds nanoseconds offset zone-name of Time.parse at 2023-11-14 22:13:20 UTC
TEXTS = [
  "2013-01-04", "2015-1-5", "2015/1/5", "3/4/2015", "3/4/15", "3/4", "04.05.2015", "5 Jan 2015", "Jan 5, 2015", "January 5th 2015",
  "5th of January 2015", "Jan 2015", "2015", "15", "Jan", "'15", "5-jan-2015", "jan-5-15", "20150105", "150105", "0105",
  "2015005", "15005", "005", "2015-005", "-005", "--01-05", "--0105", "2015-W05-3", "W05-3", "-w-3", "h27.01.05", "r2.1.5",
  "2015-01-05T10:20:30Z", "2015-01-05 10:20:30.123456789", "2015-01-05 10:20:30,5 +09:00", "2015-01-05 10:20 pm", "10:20", "10h",
  "10h 20m 5s", "3pm", "3 p.m. jan 5", "12am", "12:30 am 5 jan 15", "20150105T102030", "20150105T102030.25Z", "20150105102030 -0700",
  "102030.5", "Sat, 27 Mar 2010 11:22:33 GMT", "Sat Aug 28 02:29:34 JST 1999", "2008-06-20 16:50:38 EST", "2008-06-20 16:50:38 EDT",
  "2008-06-20 16:50:38 eastern daylight time", "2008-06-20 16:50:38 CEST", "2008-06-20 16:50:38 A", "2008-06-20 16:50:38 utc+3",
  "2008-06-20 16:50:38 -00:00", "2008-06-20 16:50:38 +05:30:15", "2008-06-20 16:50:38 +25", "2008-12-31 23:30 -0100",
  "2020-02-30", "2020-04-31", "2020-02-32", "2020-13-01", "2020-00-01", "24:00", "24:01", "10:60", "10:20:60", "5 jan 15 bc", "bc 5 jan 15",
  "99/1/1", "69/1/1", "68/1/1", "0001-01-01", "9999-12-31 23:59:59", "-2015-01-05", "2021-03-14 02:30", "2021-11-07 01:30",
  "nope", "", " ", "monday", "may day", "2015-01-05junk", "é 2015-01-05", "(2015-01-05)", "2015年1月5日", "12345678901234567890", "x" * 129,
  "1-2-3", "1.2.3", "1/2/3 4:5:6", "31 feb", "366", "2015-366", "2016-366", "29 feb", "1:2", "00000000", "10:20:30.", "a.m. 5", "1e3"
].freeze

table("time_parse", ["UTC", "America/New_York", "Europe/Berlin"].flat_map do |zone|
  ENV["TZ"] = zone
  now = Time.at(1_700_000_000)
  TEXTS.map do |text|
    result = attempt do
      time = Time.parse(text, now)
      [time.to_i, time.nsec, time.utc_offset, time.zone || "-"].join(" ")
    end
    [text, zone, result]
  end
end)

# time_zone.txt: "at", zone, seconds, offset, name; "local", zone, local seconds, instant
ZONES = ["UTC", "America/New_York", "Europe/Berlin", "Europe/Dublin", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kolkata", "America/Sao_Paulo",
         "Etc/GMT+5", "EST5EDT", "CET-1CEST,M3.5.0,M10.5.0/3", "<-03>3<-02>,M3.5.0/-2,M10.5.0/-1", "Foo/Bar", ":Asia/Tokyo"].freeze
INSTANTS = [-5_000_000_000, -1, 0, 1_152_098_955, 1_325_203_200, 1_325_289_600, 1_615_705_199, 1_615_705_200, 1_636_264_799, 1_636_264_800,
            1_900_000_000, 4_102_444_800, 4_118_000_000].freeze
LOCALS = [0, 1_136_073_600, 1_325_246_400, 1_325_289_600, 1_615_689_000, 1_616_898_600, 1_636_248_600, 1_635_647_400, 1_617_505_200,
          1_633_226_400, 4_110_000_000].freeze

table("time_zone", ZONES.flat_map do |zone|
  ENV["TZ"] = zone
  INSTANTS.select { |seconds| seconds >= 0 || !zone.include?(",") }.map do |seconds|
    time = Time.at(seconds)
    ["at", zone, seconds, time.utc_offset, time.zone]
  end + LOCALS.map do |seconds|
    utc = Time.at(seconds).utc
    ["local", zone, seconds, Time.local(utc.year, utc.mon, utc.day, utc.hour, utc.min, utc.sec).to_i]
  end
end)

# float.txt: bits in hex, to_s
FLOATS = [0.0, -0.0, 1.0, 0.1, 1e15, 1e16, 123_456_789_012_345_680.0, 1e-4, 9.999e-5, 1.5e-7, 1e100, 5e-324, 1.7976931348623157e308,
          2.0 / 3, 100.0, 1e22, 1e23, 123_456.789, -2.5, Float::INFINITY, -Float::INFINITY, Float::NAN].freeze
table("float", FLOATS.map { |float| [[float].pack("G").unpack1("H*"), float.to_s] })

# integer.txt: text inspected, to_i, Integer() or "error"
NUMBERS = ["", " 12 ", "+5", "-5", "--5", "- 5", "12abc", "1_000", "1__0", "_1", "1_", "0x1f", "0b11", "0o17", "017", "08", "0d12", "1.5",
           "1e3", "9223372036854775807", "9223372036854775808", "-9223372036854775809", "0xffffffffffffffffff", "0_8", "0x", "1\n", "1 2",
           "1\0", "1_0\0x", "99999999999999999999 \0x", "\u00a05", "٣"].freeze
table("integer", NUMBERS.map { |text| [text.inspect, text.to_i, attempt { Integer(text) }] })

# inspect.txt: UTF-8 bytes in hex, inspect of the string
STRINGS = ["", "a\"b\\", "\#{x} \#$x \#@x # #x", "\e\a\b\t\n\v\f\r\0\x7f", "é日🎉", "\u200b\u00ad\u0085\ue000\u{10ffff}\u{e0001}",
           "\xff\xe3\x81", "\u0378", "\u2028"].freeze
table("inspect", STRINGS.map { |text| [text.unpack1("H*"), text.inspect] })

File.write("#{__dir__}/value/oracle.txt", "ruby #{RUBY_VERSION}, date #{Date::VERSION}\nruby tests/golden/make_value.rb\n")
