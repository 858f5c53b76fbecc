#include "compat/rouge/lexer.h"
#include "compat/rouge/pattern.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "structure endstructure threadsafe static macro proc window menu function end if else elseif endif switch "
     "strswitch endswitch break return continue for endfor do while case default try catch endtry abortonrte"},
    {"preprocessor", "pragma include define ifdef ifndef undef if elif else endif"},
    {"declarations",
     "variable string wave strconstant constant nvar svar dfref funcref struct char uchar int16 uint16 int32 "
     "uint32 int64 uint64 float double"},
    {"constants", "nan inf"},
    {"functions",
     "abs acos acosh alog area asin asinh atan atan2 atanh beta betai binomial binomialln cabs ceil cequal "
     "char2num chebyshev cmplx cmpstr conj cos cosh cot coth cpowi csc csch date date2secs datetime defined "
     "deltax digamma dilogarithm ei enoise erf erfc erfcw exists exp factorial fakedata faverage floor gamma "
     "gammln gammp gammq gcd gnoise hcsr hermite imag interp leftx limit ln log magsqr max mean median min mod "
     "norm note num2char num2istr num2str numpnts numtype p2rect pcsr pnt2x poly qcsr r2polar real rightx round "
     "sawtooth sec sech sign sin sinc sinh sqrt str2num stringmatch strlen strsearch sum tan tango_close_device "
     "tango_command_inout tango_compute_image_proj tango_get_dev_attr_list tango_get_dev_black_box "
     "tango_get_dev_cmd_list tango_get_dev_status tango_get_dev_timeout tango_get_error_stack tango_open_device "
     "tango_ping_device tango_read_attribute tango_read_attributes tango_reload_dev_interface "
     "tango_resume_attr_monitor tango_set_attr_monitor_period tango_set_dev_timeout tango_start_attr_monitor "
     "tango_stop_attr_monitor tango_suspend_attr_monitor tango_write_attribute tango_write_attributes tanh "
     "ticks time trunc vcsr wnoise x2pnt xcsr zcsr zeromq_client_connect zeromq_client_recv zeromq_client_send "
     "zeromq_handler_start zeromq_handler_stop zeromq_server_bind zeromq_server_recv zeromq_server_send "
     "zeromq_set zeromq_stop zeromq_test_callfunction zeta"},
    {"operations", "cd dir fprintf printf pwd sprintf sscanf wfprintf"},
};

constexpr WordClass kNames[] = {
    {"declarations", KeywordDeclaration}, {"keywords", Keyword},           {"constants", KeywordConstant},
    {"functions", NameBuiltin},           {"operations", KeywordReserved}, {nullptr, Name},
};

constexpr Part kParts[] = {
    {"object", R"((?i)\b[a-z][a-z0-9_.]*?\b)"},
    {"space", R"((?:[ \t]|(?:\\\s*[\r\n]))+)"},
    {"integer", R"(\d+(?:_\d+)*)"},
};

void Object(Lexer& l) {
  const std::string word = Downcase(l.Match());
  if (word.find("function") != std::string::npos) {
    l.Put(KeywordDeclaration);
    return l.Push("parse_function");
  }
  const Token token = l.ByWord(kNames, word);
  l.Put(token == Name && Like(word, R"((?:.*?\b)?[vsw]_[a-z]+[a-z0-9]*)") ? NameConstant : token);
  if (token == KeywordDeclaration) l.Push("parse_variables");
  if (token == KeywordReserved) l.Push("operation_flags");
}

void Directive(Lexer& l) {
  if (l.InList("preprocessor", Downcase(l.Match(2)))) return l.Put(CommentPreproc);
  l.PutGroups({Punctuation, Name});
}

constexpr Rule kRules[] = {
    State("root"),
    {R"(//)", Comment, "comments"},
    {R"(@{object})", Object},
    {R"((\#)(@{object}))", Directive},
    {R"((?i)(/(?:wave|X|Y))(\s*)(=)(\s*)(@{object}))", Groups(KeywordPseudo, Text, Punctuation, Text, NameVariable)},
    {R"(\s)", Text},
    {R"([\#$~!%^&*+=\|?:<>/-])", Operator},
    {R"([{}()\[\],.;])", Punctuation},
    Mixin("strings"),
    {R"((?i)0x[a-f0-9]+)", NumFloat},
    {R"(\d+\.\d+(e[\+\-]?\d+)?)", NumHex},
    {R"(@{integer})", NumInteger},
    {R"(@{space})", Text},

    State("strings"),
    {R"(")", StrDouble, "string"},
    {R"('[^']*')", StrSingle},

    State("assignment"),
    {R"(@{space})", Text},
    Mixin("strings"),
    {R"((?i)0x[a-f0-9]+)", NumFloat, Pop()},
    {R"(@{integer})", NumInteger, Pop()},
    {R"([\(\[\{][^\)\]\}]+[\)\]\}])", Generic, Pop()},
    {R"([^\s/(]+)", Generic, Pop()},
    {R"()", Nothing(), Pop()},

    State("parse_variables"),
    {R"(@{space})", Text},
    {R"([=])", Punctuation, "assignment"},
    {R"(@{object})", NameVariable},
    {R"([\[\]])", Punctuation},
    {R"([,])", Punctuation, "parse_variables"},
    {R"(\))", Punctuation, Pop()},
    {R"((?i)[/][a-z]+)", KeywordPseudo, "parse_variables"},
    {R"()", Nothing(), Pop()},

    State("parse_function"),
    {R"((?i)[/][a-z]+)", KeywordPseudo},
    {R"(@{space})", Text},
    {R"(@{object})", NameFunction},
    {R"(\()", Punctuation, "parse_variables"},
    {R"()", Nothing(), Pop()},

    State("operation_flags"),
    {R"(@{space})", Text},
    {R"([=])", Punctuation, "assignment"},
    {R"((?i)[/][a-z]+)", KeywordPseudo, "operation_flags"},
    {R"((?i)(as)(\s*)(@{object}))", Groups(KeywordType, Text, NameLabel)},
    {R"()", Nothing(), Pop()},

    State("string"),
    {R"(%\w\b)", StrOther},
    {R"(\\[\\"]?)", StrEscape},
    {R"([^"])", Str},
    {R"(")", StrDouble, Pop()},

    State("comments"),
    {R"(([/]\s*)([@]\w+\b))", Groups(Comment, CommentSpecial)},
    {R"([^\r\n])", Comment},
    {R"()", Nothing(), Pop()},
};

}  // namespace

const Definition lexers::igorpro = {.tag = "igorpro", .rules = kRules, .parts = kParts, .words = kWords};

}  // namespace tincture::rouge
