# Asks the real `jekyll serve` and keeps what it answers, under tests/golden/serve:
#   ruby tests/golden/make_serve.rb [--check]
# --check compares with what is kept and writes nothing.
# A folder is one server: `site/` (with the folder's own `site/` over it) is its destination, `options` its command line.
# Each *.txt of requests, one a line, gets a *.answers beside it. In a line: ` | ` begins a header, {N} is N letters,
# {etag} the ETag of the path. In the answers what is the machine's own is left out or named: ETag, the boundary of
# parts, the Date and Server headers; and the text of WEBrick's own pages (errors, redirects and listings).
require "fileutils"
require "socket"
require "tmpdir"

ROOT = File.expand_path("serve", __dir__)
TIME = Time.utc(2024, 1, 2, 3, 4, 5)
MADE_BY_SERVER = %r!<H1>|<HTML><A HREF!

def free_ports(count)
  servers = Array.new(count) { TCPServer.new("127.0.0.1", 0) }
  servers.map { |server| server.addr[1] }.tap { servers.each(&:close) }
end

def wait_for(port)
  200.times do
    return TCPSocket.new("127.0.0.1", port).close
  rescue Errno::ECONNREFUSED
    sleep 0.05
  end
  raise "no server at port #{port}"
end

def exchange(port, text)
  TCPSocket.open("127.0.0.1", port) do |socket|
    socket.write(text)
    socket.close_write
    socket.read
  end
end

def etag_of(port, line)
  path = line.split[1]
  exchange(port, "HEAD #{path} HTTP/1.0\r\n\r\n")[/^Etag: (.*)\r$/i, 1].to_s
end

def request_text(port, line)
  line = line.gsub(/\{(\d+)\}/) { "a" * $1.to_i }.gsub("{etag}") { etag_of(port, line) }
  first, *headers = line.split(" | ")
  [first, "Host: localhost:4000", *headers, "", ""].join("\r\n")
end

def unchunked(body)
  text = +""
  while body && (size = body[/\A\h+/].to_i(16)) > 0
    start = body.index("\r\n") + 2
    text << body.byteslice(start, size)
    body = body.byteslice(start + size + 2..)
  end
  text
end

# What is kept of one answer.
def kept(answer, port2)
  head, body = answer.split("\r\n\r\n", 2)
  return "nothing\n" if head.nil?

  head = head.gsub(/^(Date|Server): .*\r?\n?/, "").gsub(/^(Etag): .*$/, "\\1: E").gsub(/; boundary=\S+/, "; boundary=B")
  body = unchunked(body) if head.match?(/^Transfer-Encoding: chunked/)
  body = body.gsub(/^--\d+_\d+_\d+/, "--B").gsub(port2.to_s, "{port2}")
  # With a 404.html, Jekyll sends two types; the second counts.
  head = head.sub(/^Content-Type: .*ISO-8859-1\r?\n(?=Content-Type)/, "")
  is_listing = head.include?('charset="UTF-8"')
  if is_listing || body.match?(MADE_BY_SERVER) || head.start_with?(/HTTP\S+ (301|[45])/) && body.empty?
    head = head.gsub(/^(Content-Type|Content-Length): .*$/, "\\1: ...")
    body = "..." unless body.empty?
  end
  "#{head.delete("\r").strip}\n\n#{body}".strip + "\n"
end

def answers(port, port2, requests)
  File.readlines(requests, :chomp => true).map do |line|
    "== #{line}\n#{kept(exchange(port, request_text(port, line)).b, port2).force_encoding("UTF-8")}"
  end.join("\n")
end

def with_server(folder)
  port, port2 = free_ports(2)
  Dir.mktmpdir do |temporary|
    site = "#{temporary}/site"
    [ROOT, folder].each { |from| FileUtils.cp_r("#{from}/site", temporary) if File.exist?("#{from}/site") }
    Dir.glob("#{site}/**/*", File::FNM_DOTMATCH).each { |path| File.utime(TIME, TIME, path) }
    Dir.mkdir("#{temporary}/source")
    options = File.exist?("#{folder}/options") ? File.read("#{folder}/options").sub("{port2}", port2.to_s).split : []
    pid = spawn("jekyll", "serve", "--skip-initial-build", "--no-watch", "-s", "#{temporary}/source", "-d", site,
                "-P", port.to_s, *options, %i[out err] => File::NULL)
    begin
      wait_for(port)
      yield port, port2
    ensure
      Process.kill("KILL", pid)
      Process.wait(pid)
    end
  end
end

check = ARGV.delete("--check")
wrong = 0
Dir.glob("#{ROOT}/*/requests.txt").sort.map { |file| File.dirname(file) }.each do |folder|
  with_server(folder) do |port, port2|
    Dir.glob("#{folder}/*.txt").sort.each do |requests|
      file = requests.sub(/txt\z/, "answers")
      text = answers(port, port2, requests)
      if !check
        File.write(file, text)
      elsif File.read(file) != text
        warn "#{file} is not what this machine's jekyll answers"
        wrong = 1
      end
    end
  end
end
File.write("#{ROOT}/oracle.txt", <<~TEXT) unless check
  jekyll 4.3.1, webrick 1.8.1, ruby #{RUBY_VERSION}
  ruby tests/golden/make_serve.rb
TEXT
exit wrong
