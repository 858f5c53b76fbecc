#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

// Most of AppleScript's words are several: alternatives, not word lists. The order within each is the gem's: the first
// that fits wins.
constexpr Part kParts[] = {
    {"operators",
     R"(and|or|is equal|equals|(is )?equal to|is not|isn't|isn't equal( to)?|is not equal( to)?|)"
     R"(doesn't equal|does not equal|(is )?greater than|comes after|is not less than or equal( to)?|)"
     R"(isn't less than or equal( to)?|(is )?less than|comes before|is not greater than or equal( to)?|)"
     R"(isn't greater than or equal( to)?|(is  )?greater than or equal( to)?|is not less than|)"
     R"(isn't less than|does not come before|doesn't come before|(is )?less than or equal( to)?|)"
     R"(is not greater than|isn't greater than|does not come after|doesn't come after|starts? with|)"
     R"(begins? with|ends? with|contains?|does not contain|doesn't contain|is in|is contained by|is not in|)"
     R"(is not contained by|isn't contained by|div|mod|not|(a  )?(ref( to)?|reference to)|is|does)"},
    {"classes", R"(alias |application |boolean |class |constant |date |file |integer |list |number |POSIX file |real |)"
                R"(record |reference |RGB color |script |text |unit types|(?:Unicode )?text|string)"},
    {"literals", R"(AppleScript|current application|false|linefeed|missing value|pi|quote|result|return|space|tab|)"
                 R"(text item delimiters|true|version)"},
    {"commands", R"(ASCII (character|number)|activate|beep|choose URL|choose application|choose color|)"
                 R"(choose file( name)?|choose folder|choose from list|choose remote application|clipboard info|)"
                 R"(close( access)?|copy|count|current date|delay|delete|display (alert|dialog)|do shell script|)"
                 R"(duplicate|exists|get eof|get volume settings|info for|launch|list (disks|folder)|load script|log|)"
                 R"(make|mount volume|new|offset|open( (for access|location))?|path to|print|quit|random number|read|)"
                 R"(round|run( script)?|say|scripting components|set (eof|the clipboard to|volume)|store script|)"
                 R"(summarize|system attribute|system info|the clipboard|time to GMT|write|quoted form)"},
    {"controls",
     R"(considering|else|error|exit|from|if|ignoring|in|repeat|tell|then|times|to|try|until|)"
     R"(using terms from|while|whith|with timeout( of)?|with transaction|by|continue|end|its?|me|my|return|)"
     R"(of|as)"},
    {"declarations", R"(global|local|prop(erty)?|set|get)"},
    {"reserved", R"(but|put|returning|the)"},
    {"builtins", R"(attachment|attribute run|character|day|month|paragraph|word|year)"},
    {"handler_params", R"(about|above|against|apart from|around|aside from|at|below|beneath|beside|between|for|given|)"
                       R"(instead of|on|onto|out of|over|since)"},
    {"studio_properties",
     R"(accepts arrow key|action method|active|alignment|allowed identifiers|allows branch selection|)"
     R"(allows column reordering|allows column resizing|allows column selection|allows customization|)"
     R"(allows editing text attributes|allows empty selection|allows mixed state|allows multiple selection|)"
     R"(allows reordering|allows undo|alpha( value)?|alternate image|alternate increment value|)"
     R"(alternate title|animation delay|associated file name|associated object|auto completes|auto display|)"
     R"(auto enables items|auto repeat|auto resizes( outline column)?|auto save expanded items|)"
     R"(auto save name|auto save table columns|auto saves configuration|auto scroll|)"
     R"(auto sizes all columns to fit|auto sizes cells|background color|bezel state|bezel style|bezeled|)"
     R"(border rect|border type|bordered|bounds( rotation)?|box type|button returned|button type|)"
     R"(can choose directories|can choose files|can draw|can hide|cell( (background color|size|type))?|)"
     R"(characters|class|click count|clicked( data)? column|clicked data item|clicked( data)? row|closeable|)"
     R"(collating|color( (mode|panel))|command key down|configuration|content(s| (size|view( margins)?))?|)"
     R"(context|continuous|control key down|control size|control tint|control view|controller visible|)"
     R"(coordinate system|copies( on scroll)?|corner view|current cell|current column|)"
     R"(current( field)?  editor|current( menu)? item|current row|current tab view item|data source|)"
     R"(default identifiers|delta (x|y|z)|destination window|directory|display mode|displayed cell|)"
     R"(document( (edited|rect|view))?|double value|dragged column|dragged distance|dragged items|)"
     R"(draws( cell)? background|draws grid|dynamically scrolls|echos bullets|edge|editable|)"
     R"(edited( data)? column|edited data item|edited( data)? row|enabled|enclosing scroll view|ending page|)"
     R"(error handling|event number|event type|excluded from windows menu|executable path|expanded|)"
     R"(fax number|field editor|file kind|file name|file type|first responder|first visible column|flipped|)"
     R"(floating|font( panel)?|formatter|frameworks path|frontmost|gave up|grid color|has data items|)"
     R"(has horizontal ruler|has horizontal scroller|has parent data item|has resize indicator|has shadow|)"
     R"(has sub menu|has vertical ruler|has vertical scroller|header cell|header view|hidden|)"
     R"(hides when deactivated|highlights by|horizontal line scroll|horizontal page scroll|)"
     R"(horizontal ruler view|horizontally resizable|icon image|id|identifier|ignores multiple clicks|)"
     R"(image( (alignment|dims when disabled|frame style|scaling))?|imports graphics|increment value|)"
     R"(indentation per level|indeterminate|index|integer value|intercell spacing|item height|key( (code|)"
     R"(equivalent( modifier)?|window))?|knob thickness|label|last( visible)? column|leading offset|leaf|)"
     R"(level|line scroll|loaded|localized sort|location|loop mode|main( (bunde|menu|window))?|)"
     R"(marker follows cell|matrix mode|maximum( content)? size|maximum visible columns|)"
     R"(menu( form representation)?|miniaturizable|miniaturized|minimized image|minimized title|)"
     R"(minimum column width|minimum( content)? size|modal|modified|mouse down state|movie( (controller|)"
     R"(file|rect))?|muted|name|needs display|next state|next text|number of tick marks|)"
     R"(only tick mark values|opaque|open panel|option key down|outline table column|page scroll|)"
     R"(pages across|pages down|palette label|pane splitter|parent data item|parent window|pasteboard|)"
     R"(path( (names|separator))?|playing|plays every frame|plays selection only|position|preferred edge|)"
     R"(preferred type|pressure|previous text|prompt|properties|prototype cell|pulls down|rate|)"
     R"(released when closed|repeated|requested print time|required file type|resizable|resized column|)"
     R"(resource path|returns records|reuses columns|rich text|roll over|row height|rulers visible|)"
     R"(save panel|scripts path|scrollable|selectable( identifiers)?|selected cell|)"
     R"(selected( data)? columns?|selected data items?|selected( data)? rows?|selected item identifier|)"
     R"(selection by rect|send action on arrow key|sends action when done editing|separates columns|)"
     R"(separator item|sequence number|services menu|shared frameworks path|shared support path|sheet|)"
     R"(shift key down|shows alpha|shows state by|size( mode)?|smart insert delete enabled|)"
     R"(sort case sensitivity|sort column|sort order|sort type|sorted( data rows)?|sound|source( mask)?|)"
     R"(spell checking enabled|starting page|state|string value|sub menu|super menu|super view|)"
     R"(tab key traverses cells|tab state|tab type|tab view|table view|tag|target( printer)?|text color|)"
     R"(text container insert|text container origin|text returned|tick mark position|time stamp|title(d|)"
     R"( (cell|font|height|position|rect))?|tool tip|toolbar|trailing offset|transparent|)"
     R"(treat packages as directories|truncated labels|types|unmodified characters|update views|)"
     R"(use sort indicator|user defaults|uses data source|uses ruler|uses threaded animation|)"
     R"(uses title from previous column|value wraps|version|vertical( (line scroll|page scroll|)"
     R"(ruler view))?|vertically resizable|view|visible( document rect)?|volume|width|window|windows menu|)"
     R"(wraps|zoomable|zoomed)"},
    {"studio_classes",
     R"(action cell|alert reply|application|box|browser( cell)?|bundle|button( cell)?|cell|clip view|)"
     R"(color well|color-panel|combo box( item)?|control|data( (cell|column|item|row|source))?|)"
     R"(default entry|dialog reply|document|drag info|drawer|event|font(-panel)?|formatter|image( (cell|)"
     R"(view))?|matrix|menu( item)?|item|movie( view)?|open-panel|outline view|panel|pasteboard|plugin|)"
     R"(popup button|progress indicator|responder|save-panel|scroll view|secure text field( cell)?|slider|)"
     R"(sound|split view|stepper|tab view( item)?|table( (column|header cell|header view|view))|)"
     R"(text( (field( cell)?|view))?|toolbar( item)?|user-defaults|view|window)"},
    {"studio_commands",
     R"(animate|append|call method|center|close drawer|close panel|display|display alert|display dialog|)"
     R"(display panel|go|hide|highlight|increment|item for|load image|load movie|load nib|load panel|)"
     R"(load sound|localized string|lock focus|log|open drawer|path for|pause|perform action|play|register|)"
     R"(resume|scroll|select( all)?|show|size to fit|start|step back|step forward|stop|synchronize|)"
     R"(unlock focus|update)"},
    {"references",
     R"((in )?back of|(in )?front of|[0-9]+(st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|)"
     R"(eighth|ninth|tenth|after|back|before|behind|every|front|index|last|middle|some|that|through|thru|)"
     R"(where|whose)"},
};

