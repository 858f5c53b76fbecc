#include "engine/read/remote_theme.h"

#include <gtest/gtest.h>

#include "engine/config/configuration.h"
#include "engine/config/front_matter_defaults.h"
#include "engine/read/reader.h"
#include "tests/support/fake_machine.h"

namespace tincture::engine {
namespace {

constexpr char kCommit[] = "0123456789abcdef0123456789abcdef01234567";

class RemoteThemeTest : public testing::Test {
 protected:
  // What `remote_theme: name` gives: a theme's root, "none", or the error and its hint.
  std::string Find(std::string_view name, bool named = true) {
    Arena arena;
    HashBuilder overrides(arena);
    const Value gem = Value::String("jekyll-remote-theme");
    if (named) overrides.Set("plugins", Value::Array({&gem, 1}));
    overrides.Set("source", Value::String("/site"));
    overrides.Set("remote_theme", Value::String(name));
    Log log([](LogLevel, std::string_view) {});
    const auto configuration =
        Configuration::From(*overrides.Build(), compat::ProfileOf(compat::ProfileId::kDebian), machine_.machine, log);
    const auto defaults = FrontMatterDefaults::Read(*configuration, machine_.machine, log);
    Site site(*configuration, *defaults, machine_.machine, log);
    const auto theme = FindRemoteTheme(site);
    if (!theme) return theme.error().message + " " + theme.error().hint;
    return *theme ? (*theme)->root : "none";
  }

  FakeMachine machine_;
};

TEST_F(RemoteThemeTest, IsAFolderOfTheSiteWithALockedCommit) {
  machine_.files.Put("/site/_vendor/remote-theme/owner/name/_layouts/default.html", "");
  machine_.files.Put("/site/_vendor/remote-theme.lock", std::string("owner/name@v1: ") + kCommit + "\n");
  EXPECT_EQ(Find("Owner/Name@v1"), "/site/_vendor/remote-theme/owner/name");
  EXPECT_EQ(Find("https://github.com/owner/name@v1"), "/site/_vendor/remote-theme/owner/name");
  EXPECT_EQ(Find("owner/name@v1", false), "none");
}

TEST_F(RemoteThemeTest, SaysHowToBringWhatIsNotThere) {
  EXPECT_NE(Find("owner/name@v1").find("git clone --depth 1 --branch v1 https://github.com/owner/name "),
            std::string::npos);
}

TEST_F(RemoteThemeTest, AnotherVersionAsksForAnotherLock) {
  machine_.files.Put("/site/_vendor/remote-theme/owner/name/_layouts/default.html", "");
  EXPECT_NE(Find("owner/name").find("There is no _vendor/remote-theme.lock"), std::string::npos);
  machine_.files.Put("/site/_vendor/remote-theme.lock", std::string("owner/name@v1: ") + kCommit + "\n");
  EXPECT_NE(Find("owner/name@v2").find("names no commit of owner/name@v2"), std::string::npos);
}

TEST_F(RemoteThemeTest, NamesNothingOutsideOfItsFolder) {
  for (const char* name : {"owner", "a/b/c", "owner/..", "../x", "https://example.org/owner/name", "owner/name@"}) {
    EXPECT_EQ(Find(name), "none") << name;
  }
}

}  // namespace
}  // namespace tincture::engine
