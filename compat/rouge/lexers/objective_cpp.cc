#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr Rule kRules[] = {
    Prepend("statements"),
    {R"((\.)(class))", Groups(Operator, NameBuiltinPseudo)},
    {R"((@selector)(\()(class)(\)))", Groups(Keyword, Punctuation, NameBuiltinPseudo, Punctuation)},
};

}  // namespace

const Definition lexers::objective_cpp = {
    .tag = "objective_cpp",
    .aliases = "objcpp obj-cpp obj_cpp objectivecpp objc++ obj-c++ obj_c++ objectivec++",
    .parent = &lexers::cpp,
    .shares = &lexers::objective_c,
    .rules = kRules};

}  // namespace tincture::rouge
