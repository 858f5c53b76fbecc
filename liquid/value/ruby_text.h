// Ruby's to_s and inspect of every Value, and Array#join.
// What a Drop prints it says itself; an error it meets while doing so is left in `access`.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "liquid/value/drop.h"
#include "liquid/value/value.h"

namespace tincture {

// to_s: nil is "", an array or hash is inspected.
void AppendText(const Value& value, DropAccess& access, std::string& out);
// inspect: nil is "nil", strings are quoted and escaped.
void AppendInspect(const Value& value, DropAccess& access, std::string& out);
// Whether Ruby's inspect begins as a US-ASCII string: as the first item's does, or the first key's. Only strings do
// not.
bool InspectsAsAscii(const Value& value);
// Array#join: nested arrays are joined too, everything else by to_s. What Liquid prints for an array (separator "").
void AppendJoined(std::span<const Value> items, std::string_view separator, DropAccess& access, std::string& out);
// to_s as a view: into the value itself where it is a string, else into access.arena.
std::string_view TextOf(const Value& value, DropAccess& access);
// String#inspect. `flags`: StringFlag bits; bytes beyond ASCII print as \xHH where the encoding is not UTF-8.
void AppendQuoted(std::string_view text, uint8_t flags, std::string& out);

// Time#to_s ("2013-03-27 11:22:33 UTC") and Date#to_s ("2013-03-27").
void AppendTime(const Time& time, std::string& out);
void AppendDate(int64_t days, std::string& out);

}  // namespace tincture
