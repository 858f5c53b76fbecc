// The factories of the standard tags, one file each.
#pragma once

#include <memory>

#include "liquid/exec/tag.h"

namespace tincture::liquid {

std::unique_ptr<Tag> MakeAssign(TagParser& parser);
std::unique_ptr<Tag> MakeBreak(TagParser& parser);
std::unique_ptr<Tag> MakeCapture(TagParser& parser);
std::unique_ptr<Tag> MakeCase(TagParser& parser);
std::unique_ptr<Tag> MakeComment(TagParser& parser);
std::unique_ptr<Tag> MakeContinue(TagParser& parser);
std::unique_ptr<Tag> MakeCycle(TagParser& parser);
std::unique_ptr<Tag> MakeDecrement(TagParser& parser);
std::unique_ptr<Tag> MakeFor(TagParser& parser);
std::unique_ptr<Tag> MakeIf(TagParser& parser);
std::unique_ptr<Tag> MakeIfchanged(TagParser& parser);
std::unique_ptr<Tag> MakeInclude(TagParser& parser);
std::unique_ptr<Tag> MakeIncrement(TagParser& parser);
std::unique_ptr<Tag> MakeRaw(TagParser& parser);
std::unique_ptr<Tag> MakeTablerow(TagParser& parser);
std::unique_ptr<Tag> MakeUnless(TagParser& parser);
// Liquid 5 only.
std::unique_ptr<Tag> MakeEcho(TagParser& parser);
std::unique_ptr<Tag> MakeInlineComment(TagParser& parser);
std::unique_ptr<Tag> MakeRender(TagParser& parser);

}  // namespace tincture::liquid
