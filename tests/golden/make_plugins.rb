# Makes the expectations under tests/golden/plugins with the real gems:
#   ruby tests/golden/make_plugins.rb [gem[/case]...]
# A case is <gem>/<case>/src, a site whose configuration names its plugins; its output goes to <gem>/<case>/expect.
# Beside src there may be:
#   env       variables of the environment, NAME=VALUE a line
#   history   commits of a git repository around the site, oldest first: an instant and the paths that it adds a line
# Beyond scripts/setup this needs, of Debian: ruby-jekyll-{archives,avatar,default-layout,github-metadata,
# last-modified-at,mentions,optional-front-matter,readme-index,relative-links,titles-from-headings,toc}; and, from
# their sources, as folders in RUBYLIB: jemoji with gemoji; jekyll-scholar with bibtex-ruby, citeproc, citeproc-ruby,
# csl-ruby, csl-styles, latex-decode and namae; jekyll-remote-theme with rubyzip.
require "fileutils"
require "tmpdir"
require "jekyll"

ROOT = File.expand_path("plugins", __dir__)
# jekyll-scholar is written for Liquid 4, whose registers are a Hash and whose tags may give any value to be joined.
SHIM = <<~RUBY
  require "liquid"
  class Liquid::Registers
    def values_at(*keys) = keys.map { |key| self[key] }
  end
  class Liquid::Tag
    def render_to_output_buffer(context, output)
      result = render(context)
      output << (result.is_a?(Array) ? result.join : result.to_s)
    end
  end
RUBY

def lines(file) = File.exist?(file) ? File.readlines(file, :chomp => true) : []

def git(site, *arguments, **env)
  identity = { "GIT_AUTHOR_NAME" => "A", "GIT_AUTHOR_EMAIL" => "a@example.org", "GIT_COMMITTER_NAME" => "A",
               "GIT_COMMITTER_EMAIL" => "a@example.org", "GIT_CONFIG_GLOBAL" => "/dev/null" }
  system(identity.merge(env.transform_keys(&:to_s)), "git", "-C", site, *arguments, :exception => true)
end

def commit(site, history)
  return if history.empty?

  git(site, "init", "--quiet")
  history.each do |line|
    time, *paths = line.split
    git(site, "add", *paths)
    git(site, "commit", "--quiet", "--message", time, :GIT_COMMITTER_DATE => time, :GIT_AUTHOR_DATE => time)
  end
end

def build(folder)
  FileUtils.rm_rf("#{folder}/expect")
  Dir.mktmpdir do |parent|
    site = File.join(File.realpath(parent), "site")
    FileUtils.cp_r("#{folder}/src", site)
    commit(site, lines("#{folder}/history"))
    File.write("#{parent}/shim.rb", SHIM)
    env = { "TZ" => "UTC", "JEKYLL_ENV" => "production", "RUBYOPT" => "-r#{parent}/shim" }
    lines("#{folder}/env").each { |line| env.store(*line.split("=", 2)) }
    system(env, "jekyll", "build", "--quiet", "--disable-disk-cache", :chdir => site, :exception => true)
    FileUtils.cp_r("#{site}/_site", "#{folder}/expect")
  end
end

def version(gem)
  Gem::Specification.find_by_name(gem).version
rescue Gem::MissingSpecError
  file = $LOAD_PATH.map { |path| "#{path}/#{gem.sub("-", "/").sub("jekyll/", "jekyll/")}/version.rb" }.find { |path| File.exist?(path) } ||
         $LOAD_PATH.map { |path| "#{path}/#{gem}/version.rb" }.find { |path| File.exist?(path) }
  file ? File.read(file)[/VERSION = ["']([^"']+)/, 1] : "?"
end

wanted = ARGV.empty? ? Dir.children(ROOT).select { |name| File.directory?(File.join(ROOT, name)) } : ARGV
folders = wanted.flat_map { |name| Dir.glob("#{ROOT}/#{name}{,/*}/src") }.map { |src| File.dirname(src) }.uniq.sort
folders.each { |folder| build(folder) }
gems = Dir.children(ROOT).select { |name| File.directory?(File.join(ROOT, name)) }.sort
versions = gems.map { |name| "#{name} #{version(name)}" }
File.write("#{ROOT}/oracle.txt", "ruby tests/golden/make_plugins.rb\njekyll #{Jekyll::VERSION}\n#{versions.join("\n")}\n")
