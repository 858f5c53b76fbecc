// Many clients, slow clients, broken clients.
#include "engine/serve/server.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "engine/source/disk_files.h"
#include "engine/source/system.h"
#include "tests/support/http_client.h"

namespace tincture::engine {
namespace {

class ServerTest : public testing::Test {
 protected:
  // Says the target of each request.
  void Start(const ServerLimits& limits) {
    server_ = std::make_unique<Server>(clock_, limits);
    port_ = AddSocket([&](ListenSocket socket) {
      (void)server_->ServeHttp(std::move(socket), [](const Request& request) {
        Response response;
        response.body.push_back({.text = "<" + request.target + ">"});
        return response;
      });
    });
    live_port_ = AddSocket([&](ListenSocket socket) {
      server_->ServeLiveReload(
          std::move(socket), hub_, [](const std::string&) {}, [] {});
    });
    server_->Start(2);
  }

  template <class Add>
  uint16_t AddSocket(Add add) {
    Result<ListenSocket> socket = ListenSocket::Open("127.0.0.1", 0, files_);
    const uint16_t port = socket->port();
    add(*std::move(socket));
    return port;
  }

  DiskSource files_;
  SystemEnv env_;
  SystemClock clock_{env_};
  LiveReload hub_;
  std::unique_ptr<Server> server_;
  uint16_t port_ = 0;
  uint16_t live_port_ = 0;
};

TEST_F(ServerTest, OneConnectionManyRequests) {
  Start({});
  HttpClient client(port_);
  for (const char* target : {"/1", "/2", "/3"}) {
    client.Send("GET " + std::string(target) + " HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_NE(client.Receive(">").find("<" + std::string(target) + ">"), std::string::npos);
  }
  client.Send("GET /4 HTTP/1.1\r\n\r\nGET /5 HTTP/1.1\r\n\r\n");
  EXPECT_NE(client.Receive("</5>").find("</4>"), std::string::npos);
}

TEST_F(ServerTest, BodiesAreRead) {
  Start({});
  HttpClient client(port_);
  client.Send("POST /a HTTP/1.1\r\nContent-Length: 5\r\n\r\nhelloGET /b HTTP/1.1\r\n\r\n");
  EXPECT_NE(client.Receive("</b>").find("</a>"), std::string::npos);
  EXPECT_TRUE(
      HttpClient::Exchange(port_, "POST /a HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n").starts_with("HTTP/1.1 413"));
}

TEST_F(ServerTest, NonsenseIsAnswered) {
  Start({});
  EXPECT_TRUE(HttpClient::Exchange(port_, "\x16\x03\x01\x02 hello\r\n\r\n").starts_with("HTTP/1.1 400"));
  EXPECT_TRUE(HttpClient::Exchange(port_, "GET / HTTP/9.9\r\n\r\n").starts_with("HTTP/1.1 400"));
  EXPECT_TRUE(
      HttpClient::Exchange(port_, "GET / HTTP/1.1\r\nA: " + std::string(200'000, 'a')).starts_with("HTTP/1.1 413"));
  EXPECT_TRUE(HttpClient::Exchange(port_, "GET /" + std::string(100'000, 'a') + " HTTP/1.1\r\n\r\n")
                  .starts_with("HTTP/1.1 414"));
  EXPECT_EQ(HttpClient::Exchange(port_, "GET / HTT"), "");
}

TEST_F(ServerTest, AThousandClientsAtOnce) {
  rlimit limit{};
  getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
  Start({});
  std::vector<std::unique_ptr<HttpClient>> clients;
  for (int i = 0; i < 1000; ++i) {
    clients.push_back(std::make_unique<HttpClient>(port_));
    ASSERT_TRUE(clients.back()->connected());
    clients.back()->Send("GET /" + std::to_string(i) + " HTTP/1.1\r\nHo");
  }
  for (auto& client : clients) client->Send("st: x\r\n\r\n");
  for (int i = 0; i < 1000; ++i) {
    EXPECT_NE(clients[static_cast<size_t>(i)]->Receive(">").find("</" + std::to_string(i) + ">"), std::string::npos);
  }
}

TEST_F(ServerTest, SlowClientsMakeRoom) {
  Start({.connections = 10, .request = std::chrono::minutes(10), .write = std::chrono::minutes(10)});
  std::vector<std::unique_ptr<HttpClient>> slow;
  for (int i = 0; i < 50; ++i) {
    slow.push_back(std::make_unique<HttpClient>(i % 2 == 0 ? port_ : live_port_));
    slow.back()->Send("GET / HTTP/1.1\r\nX:");
  }
  for (int i = 0; i < 20; ++i) {
    EXPECT_NE(HttpClient::Exchange(port_, "GET /a HTTP/1.1\r\n\r\n").find("</a>"), std::string::npos);
  }
}

TEST_F(ServerTest, TimeIsLimited) {
  Start({.request = std::chrono::milliseconds(50)});
  HttpClient slow(port_);
  slow.Send("GET / HTTP/1.1\r\nX:");
  EXPECT_EQ(slow.Receive(), "");  // the server ends it
}

TEST_F(ServerTest, LiveReloadServesItsScriptAndNothingElse) {
  Start({});
  const std::string script = HttpClient::Exchange(live_port_, "GET /livereload.js?port=1 HTTP/1.1\r\n\r\n");
  EXPECT_TRUE(script.starts_with("HTTP/1.1 200"));
  EXPECT_NE(script.find("new WebSocket"), std::string::npos);
  EXPECT_TRUE(HttpClient::Exchange(live_port_, "GET /etc/passwd HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 400"));
  EXPECT_TRUE(HttpClient::Exchange(live_port_, "HEAD /livereload.js HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 400"));
}

std::string Upgrade(const std::string& origin) {
  return "GET /livereload HTTP/1.1\r\nHost: localhost:35729\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
         "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n" +
         origin + "\r\n";
}

TEST_F(ServerTest, OnlyPagesOfTheSameHostListen) {
  Start({});
  for (const char* origin : {"", "Origin: http://localhost:4000\r\n", "Origin: chrome-extension://abc\r\n"}) {
    HttpClient client(live_port_);
    client.Send(Upgrade(origin));
    EXPECT_NE(client.Receive("serverName").find("official-7"), std::string::npos) << origin;
  }
  for (const char* origin :
       {"Origin: http://evil.example\r\n", "Origin: null\r\n", "Origin: http://localhost.evil:1\r\n"}) {
    EXPECT_TRUE(HttpClient::Exchange(live_port_, Upgrade(origin)).starts_with("HTTP/1.1 403")) << origin;
  }
}

TEST_F(ServerTest, StopEndsConnections) {
  Start({});
  HttpClient idle(port_);
  HttpClient listening(live_port_);
  listening.Send(Upgrade(""));
  (void)listening.Receive("serverName");
  server_.reset();
  EXPECT_EQ(idle.Receive(), "");
  hub_.Succeeded({"/"});
}

TEST_F(ServerTest, APortInUseIsAnError) {
  Start({});
  const Result<ListenSocket> second = ListenSocket::Open("localhost", port_, files_);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().kind, "Errno::EADDRINUSE");
  EXPECT_NE(second.error().hint.find("--port"), std::string::npos);
}

TEST_F(ServerTest, AHostThatIsNoneIsAnError) {
  EXPECT_EQ(ListenSocket::Open("no.such.host.example", 0, files_).error().kind, "SocketError");
  EXPECT_EQ(ListenSocket::Open("192.0.2.1", 0, files_).error().kind, "Errno::EADDRNOTAVAIL");
}

}  // namespace
}  // namespace tincture::engine
