// Flattens a nested CSS tree as libsass and Ruby Sass do it: rules come out of rules, and what cannot stand inside a
// rule (@media, @supports, @at-root) takes a copy of the rule into itself and comes out too ("bubbles").
#pragma once

#include "compat/sass/output/css_tree.h"
#include "liquid/support/arena.h"

namespace tincture::compat::sass {

CssNode* Cssize(Arena& arena, CssNode* root);

}  // namespace tincture::compat::sass
