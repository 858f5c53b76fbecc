// SettingsPrint: one fingerprint of what every unit may hang on without having read it by a key (engine/trace/trace.h):
// settings, time zone, theme, the folders of includes. Where it changes, everything renders.
#pragma once

#include "engine/model/site.h"
#include "engine/trace/fingerprint.h"

namespace tincture::engine {

// Of a site that is read and generated.
Fingerprint SettingsPrint(const Site& site);

// Of all but `quiet`, which shows nowhere but in a template that asks for it, and then a key tells.
Fingerprint PrintOfSettings(const Hash& settings);

}  // namespace tincture::engine
