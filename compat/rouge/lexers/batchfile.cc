#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords", "if else for in do goto call exit"},
    {"operator_words", "exist defined errorlevel cmdextversion not equ neq lss leq gtr geq"},
    {"devices",
     "con prn aux nul com1 com2 com3 com4 com5 com6 com7 com8 com9 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9"},
    {"commands",
     "assoc attrib break bcdedit cacls cd chcp chdir chkdsk chkntfs choice cls cmd color comp compact convert "
     "copy date del dir diskpart doskey dpath driverquery echo endlocal erase fc find findstr format fsutil "
     "ftype gpresult graftabl help icacls label md mkdir mklink mode more move openfiles path pause popd print "
     "prompt pushd rd recover ren rename replace rmdir robocopy setlocal sc schtasks shift shutdown sort start "
     "subst systeminfo takeown tasklist taskkill time timeout title tree type ver verify vol xcopy waitfor wmic "
     "addusers admodcmd ansicon arp at bcdboot bitsadmin browstat certreq certutil change cidiag cipher "
     "cleanmgr clip cmdkey compress convertcp coreinfo csccmd csvde cscript curl debug defrag delprof deltree "
     "devcon diamond dirquota diruse diskshadow diskuse dism dnscmd dsacls dsadd dsget dsquery dsmod dsmove "
     "dsrm dsmgmt dsregcmd edlin eventcreate expand extract fdisk fltmc forfiles freedisk ftp getmac gpupdate "
     "hostname ifmember inuse ipconfig kill lgpo lodctr logman logoff logtime makecab mapisend mbsacli mem "
     "mountvol moveuser msg mshta msiexec msinfo32 mstsc nbtstat net net1 netdom netsh netstat nlsinfo nltest "
     "now nslookup ntbackup ntdsutil ntoskrnl ntrights nvspbind pathping perms ping portqry powercfg pngout "
     "pnputil printbrm prncnfg prnmngr procdump psexec psfile psgetsid psinfo pskill pslist psloggedon "
     "psloglist pspasswd psping psservice psshutdown pssuspend qbasic qgrep qprocess query quser qwinsta "
     "rasdial reg reg1 regdump regedt32 regsvr32 regini reset restore rundll32 rmtshare route rpcping run runas "
     "scandisk setspn setx sfc share shellrunas shortcut sigcheck sleep slmgr strings subinacl sysmon telnet "
     "tftp tlist touch tracerpt tracert tscon tsdiscon tskill tttracer typeperf tzutil undelete unformat "
     "verifier vmconnect vssadmin w32tm wbadmin wecutil wevtutil wget where whoami windiff winrm winrs wpeutil "
     "wpr wusa wuauclt wscript"},
    {"attributes", "on off disable enableextensions enabledelayedexpansion"},
};

constexpr WordClass kNames[] = {
    {"devices", KeywordReserved}, {"keywords", Keyword},         {"operator_words", OperatorWord},
    {"commands", NameBuiltin},    {"attributes", NameAttribute}, {nullptr, KeywordDeclaration},
};

// Rouge takes every word that it does not know for a declaration (casecmp gives a number, which counts as true).
void Word(Lexer& l) {
  const Token token = l.ByWord(kNames, l.Match(1));
  if (token == NameBuiltin) return l.Put(token);
  l.PutGroups({token, Error});
}

constexpr Rule kRules[] = {
    State("basic"),
    {R"((?i)@?\brem\b.*$)", Comment},
    {R"(^::.*$)", Comment},
    {R"((?i):[a-z]+)", NameLabel},
    {R"((?i)([a-z]\w*)(\.exe|com|bat|cmd|msi)?)", Word},
    {R"((?i)((?:[\/\+]|--?)[a-z]+)\s*)", NameAttribute},
    Mixin("expansions"),
    {R"([<>&|(){}\[\]\-+=;,~?*])", Operator},

    State("escape"),
    {R"((?s)\^.)", StrEscape},

    State("expansions"),
    {R"((?i)[%!]+([a-z_$@#]+)[%!]+)", NameVariable},
    {R"((?i)(\%+~?[a-z]+\d?))", NameVariableMagic},

    State("double_quotes"),
    Mixin("escape"),
    {R"(["])", StrDouble, Pop()},
    Mixin("expansions"),
    {R"([^\^"%!]+)", StrDouble},

    State("single_quotes"),
    Mixin("escape"),
    {R"(['])", StrSingle, Pop()},
    Mixin("expansions"),
    {R"([^\^'%!]+)", StrSingle},

    State("backtick"),
    Mixin("escape"),
    {R"([`])", StrBacktick, Pop()},
    Mixin("expansions"),
    {R"([^\^`%!]+)", StrBacktick},

    State("data"),
    {R"(\s+)", Text},
    {R"((?i)0x[0-9a-f]+)", NumHex},
    {R"([0-9])", Num},
    {R"(["])", StrDouble, "double_quotes"},
    {R"(['])", StrSingle, "single_quotes"},
    {R"([`])", StrBacktick, "backtick"},
    {R"([^\s&|()\[\]{}\^=;!%+\-,"'`~?*]+)", Text},
    Mixin("escape"),

    State("root"),
    Mixin("basic"),
    Mixin("data"),
};

}  // namespace

const Definition lexers::batchfile = {
    .tag = "batchfile", .aliases = "bat batch dosbatch winbatch", .rules = kRules, .words = kWords};

}  // namespace tincture::rouge
