// Jekyll::Utils.pluralized_array_from_hash: what `tag` or `tags` say.
#pragma once

#include "liquid/support/arena.h"
#include "liquid/support/symbol.h"
#include "liquid/value/hash.h"
#include "liquid/value/value.h"

namespace tincture::text {

// The value under `singular` where it is neither nil nor false, else that under `plural`: a string is split at white
// space, an array taken as it is. Flattened, without nils; in `arena`.
Value PluralizedArray(const Hash& hash, const Symbol& singular, const Symbol& plural, Arena& arena);

}  // namespace tincture::text
