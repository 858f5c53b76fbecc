// The encodings that `encoding:` names, as Ruby's File.read and String#encode take them.
#include "compat/text/encoding.h"

#include <gtest/gtest.h>

namespace tincture::text {
namespace {

const Encoding& Named(std::string_view name) { return *FindEncoding(name).internal; }

TEST(Encodings, HaveRubysNames) {
  EXPECT_TRUE(Named("utf-8").is_utf8());
  EXPECT_TRUE(Named("UTF-8").is_utf8());
  EXPECT_TRUE(Named("CP65001").is_utf8());
  EXPECT_EQ(Named("iso8859-1").name, "ISO-8859-1");
  EXPECT_EQ(Named("bom|ISO-8859-1").name, "ISO-8859-1");
  EXPECT_EQ(Named("SJIS").name, "Windows-31J");
  EXPECT_EQ(Named("cp1252").name, "Windows-1252");
  // Ruby does not know these.
  EXPECT_TRUE(Named("latin1").is_utf8());
  EXPECT_TRUE(Named("utf8").is_utf8());
  EXPECT_TRUE(Named("iso_8859_1").is_utf8());
  EXPECT_TRUE(Named("").is_utf8());
}

TEST(Encodings, AreReadAsOneAndBecomeAnother) {
  const FileEncoding converted = FindEncoding("iso-8859-1:utf-8");
  EXPECT_EQ(converted.external->name, "ISO-8859-1");
  EXPECT_TRUE(converted.internal->is_utf8());
  // With a byte order mark looked for, Ruby takes the second name without converting.
  const FileEncoding renamed = FindEncoding("utf-8:iso-8859-1");
  EXPECT_EQ(renamed.external, renamed.internal);
  EXPECT_EQ(renamed.internal->name, "ISO-8859-1");
}

TEST(Encodings, Convert) {
  EXPECT_EQ(Named("ISO-8859-1").ToUtf8("caf\xE9"), "café");
  EXPECT_EQ(Named("ISO-8859-1").FromUtf8("café"), "caf\xE9");
  EXPECT_EQ(Named("ISO-8859-1").FromUtf8("€"), std::nullopt);
  EXPECT_EQ(Named("ISO-8859-15").FromUtf8("€"), "\xA4");
  EXPECT_EQ(Named("GBK").ToUtf8("\xD6\xD0\xCE\xC4"), "中文");
  EXPECT_EQ(Named("GBK").ToUtf8("\xD6"), std::nullopt);
  EXPECT_EQ(Named("Shift_JIS").ToUtf8("\x95\x5C"), "表");
  EXPECT_EQ(Named("US-ASCII").ToUtf8("caf\xE9"), std::nullopt);
  EXPECT_EQ(Named("binary").ToUtf8("caf\xE9"), std::nullopt);
  EXPECT_EQ(Named("binary").ToUtf8("plain"), "plain");
}

TEST(Encodings, KnowWhatIsValid) {
  EXPECT_TRUE(Named("binary").IsValid("\xFF"));
  EXPECT_FALSE(Named("us-ascii").IsValid("\xFF"));
  EXPECT_FALSE(Named("utf-8").IsValid("\xFF"));
  EXPECT_TRUE(Named("koi8-r").IsValid("\xFF"));
  EXPECT_FALSE(Named("euc-jp").IsValid("\xA4"));
  EXPECT_EQ(Named("utf-16").kind, Encoding::Kind::kWide);
}

TEST(Encodings, KnowWhatTheyHold) {
  EXPECT_TRUE(Named("ISO-8859-1").Holds(0xE9));
  EXPECT_FALSE(Named("ISO-8859-1").Holds(0x201C));
  EXPECT_TRUE(Named("Windows-1252").Holds(0x201C));
  EXPECT_TRUE(Named("GBK").Holds(0x201C));
}

// Every name of the table leads to one of ICU's.
TEST(Encodings, AllConvert) {
  for (const char* name :
       {"iso-8859-2",   "iso-8859-3",   "iso-8859-4",   "iso-8859-5",   "iso-8859-6",   "iso-8859-7",   "iso-8859-8",
        "iso-8859-9",   "iso-8859-10",  "iso-8859-11",  "iso-8859-13",  "iso-8859-14",  "windows-1250", "windows-1251",
        "windows-1253", "windows-1254", "windows-1255", "windows-1256", "windows-1257", "windows-874",  "tis-620",
        "koi8-u",       "ibm437",       "ibm737",       "ibm775",       "cp850",        "ibm852",       "cp855",
        "ibm857",       "ibm860",       "ibm861",       "ibm862",       "ibm863",       "ibm865",       "ibm866",
        "ibm869",       "macroman",     "maccyrillic",  "macgreek",     "macturkish"}) {
    const std::optional<std::string> utf8 = Named(name).ToUtf8("\xE2");
    ASSERT_TRUE(utf8) << name;
    EXPECT_EQ(Named(name).FromUtf8(*utf8), "\xE2") << name;
  }
  for (const char* name : {"euc-jp", "eucjp-ms", "cp51932", "big5", "cp950", "big5-hkscs", "gb2312", "gb18030",
                           "euc-kr", "cp949", "windows-31j"}) {
    const std::optional<std::string> utf8 = Named(name).FromUtf8("一");
    ASSERT_TRUE(utf8) << name;
    EXPECT_EQ(Named(name).ToUtf8(*utf8), "一") << name;
  }
}

}  // namespace
}  // namespace tincture::text
