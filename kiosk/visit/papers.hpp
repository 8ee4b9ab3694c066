// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "visit/visit.hpp"

#include <string>
#include <vector>

namespace guichet::visit {

// Which paper the scanner is for, and which questions a paper answers by itself. Private to this
// folder.

/// The papers still to show; all of them once each was shown.
std::vector<std::string> kinds_needed(const Visit& visit);

/// The documents that can answer a question: the first word of each field it reads.
std::vector<std::string> kinds_of(const procedure::Question& question);

bool can_be_scanned(const procedure::Question& question);

/// The question that asks for the document itself; nullptr when the scanner serves other questions.
const procedure::Question* document_asked(const Visit& visit);

bool is_wrong_document(const Visit& visit, const procedure::Reading& reading);

/// Some question of the procedure, asked now or not, can be answered by this kind.
bool is_read_by_any(const Visit& visit, const std::string& kind);

/// The paper answers the question that asked for it, and any other that asks for its kind: those
/// only when nothing is wrong with it, since nobody asked the person.
bool takes_paper(
    const Visit& visit, const procedure::Stop& stop, const procedure::Reading& reading
);

/// Keeps the document, and as a paper for the questions it answers.
void take_in(Visit& visit, const procedure::Reading& reading);

/// Pictures that cannot be read again: the reader that had them is gone, or has let that one go.
void forget_originals(Visit& visit, Error::Kind why);

} // namespace guichet::visit
