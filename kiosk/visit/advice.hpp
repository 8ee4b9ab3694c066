// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "i18n/message.hpp"
#include "procedure/question.hpp"

namespace guichet::visit {

/// What to do when a required question was left empty: one sentence that fits how it is answered.
i18n::Message advice(const procedure::Question& question);

/// The list holds as many items as it may.
i18n::Message too_many(long most);

/// On the check page, beside a question without its answer.
i18n::Message missing();

} // namespace guichet::visit
