#include "compat/sass/value/value.h"

#include <cmath>

#include "compat/sass/value/map.h"
#include "compat/sass/value/number.h"

namespace tincture::compat::sass {

double Value::BoxedNumber() const { return body().value; }

bool Value::BoxedSlash() const { return !body().left.absent(); }

Value Value::slash_left() const { return body().left; }

Value Value::slash_right() const { return body().right; }

Value Value::SlashDropped(Arena& arena) const { return has_slash() ? WithNumber(arena, number()).At(place()) : *this; }

Value Value::WithSlash(Arena& arena, Value left, Value right) const {
  // libsass's division by zero is text: with a slash it is a number all the same.
  if (!is_number()) return Number(text() == "Infinity" ? HUGE_VAL : NAN).WithSlash(arena, left, right);
  Value result = *this;
  result.flags_ = static_cast<uint8_t>(flags_ | kBoxedFlag);
  result.unit_ = 0;
  result.pointer_ = arena.New<NumberBody>(NumberBody{number(), units(), left, right});
  return result;
}

Value Value::WithNumber(Arena& arena, double value) const {
  if (boxed()) {
    Value result = NewNumber(arena, value, body().units);
    result.flags_ |= flags_ & kLiteralFlag;
    return result;
  }
  Value result = *this;
  result.number_ = value;
  result.length_ = 0;
  return result;
}

uint32_t Value::place() const {
  switch (kind_) {
    case Kind::kString:
      return unit_ | static_cast<uint32_t>(flags_ >> kPlaceShift) << 16;
    case Kind::kNumber:
    case Kind::kColor:
    case Kind::kTrue:
    case Kind::kFalse:
      return length_;
    default:
      return 0;
  }
}

Value Value::At(uint32_t place) const {
  Value result = *this;
  switch (kind_) {
    case Kind::kString:
      result.unit_ = static_cast<uint16_t>(place);
      result.flags_ = static_cast<uint8_t>((flags_ & ((1 << kPlaceShift) - 1)) | (place >> 16) << kPlaceShift);
      break;
    case Kind::kNumber:
    case Kind::kColor:
    case Kind::kTrue:
    case Kind::kFalse:
      result.length_ = place;
      break;
    default:
      break;
  }
  return result;
}

std::span<const Value> Value::items() const {
  if (kind_ == Kind::kArgumentList) return argument_list().items;
  return {static_cast<const Value*>(pointer_), length_};
}

Separator Value::separator() const {
  if (kind_ == Kind::kArgumentList) return argument_list().separator;
  return static_cast<Separator>(flags_ & kSeparatorMask);
}

namespace {

std::span<const Value> PairsOf(Arena& arena, const MapBody& map) {
  const size_t size = map.entries.size();
  if (size == 0) return {};
  Value* const pairs = static_cast<Value*>(arena.Allocate(size * sizeof(Value), alignof(Value)));
  for (size_t i = 0; i < size; ++i) {
    const Value pair[] = {map.entries[i].key, map.entries[i].value};
    pairs[i] = Value::NewList(arena, pair, Separator::kSpace);
  }
  return {pairs, size};
}

}  // namespace

std::span<const Value> AsList(Arena& arena, const Value& value) {
  if (value.is_list()) return value.items();
  if (value.is_map()) return PairsOf(arena, value.map());
  return arena.CopySpan(std::span<const Value>(&value, 1));
}

size_t ListLength(const Value& value) {
  if (value.is_list()) return value.items().size();
  return value.is_map() ? value.map().entries.size() : 1;
}

Separator SeparatorOf(const Value& value) {
  if (value.is_list()) return value.separator();
  return value.is_map() && !value.map().entries.empty() ? Separator::kComma : Separator::kUndecided;
}

}  // namespace tincture::compat::sass
