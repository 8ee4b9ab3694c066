// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.hpp"
#include "i18n/message.hpp"

namespace guichet::ui {

/// What was being done when the outside failed.
enum class Doing { Scan, Sheet, Print, Save };

/// One honest sentence on what happened, for each kind of failure.
i18n::Message trouble(Doing doing, Error::Kind why);
/// What the person can do now.
i18n::Message remedy(Doing doing, Error::Kind why);

} // namespace guichet::ui