constexpr Rule kRules[] = {
    State("root"),
    {R"(\s+)", TextWhitespace},
    {R"(¬\n)", StrEscape},
    {R"('s\s+)", Text},
    {R"((--|#).*?$)", CommentSingle},
    {R"(\(\*)", CommentMultiline},
    {R"([\(\){}!,.:])", Punctuation},
    {R"((«)([^»]+)(»))", Groups(Text, NameBuiltin, Text)},
    {R"(\b((?:considering|ignoring)\s*)(application responses|case|diacriticals|hyphens|numeric strings|punctuation|white space))",
     Groups(Keyword, NameBuiltin)},
    {R"((-|\*|\+|&|≠|>=?|<=?|=|≥|≤|\/|÷|\^))", Operator},
    {R"(\b(@{operators})\b)", OperatorWord},
    {R"(^(\s*(?:on|end)\s+)'r'(%s))", Groups(Keyword, NameFunction)},
    {R"(^(\s*)(in|on|script|to)(\s+))", Groups(Text, Keyword, Text)},
    {R"(\b(as )(@{classes})\b)", Groups(Keyword, NameClass)},
    {R"(\b(@{literals})\b)", NameBuiltin},
    {R"(\b(@{commands})\b)", NameBuiltin},
    {R"(\b(@{controls})\b)", Keyword},
    {R"(\b(@{declarations})\b)", Keyword},
    {R"(\b(@{reserved})\b)", NameBuiltin},
    {R"(\b(@{builtins})s?\b)", NameBuiltin},
    {R"(\b(@{handler_params})\b)", NameBuiltin},
    {R"(\b(@{studio_properties})\b)", NameAttribute},
    {R"(\b(@{studio_classes})s?\b)", NameBuiltin},
    {R"(\b(@{studio_commands})\b)", NameBuiltin},
    {R"(\b(@{references})\b)", NameBuiltin},
    {R"~("(\\\\|\\"|[^"])*")~", StrDouble},
    {R"(\b([a-zA-Z]\w*)\b)", NameVariable},
    {R"([-+]?(\d+\.\d*|\d*\.\d+)(E[-+][0-9]+)?)", NumFloat},
    {R"([-+]?\d+)", NumInteger},
};

}  // namespace

const Definition lexers::applescript = {.tag = "applescript", .rules = kRules, .parts = kParts};

}  // namespace tincture::rouge
