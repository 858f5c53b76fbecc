#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"components",
     "roAppendFile roAppInfo roAppManager roArray roAssociativeArray roAudioGuide roAudioMetadata roAudioPlayer "
     "roAudioPlayerEvent roAudioResourceroBitmap roBoolean roBrightPackage roBrSub roButton roByteArray "
     "roCaptionRenderer roCaptionRendererEvent roCecInterface roCECStatusEvent roChannelStore "
     "roChannelStoreEvent roClockWidget roCodeRegistrationScreen roCodeRegistrationScreenEventroCompositor "
     "roControlDown roControlPort roControlUp roCreateFile roDatagramReceiver roDatagramSender roDataGramSocket "
     "roDateTime roDeviceInfo roDeviceInfoEvent roDoubleroEVPCipher roEVPDigest roFileSystem roFileSystemEvent "
     "roFloat roFont roFontMetrics roFontRegistry roFunction roGlobal roGpio roGridScreen roGridScreenEvent "
     "roHdmiHotPlugEventroHdmiStatus roHdmiStatusEvent roHMAC roHttpAgent roImageCanvas roImageCanvasEvent "
     "roImageMetadata roImagePlayer roImageWidgetroInput roInputEvent roInt roInvalid roIRRemote roKeyboard "
     "roKeyboardPress roKeyboardScreen roKeyboardScreenEventroList roListScreen roListScreenEvent "
     "roLocalization roLongInteger roMessageDialog roMessageDialogEvent roMessagePort roMicrophone "
     "roMicrophoneEvent roNetworkConfiguration roOneLineDialog roOneLineDialogEventroParagraphScreen "
     "roParagraphScreenEvent roPath roPinEntryDialog roPinEntryDialogEvent roPinentryScreen roPosterScreen "
     "roPosterScreenEventroProgramGuide roQuadravoxButton roReadFile roRectangleroRegexroRegion roRegistry "
     "roRegistrySection roResourceManager roRSA roRssArticle roRssParser roScreen roSearchHistory "
     "roSearchScreen roSearchScreenEvent roSerialPort roSGNode roSGNodeEvent roSGScreenroSGScreenEvent "
     "roSlideShowroSlideShowEvent roSNS5 roSocketAddress roSocketEvent roSpringboardScreen "
     "roSpringboardScreenEventroSprite roStorageInfo roStreamSocket roStringroSystemLogroSystemLogEvent "
     "roSystemTime roTextFieldroTextScreen roTextScreenEvent roTextToSpeech roTextToSpeechEvent "
     "roTextureManager roTextureRequest roTextureRequestEventroTextWidget roTimer roTimespan roTouchScreen "
     "roTunerroTunerEvent roUniversalControlEvent roUrlEvent roUrlTransfer roVideoEvent roVideoInput "
     "roVideoMode roVideoPlayer roVideoPlayerEvent roVideoScreen roVideoScreenEventroWriteFile roXMLElement "
     "roXMLList"},
    {"reserved",
     "box createobject dim each else elseif end endfunction endif endsub endwhile eval exit exitwhile false for "
     "function getglobalaa getlastruncompileerror getlastrunruntimeerror goto if in invalid let line_num m next "
     "objfun pos print rem return run step stop sub tab to true type while class const import library namespace "
     "private protected public"},
    {"types", "boolean dim double dynamic float function integer interface invalid longinteger object string void"},
    {"builtins",
     "abs asc atn cdbl chr cint control copyfile cos createdirectory csng deletedirectory deletefile exp "
     "findmemberfunction findnode fix formatdriveformatjson getinterface instr int lcase left len listdir log "
     "matchfiles mid movefile observefield parsejson parsexml readasciifile rebootsystem right rnd "
     "rungarbagecollector sgn sin sleep sqr str stri string stringi strtoi substitute tantexttop text trucase "
     "uptime valvisible visible wait"},
    {"operators", "and as mod not or then"},
};

constexpr WordClass kNames[] = {
    {"reserved", KeywordReserved}, {"types", KeywordType}, {"builtins", NameBuiltin},
    {"operators", OperatorWord},   {nullptr, Name},
};

// Only the components' names distinguish capitals.
void Identifier(Lexer& l) {
  l.Put(l.InList("components", l.Match()) ? KeywordReserved : l.ByWord(kNames, Downcase(l.Match())));
}

constexpr Part kParts[] = {
    {"id", R"((?i)[$a-z_][a-z0-9_]*)"},
};

constexpr Rule kRules[] = {
    State("root"),
    {R"(\s+)", TextWhitespace},
    {R"('.*)", CommentSingle},
    {R"((?i)REM.*)", CommentSingle},
    {R"([~!%^&*+=\|?:<>/-])", Operator},
    {R"((?i)\d*\.\d+(e-?\d+)?)", NumFloat},
    {R"((?i)\d+[lu]*)", NumInteger},
    {R"(".*?")", StrDouble},
    {R"(@{id}(?=\s*[(]))", NameFunction},
    {R"([()\[\],.;{}])", Punctuation},
    {R"(@{id})", Identifier},
};

}  // namespace

const Definition lexers::brightscript = {
    .tag = "brightscript", .aliases = "bs brs", .rules = kRules, .parts = kParts, .words = kWords};

}  // namespace tincture::rouge
