#include <algorithm>

#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"first", "file date str math metaphone metaphone3 uni audit blas system"},
    {"second", "debug email job log thorlib util workunit"},
    {"functions",
     "abs acos aggregate allnodes apply ascii asin asstring atan _token ave case catch choose choosen "
     "choosesets clustersize combine correlation cos cosh count covariance cron dataset dedup define "
     "denormalize dictionary distribute distributed distribution ebcdic enth error evaluate event eventextra "
     "eventname exists exp failcode failmessage fetch fromunicode fromxml getenv getisvalid global graph group "
     "hash hashcrc having httpcall httpheader if iff index intformat isvalid iterate join keyunicode length "
     "library limit ln local log loop map matched matchlength matchposition matchtext matchunicode max merge "
     "mergejoin min nofold nolocal nonempty normalize parse pipe power preload process project pull random "
     "range rank ranked realformat recordof regexfind regexreplace regroup rejected rollup round roundup row "
     "rowdiff sample set sin sinh sizeof soapcall sort sorted sqrt stepped stored sum table tan tanh thisnode "
     "topn tounicode toxml transfer transform trim truncate typeof ungroup unicodeorder variance which workunit "
     "xmldecode xmlencode xmltext xmlunicode assert build buildindex fail keydiff keypatch loadxml nothor "
     "notify output parallel sequential wait"},
    {"keywords",
     "and or in not all any as from atmost before best between case const counter csv descend encrypt end "
     "endmacro enum except exclusive expire export extend fail few first flat full function functionmacro group "
     "heading hole ifblock import joined keep keyed last left limit load local locale lookup many maxcount "
     "maxlength _token module interface named nocase noroot noscan nosort of only opt outer overwrite packed "
     "partition penalty physicallength pipe quote record repeat return right rows scan self separator service "
     "shared skew skip sql store terminator thor threshold token transform trim type unicodeorder unsorted "
     "validate virtual whole wild within xml xpath after cluster compressed compression default encoding escape "
     "fileposition forward grouped inner internal linkcounted literal lzw mofn multiple namespace wnotrim "
     "noxpath onfail prefetch retry rowset scope smart soapaction stable timelimit timeout unordered unstable "
     "update use width"},
    {"templates",
     "append apply break constant debug declare demangle else elseif end endregion error expand export "
     "exportxml for forall getdatatype if ifdefined inmodule isdefined isvalid line link loop mangle onwarning "
     "option region set stored text trace uniquename warning webservice workunit loadxml"},
    {"types",
     "ascii big_endian boolean data decimal ebcdic grouped integer linkcounted pattern qstring real record rule "
     "set of streamed string token udecimal unicode utf8 unsigned varstring varunicode"},
    {"sized_types", "data string qstring varstring varunicode unicode utf8"},
    {"constants", "true false"},
};

constexpr WordClass kNames[] = {
    {"types", KeywordType},         {"keywords", Keyword}, {"functions", NameFunction},
    {"constants", KeywordConstant}, {nullptr, NameOther},
};

void Path(Lexer& l) {
  const bool is_library = l.Match(1) == "std" && l.InList("first", l.Match(2)) && l.InList("second", l.Match(3));
  l.Put(is_library ? NameClass : NameVariable);
}

bool IsSizedNumber(std::string_view name, std::string_view size) {
  size.remove_prefix(std::min(size.find_first_not_of('0'), size.size()));
  if (size.size() != 1) return false;
  if (name == "integer" || name == "unsigned") return size[0] <= '8';
  return name == "real" && (size[0] == '4' || size[0] == '8');
}

// #TEMPLATE; a type with its size, as STRING10 and INTEGER8; any other name.
void Identifier(Lexer& l) {
  const std::string name = Downcase(l.Match(2));
  const std::string word = name + std::string(l.Match(3));
  if (l.Match(1) == "#") return l.Put(l.InList("templates", word) ? KeywordType : Error);
  if (l.InList("sized_types", name) && !l.Match(3).empty()) return l.Put(KeywordType);
  const Token token = l.ByWord(kNames, word);
  l.Put(token == NameOther && IsSizedNumber(name, l.Match(3)) ? KeywordType : token);
}

constexpr Rule kRules[] = {
    State("root"),
    {R"(\n+)", Text},
    {R"(//.*)", CommentSingle},
    {R"([ \t\r]+)", Text},
    {R"(\\\n)", Text},
    {R"((?s)/[*].*?[*]/)", CommentMultiline},
    {R"([xDQUV]?'([^'\\]*(?:\\.[^'\\]*)*)')", StrSingle},
    {R"(\\(x\\h{2}|[0-2][0-7]{0,2}|3[0-6][0-7]?|37[0-7]?|[4-7][0-7]?|.|$))", Text},
    {R"(\b(?i:(and|not|or|in))\b)", OperatorWord},
    {R"([:=|>|<|<>|/|\\|\+|-|=])", Operator},
    {R"([\[\]{}();,\&,\.,\%])", Punctuation},
    {R"((?s)\b(?i:(beginc\+\+.*?endc\+\+)))", StrSingle},
    {R"((?s)\b(?i:(embed.*?endembed)))", StrSingle},
    {R"(\b(\w+)\.(\w+)\.(\w+))", Path},
    {R"(\b(?i:(u)?decimal)(\d+(_\d+)?)\b)", KeywordType},
    {R"((?i)\d+\.\d+(e[\+\-]?\d+)?)", NumFloat},
    {R"((?i)x[0-9a-f]+)", NumHex},
    {R"((?i)0x[0-9a-f]+)", NumHex},
    {R"((?i)0[0-9a-f]+x)", NumHex},
    {R"(0[bB][01]+)", NumBin},
    {R"([01]+[bB])", NumBin},
    {R"(\d+)", NumInteger},
    {R"((?i)(#?)\b([a-z_][\w]*?)(\d*)\b)", Identifier},
};

}  // namespace

const Definition lexers::ecl = {.tag = "ecl", .rules = kRules, .words = kWords};

}  // namespace tincture::rouge
