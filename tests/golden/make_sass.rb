# Makes the expectations under tests/golden/sass with the real jekyll-sass-converter:
#   ruby tests/golden/make_sass.rb [case...]
# A case is a folder: main.scss or main.sass, what it imports, and options.yml, the `sass:` part of the configuration.
# Results: out.css, out.css.map, or error.txt with the message of the exception.
require "fileutils"
require "tmpdir"
require "jekyll"

ROOT = File.expand_path("sass", __dir__)
RESULTS = %w(out.css out.css.map error.txt).freeze

def prepare(folder, site)
  FileUtils.cp_r("#{folder}/.", site)
  RESULTS.each { |name| FileUtils.rm_f(File.join(site, name)) }
  Dir.glob("#{site}/main.*").each { |path| File.write(path, "---\n---\n" + File.read(path)) }
end

def build(site, folder)
  options = File.exist?("#{folder}/options.yml") ? YAML.load_file("#{folder}/options.yml") : {}
  Jekyll.logger.log_level = :error
  config = Jekyll.configuration("source" => site, "destination" => "#{site}/_site", "sass" => options,
                                "disable_disk_cache" => true, "exclude" => ["options.yml"])
  Dir.chdir(site) { Jekyll::Site.new(config).process }
end

def make(folder)
  RESULTS.each { |name| FileUtils.rm_f(File.join(folder, name)) }
  Dir.mktmpdir do |parent|
    site = File.join(File.realpath(parent), "site")
    FileUtils.mkdir(site)
    prepare(folder, site)
    begin
      build(site, folder)
      { "main.css" => "out.css", "main.css.map" => "out.css.map" }.each do |from, to|
        FileUtils.cp("#{site}/_site/#{from}", "#{folder}/#{to}") if File.exist?("#{site}/_site/#{from}")
      end
    rescue StandardError => e
      File.write("#{folder}/error.txt", e.message)
    end
  end
end

names = ARGV.empty? ? Dir.children(ROOT).select { |name| File.directory?(File.join(ROOT, name)) } : ARGV
names.sort.each { |name| make(File.join(ROOT, name)) }
File.write("#{ROOT}/oracle.txt", <<~TEXT)
  ruby tests/golden/make_sass.rb
  jekyll #{Jekyll::VERSION}, jekyll-sass-converter #{JekyllSassConverter::VERSION}, sassc #{SassC::VERSION}, libsass #{SassC::Native.version}
TEXT
