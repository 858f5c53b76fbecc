# Writes beside each tests/golden/yaml/*/in.yml what the real loaders make of it: `safe_yaml.txt` (SafeYAML 1.0.5, as
# Jekyll 3.10 and 4.x load front matter) and `psych.txt` (Psych 4 safe_load, as Debian's Jekyll 4.3.1). Each holds the
# result as Ruby's inspect writes it, or the error. TZ=UTC.
# Run: ruby -I <safe_yaml 1.0.5>/lib make_yaml.rb
ENV["TZ"] = "UTC"
require "date"
require "psych"
psych_load = Psych.method(:safe_load)
require "safe_yaml/load"
require "safe_yaml/version"

def outcome
  yield.inspect
rescue StandardError => e
  "#{e.class}: #{e.message}"
end

folder = File.expand_path("yaml", __dir__)
Dir[File.join(folder, "*", "in.yml")].sort.each do |path|
  text = File.read(path)
  safe = outcome { SafeYAML.load(text) }
  psych = outcome { psych_load.call(text, permitted_classes: [Date, Time], aliases: true) }
  File.write(File.join(File.dirname(path), "safe_yaml.txt"), "#{safe}\n")
  File.write(File.join(File.dirname(path), "psych.txt"), "#{psych}\n")
end
File.write(File.join(folder, "oracle.txt"), <<~TEXT)
  safe_yaml.txt: SafeYAML #{SafeYAML::VERSION}; psych.txt: Psych #{Psych::VERSION}; libyaml #{Psych.libyaml_version.join(".")};
  Ruby #{RUBY_VERSION}; TZ=UTC; made by make_yaml.rb
TEXT
