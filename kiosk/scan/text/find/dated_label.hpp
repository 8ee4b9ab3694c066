// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/text/match.hpp"

namespace guichet::scan {

// What a label of a day dates: this paper, a period, or something that a sentence tells of.

/// "en date du 20 octobre", "à la date du", "daté et signé": of something a sentence tells of.
bool is_in_date_of(const PageText& page, const Box& label);

/// "Date du bail", "Date valeur": whether words right behind say which date it is.
bool is_kind_of_date(const PageText& page, const Box& label);

/// Whether a line goes on before a date and behind it.
bool is_date_in_prose(const PageText& page, const Box& date);

/// Whether a label is told of as yet to come: "sera établie le" dates no paper.
bool is_yet_to_come(const PageText& page, const Box& label);

/// Whether a label in small letters stands behind many words of its line: "Déclaration conjointe de
/// choix de nom faite le" dates something else than the paper.
bool is_late_in_sentence(const PageText& page, const Box& label);

/// "Livret de famille délivré le": whether another paper was.
bool is_of_other_paper(const PageText& page, const Box& label);

/// Whether "du" or "au" leads to a day of a period ("du 1er mars au 31 mars"), stands alone with
/// one, or heads a column; not "à compter du 1er mai".
bool spans_days(const PageText& page, const Box& label);

/// Whether "au" stands between a label and a value: the value ends a period whose first day was not
/// read.
bool is_past_first_day(const PageText& page, const Box& label, const Box& value);

} // namespace guichet::scan
