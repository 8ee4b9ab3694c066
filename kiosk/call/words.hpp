// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace guichet::call {

/// Why somebody is called: one of six pictograms, offered after the press and never required.
enum class Reason { None, NotUnderstood, ReadWithMe, Screen, Document, Rights, Unwell };

/// What a mediator can answer from a distance. There is no free text to the kiosk.
enum class Reply { Coming, TwoMinutes, SitDown };

/// How the kiosk ended a call.
enum class Outcome {
    Helped,      ///< somebody was there
    Cancelled,   ///< no longer needed
    Left,        ///< the person went elsewhere before anybody came
    Abandoned,   ///< the visit ended by itself
    Interrupted, ///< the kiosk lost the visit
};

/// How a person found their visit, and who did it: what they may say at the end, for anonymous
/// counts only (facts/mediation.md section 10, PRV-05).
enum class Mood { Good, Middling, Bad };
enum class Doer { Alone, Helped, InMyPlace };

/// What a mediator says of themselves; measured presence is another matter.
enum class Declared { Present, Busy, Absent };

/// Their names between processes: "not-understood", "two-minutes", "helped", "present".
std::string_view to_name(Reason reason);
std::string_view to_name(Reply reply);
std::string_view to_name(Outcome outcome);
std::string_view to_name(Declared declared);
std::string_view to_name(Mood mood); ///< "good", "middling", "bad"
std::string_view to_name(Doer doer); ///< "alone", "helped", "in-my-place"

std::optional<Reason> to_reason(std::string_view name);
std::optional<Reply> to_reply(std::string_view name);
std::optional<Outcome> to_outcome(std::string_view name);
std::optional<Declared> to_declared(std::string_view name);
std::optional<Mood> to_mood(std::string_view name);
std::optional<Doer> to_doer(std::string_view name);

} // namespace guichet::call
