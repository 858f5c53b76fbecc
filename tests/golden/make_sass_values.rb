# Writes beside each tests/golden/sass_values/TOPIC.in, a stylesheet a line, what the real compilers make of the lines:
# TOPIC.dart-sass, TOPIC.libsass and TOPIC.ruby-sass, a line each: the CSS with its white space squeezed, or "error".
# Topics called compressed_* are in the compressed style.
# Run: ruby make_sass_values.rb FOLDER, where `npm install sass` was run in FOLDER; with the gems sass and sassc.
require "json"
require "open3"
require "sass"
require "sassc"

FOLDER = File.expand_path("sass_values", __dir__)
NODE = <<~JS
  const sass = require(process.argv[1] + '/node_modules/sass');
  const [lines, style] = JSON.parse(require('fs').readFileSync(0, 'utf8'));
  const results = lines.map(line => {
    try { return sass.compileString(line, {style, charset: false, logger: sass.Logger.silent}).css; }
    catch (error) { return null; }
  });
  console.log(JSON.stringify([sass.info.split('\\n')[0], results]));
JS

def dart_sass(lines, style, modules)
  output, = Open3.capture2("node", "-e", NODE, modules, stdin_data: JSON.generate([lines, style]))
  JSON.parse(output)
end

def each_line(lines)
  lines.map do |line|
    yield line
  rescue StandardError
    nil
  end
end

def write(path, results)
  lines = results.map { |css| css ? css.sub(/\A\u{FEFF}|\A@charset "UTF-8";/, "").split.join(" ") : "error" }
  File.write(path, lines.join("\n") + "\n")
end

modules = File.expand_path(ARGV.fetch(0))
version = nil
$stderr = File.open(File::NULL, "w")
Dir[File.join(FOLDER, "*.in")].sort.each do |path|
  lines = File.readlines(path, chomp: true, encoding: "UTF-8")
  style = File.basename(path).start_with?("compressed") ? :compressed : :expanded
  base = path.delete_suffix(".in")
  version, results = dart_sass(lines, style, modules)
  write("#{base}.dart-sass", results)
  write("#{base}.libsass", each_line(lines) { |l| SassC::Engine.new(l, syntax: :scss, style: style, precision: 10).render })
  write("#{base}.ruby-sass", each_line(lines) { |l| Sass::Engine.new(l, syntax: :scss, style: style, cache: false).render })
end
File.write(File.join(FOLDER, "oracle.txt"), <<~TEXT)
  *.dart-sass: #{version.split("\t")[0, 2].join(" ")} of the npm registry; *.libsass: libsass #{SassC::Native.version} by sassc #{SassC::VERSION};
  *.ruby-sass: Ruby Sass #{Sass::VERSION}; Ruby #{RUBY_VERSION}; made by make_sass_values.rb
TEXT
