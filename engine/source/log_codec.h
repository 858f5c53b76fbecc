// Messages as bytes and back.
#pragma once

#include <string>
#include <vector>

#include "engine/source/byte_codec.h"
#include "engine/trace/trace.h"

namespace tincture::engine {

inline void Encode(const LogLine& line, ByteWriter& out) {
  out.Number(line.level);
  out.Number(line.is_raw ? 1 : 0);
  for (const std::string* text : {&line.topic, &line.message, &line.kind, &line.once}) out.Text(*text);
}

inline LogLine DecodeLogLine(ByteReader& in) {
  LogLine line;
  line.level = static_cast<uint8_t>(in.Number());
  line.is_raw = in.Number() != 0;
  for (std::string* text : {&line.topic, &line.message, &line.kind, &line.once}) *text = in.Text();
  return line;
}

inline void Encode(const std::vector<LogLine>& log, ByteWriter& out) {
  out.Number(log.size());
  for (const LogLine& line : log) Encode(line, out);
}

inline std::vector<LogLine> DecodeLog(ByteReader& in) {
  std::vector<LogLine> log;
  for (size_t left = in.Count(); left > 0; --left) log.push_back(DecodeLogLine(in));
  return log;
}

}  // namespace tincture::engine
