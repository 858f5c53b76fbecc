# Makes the expectations under tests/golden/plugins with the real gems:
#   ruby tests/golden/make_plugins.rb [gem[/case]...]
# A case is <gem>/<case>/src, a site whose configuration names its plugins; its output goes to <gem>/<case>/expect.
require "fileutils"
require "tmpdir"
require "jekyll"

ROOT = File.expand_path("plugins", __dir__)

def build(folder)
  FileUtils.rm_rf("#{folder}/expect")
  Dir.mktmpdir do |parent|
    site = File.join(File.realpath(parent), "site")
    FileUtils.cp_r("#{folder}/src", site)
    system({ "TZ" => "UTC", "JEKYLL_ENV" => "production" }, "jekyll", "build", "--quiet", "--disable-disk-cache",
           :chdir => site, :exception => true)
    FileUtils.cp_r("#{site}/_site", "#{folder}/expect")
  end
end

wanted = ARGV.empty? ? Dir.children(ROOT).select { |name| File.directory?(File.join(ROOT, name)) } : ARGV
folders = wanted.flat_map { |name| Dir.glob("#{ROOT}/#{name}{,/*}/src") }.map { |src| File.dirname(src) }.uniq.sort
folders.each { |folder| build(folder) }
gems = Dir.children(ROOT).select { |name| File.directory?(File.join(ROOT, name)) }.sort
versions = gems.map { |name| "#{name} #{Gem::Specification.find_by_name(name).version}" }
File.write("#{ROOT}/oracle.txt", "ruby tests/golden/make_plugins.rb\njekyll #{Jekyll::VERSION}\n#{versions.join("\n")}\n")
