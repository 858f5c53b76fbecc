// A session in a terminal: the lines with a prompt are in the language of the shell, the others are output.
#include "compat/rouge/lexers/console.h"

#include <algorithm>

namespace tincture::rouge {

namespace {

std::vector<std::string> ListOption(const Options& options, std::string_view key) {
  std::vector<std::string> out;
  const auto option = options.find(key);
  if (option == options.end()) return out;
  for (std::string_view value : option->second) {
    for (size_t end = 0; end != value.npos && !value.empty(); value.remove_prefix(std::min(end + 1, value.size()))) {
      end = std::min(value.find(','), value.size());
      out.emplace_back(value.substr(0, end));
    }
  }
  return out;
}

const Definition* LexerOption(const Options& options, std::string_view key, const Definition* otherwise) {
  const auto name = StringOption(options, key);
  const Definition* found = name ? Find(*name) : nullptr;
  return found == nullptr ? otherwise : found;
}

size_t PromptLength(const ConsoleSession& session, std::string_view line) {
  const size_t limit = session.allow_comments ? std::min(line.find_first_of("<#"), line.size()) : line.size();
  for (size_t at = 0; at < line.size() && at <= limit; ++at) {
    for (const std::string& end : session.prompt_ends) {
      if (line.substr(at).starts_with(end)) return at + end.size();
    }
  }
  return 0;
}

ConsoleSession ReadOptions(const Options& options) {
  ConsoleSession session;
  session.prompt_ends = ListOption(options, "prompt");
  session.error_starts = ListOption(options, "error");
  const bool has_prompt = !session.prompt_ends.empty();
  std::erase(session.prompt_ends, "");
  const bool guess = has_prompt && std::count(session.prompt_ends.begin(), session.prompt_ends.end(), "#") == 0;
  session.allow_comments = BoolOption(options, "comments", guess);
  if (!has_prompt) session.prompt_ends = {"$", ">", ";"};
  if (!has_prompt && !session.allow_comments) session.prompt_ends.push_back("#");
  session.shell = LexerOption(options, "lang", &lexers::shell);
  session.output = LexerOption(options, "output", nullptr);
  session.prompt_length = PromptLength;
  return session;
}

constexpr std::string_view kSpace = " \t\r\n\f\v";

std::string_view Strip(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(kSpace), text.size()));
  return text.substr(0, text.find_last_not_of(kSpace) + 1);
}

// "..." or "<...>" where something is left out.
bool IsSnip(std::string_view line) {
  line = Strip(line);
  if (line.starts_with('<') && line.ends_with('>') && line.size() > 2) line = line.substr(1, line.size() - 2);
  return !line.empty() && line.find_first_not_of('.') == line.npos;
}

bool IsError(const ConsoleSession& session, std::string_view line) {
  return std::any_of(session.error_starts.begin(), session.error_starts.end(),
                     [&](const std::string& start) { return line.starts_with(start); });
}

void ResetOutput(Lexer& l, const ConsoleSession& session) {
  if (session.output != nullptr) l.Inner(*session.output).Reset();
}

void PutAside(Lexer& l, const ConsoleSession& session, Token token, std::string_view line) {
  ResetOutput(l, session);
  l.Inner(*session.shell).Reset();
  l.Put(token, line);
}

void PutCommand(Lexer& l, const ConsoleSession& session, std::string_view line, size_t prompt) {
  ResetOutput(l, session);
  l.Put(GenericPrompt, line.substr(0, prompt));
  const size_t command = std::min(line.find_first_not_of(kSpace, prompt), line.size());
  l.Put(TextWhitespace, line.substr(prompt, command - prompt));
  l.Continue(*session.shell, line.substr(command));
}

void PutOutput(Lexer& l, const ConsoleSession& session, std::string_view line) {
  l.Inner(*session.shell).Reset();
  if (session.output == nullptr) return l.Put(GenericOutput, line);
  l.Continue(*session.output, line);
}

void PutLine(Lexer& l, const ConsoleSession& session, std::string_view line) {
  if (IsSnip(line)) return PutAside(l, session, Comment, line);
  if (const size_t prompt = session.prompt_length(session, line)) return PutCommand(l, session, line, prompt);
  if (Strip(line).starts_with('#')) return PutAside(l, session, Comment, line);
  if (IsError(session, line)) return PutAside(l, session, GenericError, line);
  PutOutput(l, session, line);
}

void Stream(Lexer& l, std::string_view text) { StreamConsole(l, ReadOptions(l.options()), text); }

}  // namespace

void StreamConsole(Lexer& l, const ConsoleSession& session, std::string_view text) {
  l.Inner(*session.shell).Reset();
  ResetOutput(l, session);
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    PutLine(l, session, text.substr(0, end));
    text.remove_prefix(end);
  }
}

const Definition lexers::console = {
    .tag = "console", .aliases = "terminal shell_session shell-session", .stream = Stream};

}  // namespace tincture::rouge
