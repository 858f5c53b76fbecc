#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "Ascender Attach AxisValue CapHeight CaretOffset CodePageRange DesignAxis Descender ElidedFallbackName "
     "ElidedFallbackNameID ElidableAxisValueName FeatUILabelNameID FeatUITooltipTextNameID FontRevision FSType "
     "GlyphClassDef HorizAxis.BaseScriptList HorizAxis.BaseTagList HorizAxis.MinMax IgnoreBaseGlyphs "
     "IgnoreLigatures IgnoreMarks LigatureCaretByDev LigatureCaretByIndex LigatureCaretByPos LineGap "
     "MarkAttachClass MarkAttachmentType NULL OlderSiblingFontAttribute Panose ParamUILabelNameID RightToLeft "
     "SampleTextNameID TypoAscender TypoDescender TypoLineGap UnicodeRange UseMarkFilteringSet Vendor "
     "VertAdvanceY VertAxis.BaseScriptList VertAxis.BaseTagList VertAxis.MinMax VertOriginY VertTypoAscender "
     "VertTypoDescender VertTypoLineGap WeightClass WidthClass XHeight anchorDef anchor anonymous anon by "
     "contour cursive device enumerate enum exclude_dflt featureNames feature flag from ignore include_dflt "
     "include languagesystem language location lookupflag lookup markClass mark nameid name parameters position "
     "pos required reversesub rsub script sizemenuname substitute subtable sub table useExtension "
     "valueRecordDef winAscent winDescent"},
};

constexpr WordClass kNames[] = {
    {"keywords", Keyword},
    {nullptr, Name},
};

constexpr Part kParts[] = {
    {"id", R"((?i)[a-z_][a-z0-9\/_.-]*)"},
};

constexpr Rule kRules[] = {
    State("root"),
    {R"(\s+)", TextWhitespace},
    {R"(#.*$)", Comment},
    {R"((anonymous|anon|feature|lookup|table)((?:\s)+))", Groups(Keyword, Text), "featurename"},
    {R"((\})((?:\s)))", Groups(Punctuation, Text), "featurename"},
    {R"((?i)include\b)", Keyword, "includepath"},
    {R"([\-\[\]\/(){},.:;=%*<>'])", Punctuation},
    {R"(`.*?)", StrBacktick},
    {R"(")", Str, "strings"},
    {R"(\\[^.*\s]+)", StrEscape},
    {R"(\@@{id})", NameClass},
    {R"((?<!\.)@{id})", Words(kNames)},
    {R"((?:0x|\\)[0-9A-Fa-f]+)", NumHex},
    {R"(-?\d+)", NumInteger},

    State("featurename"),
    {R"(@{id})", NameFunction, Pop()},

    State("includepath"),
    {R"(\s+)", TextWhitespace},
    {R"(\))", Punctuation, Pop()},
    {R"(\()", Punctuation},
    {R"([^\s()]+)", Str},

    State("strings"),
    {R"(")", Str, Pop()},
    {R"([^"%\n]+)", Str},
};

}  // namespace

const Definition lexers::opentype_feature_file = {.tag = "opentype_feature_file",
                                                  .aliases = "fea opentype opentypefeature",
                                                  .rules = kRules,
                                                  .parts = kParts,
                                                  .words = kWords};

}  // namespace tincture::rouge
