#!/usr/bin/env python3
"""options_test.py TINCTURE: each option of `serve`, as its user would see it: over the network, by the program itself."""
import http.client
import json
import os
import re
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import time
import unittest
import warnings

program = os.path.realpath(sys.argv.pop(1))
PAGE = "---\ntitle: A\n---\n<html><head></head><body>page</body></html>\n"


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


class Serve(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.write("index.html", PAGE)
        self.write("sub/file.txt", "text\n")
        self.write("sub/index.html", "the index\n")

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)

    def serve(self, *options, environment=None):
        """Runs until the test ends. Returns the port, and what was said until it served."""
        server = subprocess.Popen([program, "serve", "--port", "0", *options], cwd=self.folder, text=True,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                  env=dict(os.environ, **(environment or {})))
        self.server = server

        def end():
            server.send_signal(signal.SIGTERM)
            server.wait(timeout=20)
            server.stdout.close()

        self.addCleanup(end)
        said = ""
        for line in server.stdout:
            said += line
            if "Server running" in line:
                break
        return self.port_of(said), said

    def port_of(self, said):
        address = re.search(r"Server address: https?://\S+:(\d+)", said)
        self.assertTrue(address, said)
        return int(address[1])

    def refused(self, *options):
        done = subprocess.run([program, "serve", *options], cwd=self.folder, text=True, capture_output=True, timeout=60)
        self.assertEqual(done.returncode, 1, done.stdout + done.stderr)
        return done.stderr

    def get(self, port, path, connection=http.client.HTTPConnection, host="127.0.0.1", **how):
        asked = connection(host, port, timeout=20, **how)
        asked.request("GET", path)
        answer = asked.getresponse()
        body = answer.read().decode()
        asked.close()
        return answer.status, body

    def test_loopback_only_unless_told(self):
        port, said = self.serve()
        self.assertIn(f"Server address: http://127.0.0.1:{port}\n", said)
        self.assertEqual(self.get(port, "/")[0], 200)
        with open("/proc/net/tcp", encoding="ascii") as table:
            listening = table.read()
        self.assertIn(f"0100007F:{port:04X} ", listening)
        self.assertNotIn(f"00000000:{port:04X} ", listening)

    def test_host(self):
        try:
            socket.create_server(("::1", 0), family=socket.AF_INET6).close()
        except OSError:
            self.skipTest("no IPv6 here")
        port, said = self.serve("--host", "::1")
        self.assertIn(f"http://[::1]:{port}\n", said)
        self.assertEqual(self.get(port, "/", host="::1")[0], 200)

    def test_port_in_use_is_said_before_the_build(self):
        with socket.create_server(("127.0.0.1", 0)) as taken:
            said = self.refused("--port", str(taken.getsockname()[1]))
        self.assertIn("in use", said)
        self.assertFalse(os.path.exists(os.path.join(self.folder, "_site")))

    def test_baseurl(self):
        port, said = self.serve("--baseurl", "/below")
        self.assertIn(f":{port}/below/\n", said)
        self.assertIn("page", self.get(port, "/below/")[1])
        self.assertEqual(self.get(port, "/")[0], 404)

    def test_show_dir_listing(self):
        port, _ = self.serve("--show-dir-listing")
        body = self.get(port, "/sub/")[1]
        self.assertIn("file.txt", body)
        self.assertNotIn("the index", body)

    def test_skip_initial_build(self):
        self.write("_site/old.txt", "of yesterday")
        port, said = self.serve("--skip-initial-build")
        self.assertIn("Skipping the initial build", said)
        self.assertEqual(self.get(port, "/old.txt"), (200, "of yesterday"))
        self.assertEqual(self.get(port, "/sub/")[0], 404)

    def test_no_watch(self):
        port, said = self.serve("--no-watch")
        self.assertIn("Auto-regeneration: disabled. Use --watch to enable.", said)
        self.write("sub/index.html", "new\n")
        time.sleep(0.7)
        self.assertEqual(self.get(port, "/sub/")[1], "the index\n")

    def test_open_url(self):
        self.write("bin/xdg-open", '#!/bin/sh\nprintf %s "$1" > "$0.asked"\n')
        opener = os.path.join(self.folder, "bin/xdg-open")
        os.chmod(opener, 0o755)
        self.write("_config.yml", "exclude: [bin]\n")
        port, _ = self.serve("--open-url", "--baseurl", "/b",
                             environment={"PATH": os.path.dirname(opener) + ":" + os.environ["PATH"]})
        until = time.monotonic() + 20
        while not os.path.exists(opener + ".asked") or not os.path.getsize(opener + ".asked"):
            self.assertLess(time.monotonic(), until)
            time.sleep(0.01)
        with open(opener + ".asked", encoding="utf-8") as asked:
            self.assertEqual(asked.read(), f"http://127.0.0.1:{port}/b/")

    def test_detach(self):
        port = free_port()
        done = subprocess.run([program, "serve", "--detach", "--port", str(port)], cwd=self.folder, text=True,
                              capture_output=True, timeout=60)
        said = done.stdout + done.stderr
        self.assertEqual(done.returncode, 0, said)
        pid = int(re.search(r"Server detached with pid '(\d+)'", said)[1])
        try:
            self.assertIn("Auto-regeneration: disabled when running server detached.", said)
            self.assertIn("page", self.get(port, "/")[1])
            self.assertNotEqual(os.getsid(pid), os.getsid(0))
        finally:
            os.kill(pid, signal.SIGTERM)

    def test_livereload(self):
        live = free_port()
        port, said = self.serve("--livereload", "--livereload-port", str(live), "--livereload-min-delay", "3",
                                "--livereload-max-delay", "7")
        self.assertIn(f"LiveReload address: http://127.0.0.1:{live}", said)
        page = self.get(port, "/")[1]
        self.assertRegex(page, rf"livereload\.js\?.*port={live}")
        self.assertIn("mindelay=3", page)
        self.assertIn("maxdelay=7", page)
        self.assertEqual(self.get(live, "/livereload.js")[0], 200)

    def test_livereload_ignore(self):
        live = free_port()
        port, _ = self.serve("--livereload", "--livereload-port", str(live), "--livereload-ignore", "quiet*,*.log")
        browser = WebSocket(live)
        self.addCleanup(browser.close)
        # Two builds, in order: the first tells nobody.
        self.write("quiet.html", PAGE)
        self.wait_for(port, "/quiet.html")
        self.write("loud.html", PAGE)
        self.assertEqual(browser.reloaded(), "/loud.html")

    def wait_for(self, port, path):
        until = time.monotonic() + 20
        while self.get(port, path)[0] != 200:
            self.assertLess(time.monotonic(), until)
            time.sleep(0.02)
        time.sleep(0.2)

    def certificate(self):
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                        "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-days", "2",
                        "-keyout", "key.pem", "-out", "certificate.pem"],
                       cwd=self.folder, check=True, capture_output=True)

    @unittest.skipUnless(shutil.which("openssl"), "openssl makes the certificate")
    def test_tls(self):
        self.certificate()
        self.write("_config.yml", "exclude: ['*.pem']\n")
        self.write("big.txt", "0123456789abcdef" * 100_000)
        port, said = self.serve("--ssl-cert", "certificate.pem", "--ssl-key", "key.pem")
        self.assertIn(f"Server address: https://127.0.0.1:{port}\n", said)
        trust = ssl.create_default_context(cafile=os.path.join(self.folder, "certificate.pem"))
        secure = {"connection": http.client.HTTPSConnection, "context": trust}
        self.assertIn("page", self.get(port, "/", **secure)[1])
        self.assertEqual(len(self.get(port, "/big.txt", **secure)[1]), 1_600_000)
        # Several requests of one connection, and a folder's redirect, which stays secure.
        kept = http.client.HTTPSConnection("127.0.0.1", port, timeout=20, context=trust)
        kept.request("GET", "/sub")
        answer = kept.getresponse()
        answer.read()
        self.assertEqual(answer.status, 301)
        self.assertEqual(answer.getheader("Location"), f"https://127.0.0.1:{port}/sub/")
        kept.request("GET", "/sub/")
        self.assertEqual(kept.getresponse().read(), b"the index\n")
        kept.close()
        # Who does not speak TLS gets nothing, and an older TLS is refused.
        with self.assertRaises((http.client.HTTPException, ConnectionError)):
            self.get(port, "/")
        old = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        old.check_hostname = False
        old.verify_mode = ssl.CERT_NONE
        old.set_ciphers("ALL:@SECLEVEL=0")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            old.minimum_version = ssl.TLSVersion.TLSv1
            old.maximum_version = ssl.TLSVersion.TLSv1_1
        with self.assertRaises(OSError):
            self.get(port, "/", connection=http.client.HTTPSConnection, context=old)
        # Silent ones do not stop the others.
        silent = [socket.create_connection(("127.0.0.1", port)) for _ in range(50)]
        self.assertEqual(self.get(port, "/sub/", **secure)[1], "the index\n")
        for one in silent:
            one.close()

    @unittest.skipUnless(shutil.which("openssl"), "openssl makes the certificate")
    def test_tls_that_cannot_be(self):
        self.certificate()
        self.write("nonsense.pem", "nonsense\n")
        self.assertIn("Missing --ssl_cert or --ssl_key. Both are required.", self.refused("--ssl-cert", "key.pem"))
        self.assertIn("no-such.pem", self.refused("--ssl-cert", "no-such.pem", "--ssl-key", "key.pem"))
        self.assertIn("nonsense.pem", self.refused("--ssl-cert", "nonsense.pem", "--ssl-key", "key.pem"))
        self.assertIn("nonsense.pem", self.refused("--ssl-cert", "certificate.pem", "--ssl-key", "nonsense.pem"))
        self.assertIn("LiveReload does not support SSL",
                      self.refused("--livereload", "--ssl-cert", "certificate.pem", "--ssl-key", "key.pem"))
        other = os.path.join(self.folder, "other.pem")
        subprocess.run(["openssl", "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-aes256",
                        "-pass", "pass:x", "-out", other], check=True, capture_output=True)
        self.assertIn("other.pem", self.refused("--ssl-cert", "certificate.pem", "--ssl-key", "other.pem"))
        subprocess.run(["openssl", "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", other],
                       check=True, capture_output=True)
        self.assertIn("other.pem", self.refused("--ssl-cert", "certificate.pem", "--ssl-key", "other.pem"))


class WebSocket:
    """A browser that listens to live reload; frames shorter than 64 KiB."""

    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=20)
        self.socket.sendall(f"GET /livereload HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\n"
                            "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                            "Sec-WebSocket-Version: 13\r\n\r\n".encode())
        self.input = self.socket.makefile("rb")
        while self.input.readline() not in (b"\r\n", b""):
            pass

    def reloaded(self):
        """The path of the next reload."""
        while True:
            message = json.loads(self.message())
            if message["command"] == "reload":
                return message["path"]

    def message(self):
        size = self.input.read(2)[1]
        if size == 126:
            size = int.from_bytes(self.input.read(2), "big")
        return self.input.read(size)

    def close(self):
        self.input.close()
        self.socket.close()


unittest.main()
