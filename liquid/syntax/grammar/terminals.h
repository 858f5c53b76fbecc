// The terminals: one token each. `token(type)` may match, `must(type)` has to, `word(text)` is an id of that name.
#pragma once

#include <string>
#include <string_view>

#include "liquid/syntax/grammar/config.h"
#include "liquid/value/ruby_text.h"

namespace tincture::liquid::grammar {

struct token_parser : x3::parser<token_parser> {
  using attribute_type = const Token*;
  static constexpr bool has_attribute = true;

  constexpr explicit token_parser(Token::Type type) : type(type) {}

  template <class Context, class RContext, class Attribute>
  bool parse(iterator& first, const iterator& last, const Context&, RContext&, Attribute& attribute) const {
    if (first == last || first->type != type) return false;
    x3::traits::move_to(first, attribute);
    ++first;
    return true;
  }

  Token::Type type;
};

inline void note(const progress& state, std::string message) {
  if (state.error->empty()) *state.error = std::move(message);
}

struct must_parser : x3::parser<must_parser> {
  using attribute_type = const Token*;
  static constexpr bool has_attribute = true;

  constexpr explicit must_parser(Token::Type type) : type(type) {}

  template <class Context, class RContext, class Attribute>
  bool parse(iterator& first, const iterator& last, const Context& context, RContext& rcontext,
             Attribute& attribute) const {
    if (token_parser(type).parse(first, last, context, rcontext, attribute)) return true;
    if (first != last) {
      note(x3::get<progress_tag>(context),
           "Expected " + std::string(NameOf(type)) + " but found " + std::string(NameOf(first->type)));
    }
    return false;
  }

  Token::Type type;
};

struct word_parser : x3::parser<word_parser> {
  using attribute_type = const Token*;
  static constexpr bool has_attribute = true;

  constexpr explicit word_parser(std::string_view text) : text(text) {}

  template <class Context, class RContext, class Attribute>
  bool parse(iterator& first, const iterator& last, const Context& context, RContext& rcontext,
             Attribute& attribute) const {
    return first != last && first->text == text &&
           token_parser(Token::Type::kId).parse(first, last, context, rcontext, attribute);
  }

  std::string_view text;
};

// Never matches; says `message`.
struct refuse_parser : x3::parser<refuse_parser> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  constexpr explicit refuse_parser(std::string_view message) : message(message) {}

  template <class Context, class RContext, class Attribute>
  bool parse(iterator&, const iterator&, const Context& context, RContext&, Attribute&) const {
    note(x3::get<progress_tag>(context), std::string(message));
    return false;
  }

  std::string_view message;
};

// Never matches; says which token is no expression, printed as Ruby inspects it: [:pipe, "|"].
struct no_expression_parser : x3::parser<no_expression_parser> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  template <class Context, class RContext, class Attribute>
  bool parse(iterator& first, const iterator& last, const Context& context, RContext&, Attribute&) const {
    if (first == last) return false;
    std::string message = "[:" + std::string(NameOf(first->type));
    if (first->type != Token::Type::kEnd) {
      message += ", ";
      AppendQuoted(first->text, 0, message);
    }
    note(x3::get<progress_tag>(context), message + "] is not a valid expression");
    return false;
  }
};

// Matches nothing, where the rules let a lookup begin with a bracket.
struct bracket_allowed_parser : x3::parser<bracket_allowed_parser> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  template <class Context, class RContext, class Attribute>
  bool parse(iterator&, const iterator&, const Context& context, RContext&, Attribute&) const {
    const progress& state = x3::get<progress_tag>(context);
    return state.rules.lookup_may_start_with_bracket;
  }
};

// The tokens that `subject` takes.
template <class Subject>
struct tokens_of_directive : x3::unary_parser<Subject, tokens_of_directive<Subject>> {
  using attribute_type = Tokens;
  static constexpr bool has_attribute = true;

  constexpr explicit tokens_of_directive(const Subject& subject)
      : x3::unary_parser<Subject, tokens_of_directive<Subject>>(subject) {}

  template <class Context, class RContext, class Attribute>
  bool parse(iterator& first, const iterator& last, const Context& context, RContext& rcontext,
             Attribute& attribute) const {
    const iterator begin = first;
    if (!this->subject.parse(first, last, context, rcontext, x3::unused)) return false;
    x3::traits::move_to(Tokens{begin, first}, attribute);
    return true;
  }
};

template <class Subject>
constexpr auto tokens_of(const Subject& subject) {
  return tokens_of_directive<typename x3::extension::as_parser<Subject>::value_type>(x3::as_parser(subject));
}

constexpr auto token(Token::Type type) { return token_parser(type); }
constexpr auto must(Token::Type type) { return must_parser(type); }
constexpr auto word(std::string_view text) { return word_parser(text); }
constexpr auto refuse(std::string_view message) { return refuse_parser(message); }
inline constexpr no_expression_parser no_expression;
inline constexpr bracket_allowed_parser bracket_allowed;

}  // namespace tincture::liquid::grammar
