#include "engine/serve/live_reload.h"

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <utility>

#include "liquid/support/utf8.h"

namespace tincture::engine {

namespace {

constexpr std::string_view kProtocol = "http://livereload.com/protocols/official-7";
constexpr std::string_view kErrorCommand = "tincture-error";

std::string Json(std::string_view text) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  // A browser ends a connection whose text is not UTF-8.
  const std::string clean = Scrub(text);
  writer.String(clean.data(), static_cast<rapidjson::SizeType>(clean.size()));
  return {buffer.GetString(), buffer.GetSize()};
}

std::string HelloMessage() {
  return R"({"command":"hello","protocols":[)" + Json(kProtocol) + R"(],"serverName":"tincture"})";
}

std::string ReloadMessage(std::string_view path) {
  return R"({"command":"reload","path":)" + Json(path) + R"(,"liveCSS":true})";
}

std::string ErrorJson(const BuildFailure& failure) {
  return R"({"place":)" + Json(failure.place) + R"(,"message":)" + Json(failure.message) + R"(,"excerpt":)" +
         Json(failure.excerpt) + R"(,"hint":)" + Json(failure.hint) + "}";
}

std::string_view TextOf(const rapidjson::Value& object, const char* key) {
  const auto member = object.FindMember(key);
  if (member == object.MemberEnd() || !member->value.IsString()) return {};
  return {member->value.GetString(), member->value.GetStringLength()};
}

bool ListsErrorCommand(const rapidjson::Value& hello) {
  const auto protocols = hello.FindMember("protocols");
  if (protocols == hello.MemberEnd() || !protocols->value.IsArray()) return false;
  for (const auto& protocol : protocols->value.GetArray()) {
    if (protocol.IsString() && std::string_view(protocol.GetString(), protocol.GetStringLength()) == kErrorCommand)
      return true;
  }
  return false;
}

}  // namespace

void LiveReload::TellOfError(const Listener& listener) const {
  if (listener.shows_errors)
    listener.send(R"({"command":")" + std::string(kErrorCommand) + R"(","error":)" + error_ + "}");
}

void LiveReload::Succeeded(const std::vector<std::string>& paths) {
  const std::lock_guard lock(mu_);
  const bool was_broken = std::exchange(error_, "null") != "null";
  for (const auto& [number, listener] : listeners_) {
    if (was_broken) TellOfError(listener);
    for (const std::string& path : paths) listener.send(ReloadMessage(path));
  }
}

void LiveReload::Failed(const BuildFailure& failure) {
  const std::lock_guard lock(mu_);
  error_ = ErrorJson(failure);
  for (const auto& [number, listener] : listeners_) TellOfError(listener);
}

uint64_t LiveReload::Join(Send send) {
  const std::lock_guard lock(mu_);
  send(HelloMessage());
  listeners_[next_] = {std::move(send)};
  return next_++;
}

void LiveReload::Leave(uint64_t listener) {
  const std::lock_guard lock(mu_);
  listeners_.erase(listener);
}

std::optional<std::string> LiveReload::Receive(uint64_t number, const std::string& message) {
  rapidjson::Document document;
  // Iterative: a message may be nested as deep as it likes.
  document.Parse<rapidjson::kParseIterativeFlag>(message.data(), message.size());
  if (document.HasParseError() || !document.IsObject()) return std::nullopt;
  const std::string_view command = TextOf(document, "command");
  if (command == "url") return std::string(TextOf(document, "url"));
  if (command != "hello" || !ListsErrorCommand(document)) return std::nullopt;
  const std::lock_guard lock(mu_);
  const auto listener = listeners_.find(number);
  if (listener == listeners_.end()) return std::nullopt;
  listener->second.shows_errors = true;
  if (error_ != "null") TellOfError(listener->second);
  return std::nullopt;
}

std::string SitePath(std::string_view file, std::string_view destination, std::string_view base_path) {
  std::string_view path = file.substr(destination.size());
  constexpr std::string_view kIndex = "/index.html";
  if (path.ends_with(kIndex)) path.remove_suffix(kIndex.size() - 1);
  return std::string(base_path) + std::string(path);
}

}  // namespace tincture::engine
