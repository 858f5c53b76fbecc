#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"operators", "or xor and not implies"},
    {"types",
     "Boolean Integer UnlimitedNatural Real String OrderedSet Tuple Bag Set Sequence OclInvalid OclVoid "
     "TupleType OclState Collection OclMessage"},
    {"keywords", "context pre post inv init body def derive if then else endif import package endpackage let in"},
    {"builtins", "self null result true false invalid @pre"},
    {"functions",
     "oclAsSet oclIsNew oclIsUndefined oclIsInvalid oclAsType oclIsTypeOf oclIsKindOf oclInState oclType "
     "oclLocale hasReturned result isSignalSent isOperationCallabs floor round max min toString div mod size "
     "substring concat toInteger toReal toUpperCase toLowerCase indexOf equalsIgnoreCase at characters "
     "toBoolean includes excludes count includesAll excludesAll isEmpty notEmpty sum product selectByKind "
     "selectByType asBag asSequence asOrderedSet asSet flatten union intersection including excluding "
     "symmetricDifferencecount append prepend insertAt subOrderedSet first last reverse subSequence any closure "
     "collect collectNested exists forAll isUnique iterate one reject select sortedBy allInstances average "
     "conformsTo"},
};

constexpr WordClass kNames[] = {
    {"operators", Operator},   {"types", KeywordDeclaration}, {"keywords", Keyword},
    {"builtins", NameBuiltin}, {"functions", NameFunction},   {nullptr, Name},
};

constexpr Rule kRules[] = {
    State("root"),
    {R"(\s+)", Text},
    {R"(--.*)", CommentSingle},
    {R"(\d+)", NumInteger},
    {R"(')", StrSingle, "single_string"},
    {R"([->|+*/<>=~!@#%&|?^-])", Operator},
    {R"([;:()\[\],.])", Punctuation},
    {R"(\w[\w\d]*)", Words(kNames)},

    State("single_string"),
    {R"(\\.)", StrEscape},
    {R"(')", StrSingle, Pop()},
    {R"([^\\']+)", StrSingle},
};

}  // namespace

const Definition lexers::ocl = {.tag = "ocl", .aliases = "OCL", .rules = kRules, .words = kWords};

}  // namespace tincture::rouge
