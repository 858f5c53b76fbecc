// Error, Result<T>, Status: how a function says that it could not do its work.
// An Error is a plain value about the user's input: what is wrong in the reference's own wording, where,
// and what to do about it. Our own bugs are CHECKs, not Errors. No exception crosses a module's border.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace tincture {

// A place in a source file. Lines and columns count from 1, columns in bytes; 0 means not known.
struct SourcePosition {
  std::string path = {};
  uint32_t line = 0;
  uint32_t column = 0;
};

struct Error {
  // The reference's class of error, such as "Liquid::SyntaxError", "Psych::SyntaxError"; may be empty.
  std::string kind = {};
  // The reference's own message.
  std::string message = {};
  // What the user can do, one plain sentence; may be empty.
  std::string hint = {};
  SourcePosition where = {};
  // From the innermost include outwards: the places that led to `where`.
  std::vector<SourcePosition> included_from = {};
};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }
  // Precondition of value access: ok(). Precondition of error(): !ok().
  T& operator*() & { return *std::get_if<0>(&state_); }
  const T& operator*() const& { return *std::get_if<0>(&state_); }
  T&& operator*() && { return std::move(*std::get_if<0>(&state_)); }
  T* operator->() { return std::get_if<0>(&state_); }
  const T* operator->() const { return std::get_if<0>(&state_); }
  Error& error() & { return *std::get_if<1>(&state_); }
  const Error& error() const& { return *std::get_if<1>(&state_); }
  Error&& error() && { return std::move(*std::get_if<1>(&state_)); }

 private:
  std::variant<T, Error> state_;
};

struct Done {};

class [[nodiscard]] Status : public Result<Done> {
 public:
  Status() : Result<Done>(Done{}) {}
  Status(Error error) : Result<Done>(std::move(error)) {}
};

}  // namespace tincture
