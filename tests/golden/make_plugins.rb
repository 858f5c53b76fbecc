# The expectations under tests/golden/plugins, made by the real gems:
#   ruby tests/golden/make_plugins.rb [gem[/case]...]           makes them
#   ruby tests/golden/make_plugins.rb --check [gem[/case]...]   builds the sites again and compares (a test)
# A case is <gem>/<case>/src, a site whose configuration names its plugins; its output goes to <gem>/<case>/expect.
# Beside src there may be:
#   env       variables of the environment, NAME=VALUE a line
#   history   commits of a git repository around the site, oldest first: an instant and the paths that it adds a line
# Debian has most of the gems (scripts/setup installs them); those of NOT_IN_DEBIAN are needed to make their own cases:
# as folders in RUBYLIB, jemoji with gemoji; jekyll-scholar with bibtex-ruby, citeproc, citeproc-ruby, csl-ruby,
# csl-styles, latex-decode and namae; jekyll-remote-theme with rubyzip. --check skips what it can not load of them,
# and fails where another gem can not be loaded.
require "fileutils"
require "resolv"
require "set"
require "socket"
require "tmpdir"
require "yaml"
require "jekyll"

ROOT = File.expand_path("plugins", __dir__)
NOT_IN_DEBIAN = %w(jekyll-remote-theme jekyll-scholar jemoji).freeze

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

# Nothing of the machine reaches a case: the same variables everywhere, and no network.
def pin(folder)
  ENV.delete_if { |name, _| name.start_with?("JEKYLL_", "PAGES_", "GIT_") }
  ENV.update("TZ" => "UTC", "JEKYLL_ENV" => "production")
  lines("#{folder}/env").each { |line| ENV.store(*line.split("=", 2)) }
  Resolv::DNS.define_singleton_method(:open) { |*| raise Resolv::ResolvError }
  TCPSocket.define_singleton_method(:open) { |*| raise SocketError, "no network" }
end

# jekyll-scholar is written for Liquid 4, whose registers are a Hash and whose tags may give any value to be joined.
def liquid_four
  Liquid::Registers.define_method(:values_at) { |*keys| keys.map { |key| self[key] } }
  Liquid::Tag.define_method(:render_to_output_buffer) do |context, output|
    result = render(context)
    output << (result.is_a?(Array) ? result.join : result.to_s)
  end
end

# Builds a case in `parent`. In a process of its own: a gem that is loaded once is at work in every later site.
# Returns the folder made, or nil with the messages in `parent`/log.
def build(folder, parent)
  site = File.join(File.realpath(parent), "site")
  FileUtils.cp_r("#{folder}/src", site)
  FileUtils.touch(Dir.glob("#{site}/**/*"), :mtime => Time.utc(2026))
  commit(site, lines("#{folder}/history"))
  child = fork do
    [$stdout, $stderr].each { |stream| stream.reopen("#{parent}/log", "a") }
    pin(folder)
    liquid_four if folder.include?("jekyll-scholar")
    Dir.chdir(site) { Jekyll::Commands::Build.process("quiet" => true, "disable_disk_cache" => true) }
  end
  Process.wait2(child).last.success? ? "#{site}/_site" : nil
end

def files(folder)
  Dir.glob("**/*", File::FNM_DOTMATCH, :base => folder).select { |name| File.file?("#{folder}/#{name}") }.sort
end

# The differences between what is recorded and what was made, a line each.
def compare(expected, actual)
  (files(expected) | files(actual)).filter_map do |name|
    theirs, ours = [expected, actual].map { |folder| File.file?("#{folder}/#{name}") && File.binread("#{folder}/#{name}") }
    next if theirs == ours

    "#{name}: #{theirs ? ours ? "differs from the recorded file" : "not made" : "not recorded"}"
  end
end

def plugins_of(folder)
  Array(YAML.unsafe_load_file("#{folder}/src/_config.yml")["plugins"])
end

def found?(gem)
  Gem::Specification.any? { |spec| spec.name == gem } || $LOAD_PATH.any? { |path| File.exist?("#{path}/#{gem}.rb") }
end

def version(gem)
  Gem::Specification.find_by_name(gem).version
rescue Gem::MissingSpecError
  file = $LOAD_PATH.product([gem.sub("-", "/"), gem]).map { |path, name| "#{path}/#{name}/version.rb" }
                   .find { |path| File.exist?(path) }
  file ? File.read(file)[/VERSION = ["']([^"']+)/, 1] : "?"
end

def name_of(folder) = folder.delete_prefix("#{ROOT}/")

def make(folder)
  Dir.mktmpdir do |parent|
    made = build(folder, parent) or abort "#{name_of(folder)}: the build failed\n#{File.read("#{parent}/log")}"
    FileUtils.rm_rf("#{folder}/expect")
    FileUtils.cp_r(made, "#{folder}/expect")
  end
end

# :same, or what is wrong.
def check(folder)
  Dir.mktmpdir do |parent|
    made = build(folder, parent)
    next "the build failed: #{File.readlines("#{parent}/log").last(3).join("  ").strip}" unless made

    differences = compare("#{folder}/expect", made)
    differences.empty? ? :same : differences.join("\n  ")
  end
end

def check_all(folders)
  absent = NOT_IN_DEBIAN.reject { |gem| found?(gem) }
  skipped, checked = folders.partition { |folder| (plugins_of(folder) & absent).any? }
  skipped.each { |folder| puts "skipped #{name_of(folder)}: Debian has no #{(plugins_of(folder) & absent).join(", ")}" }
  wrong = checked.to_h { |folder| [folder, check(folder)] }.reject { |_, answer| answer == :same }
  wrong.each { |folder, answer| puts "#{name_of(folder)}:\n  #{answer}" }
  gems = checked.flat_map { |folder| plugins_of(folder) }.uniq.sort
  puts "#{checked.size - wrong.size} of #{checked.size} sites as recorded, with #{gems.map { |gem| "#{gem} #{version(gem)}" }.join(", ")}"
  exit 1 unless wrong.empty? && checked.any?
end

# A gem that is not here keeps the version which is recorded: so do its cases.
def make_all(folders)
  folders.each { |folder| make(folder) }
  recorded = lines("#{ROOT}/oracle.txt").to_h { |line| line.split(" ", 2) }
  gems = Dir.children(ROOT).select { |name| File.directory?(File.join(ROOT, name)) }.sort
  versions = gems.map { |name| "#{name} #{found?(name) ? version(name) : recorded[name]}" }
  File.write("#{ROOT}/oracle.txt", "ruby tests/golden/make_plugins.rb\njekyll #{Jekyll::VERSION}\n#{versions.join("\n")}\n")
end

checking = ARGV.delete("--check")
wanted = ARGV.empty? ? ["*"] : ARGV
folders = wanted.flat_map { |name| Dir.glob("#{ROOT}/#{name}{,/*}/src") }.map { |src| File.dirname(src) }.uniq.sort
abort "no such case" if folders.empty?
checking ? check_all(folders) : make_all(folders)
