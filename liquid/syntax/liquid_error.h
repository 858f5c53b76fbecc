// LiquidError: an error on its way through a parse or a render, in the parts that Ruby's Liquid::Error keeps apart,
// because whoever passes it on may fill in what is not known yet (Jekyll's include names the file).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "liquid/support/status.h"

namespace tincture::liquid {

inline constexpr std::string_view kSyntaxError = "Liquid::SyntaxError";
inline constexpr std::string_view kArgumentError = "Liquid::ArgumentError";
inline constexpr std::string_view kStackLevelError = "Liquid::StackLevelError";
inline constexpr std::string_view kZeroDivisionError = "Liquid::ZeroDivisionError";
inline constexpr std::string_view kFloatDomainError = "Liquid::FloatDomainError";
inline constexpr std::string_view kFileSystemError = "Liquid::FileSystemError";
inline constexpr std::string_view kUndefinedVariable = "Liquid::UndefinedVariable";
inline constexpr std::string_view kUndefinedDropMethod = "Liquid::UndefinedDropMethod";
inline constexpr std::string_view kUndefinedFilter = "Liquid::UndefinedFilter";
// A limit of Context::Options was met. Always ends the render.
inline constexpr std::string_view kMemoryError = "Liquid::MemoryError";
// An error that Liquid 5 gives for a tag that may not be used here.
inline constexpr std::string_view kDisabledError = "Liquid::DisabledError";

struct LiquidError {
  // Ruby's class. One that does not begin with "Liquid::" (TypeError, NoMethodError, IOError...) prints inline as
  // "Liquid error: internal", and as `text` alone where it is raised.
  std::string kind = {};
  // The message without prefix and suffix.
  std::string text = {};
  // Liquid's own notion of the place: 0 and empty where it has none.
  uint32_t line = 0;
  std::string template_name = {};
  // A suffix such as `in "{{ a b }}"`.
  std::string markup_context = {};
  // `text` is a whole message already.
  bool is_complete = false;
  // Where it really is, for the user.
  std::string hint = {};
  SourcePosition where = {};
  std::vector<SourcePosition> included_from = {};

  bool IsLiquids() const { return std::string_view(kind).starts_with("Liquid::"); }
  // Ruby's to_s: "Liquid error (line 3): divided by 0".
  std::string Message() const;
  Error ToError() const { return {kind, Message(), hint, where, included_from}; }
};

}  // namespace tincture::liquid
