// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/text/find/places.hpp"
#include "scan/text/format/format.hpp"

namespace guichet::scan {

// What looks like a label or a value may be words of a sentence.

/// "en date du 20 octobre", "à la date du", "daté et signé": of something a sentence tells of.
bool is_in_date_of(const PageText& page, const Box& label);

/// Whether a line goes on before a date and behind it.
bool is_date_in_prose(const PageText& page, const Box& date);

/// Whether a label in small letters stands behind many words of its line: "Déclaration conjointe de
/// choix de nom faite le" dates something else than the paper.
bool is_late_in_sentence(const PageText& page, const Box& label);

/// "Livret de famille délivré le": whether another paper was.
bool is_of_other_paper(const PageText& page, const Box& label);

/// Whether a label is told of as yet to come: "sera établie le" dates no paper.
bool is_yet_to_come(const PageText& page, const Box& label);

/// "Date du bail", "Date valeur": whether words right behind say which date it is.
bool is_kind_of_date(const PageText& page, const Box& label);

/// "Registre n° 1": whether words that say little follow what another thing is called.
bool is_of_another(const PageText& page, const Box& label);

/// Whether a colon stands behind a label.
bool has_colon(const PageText& page, const Box& label);

/// Whether another word stands right before a label: "Part salarié" names nobody. A colon behind it
/// tells a label all the same, but not after "par l'employeur" or "Code client", nor before "Client
/// n°".
bool is_led(const PageText& page, const Box& label);

/// Whether a label is of an amount or a day of the year or of an advance, not of the month: "Cumul"
/// begins its row or stands right before it.
bool is_not_of_month(const PageText& page, const Box& label);

/// "de l'impôt sur le revenu" of "CSG déductible de l'impôt sur le revenu": part of a longer label.
bool is_of_something(const PageText& page, const Box& label);

/// Without what stands in a column headed "Cumul": the sums of the year.
Words without_sums_of_year(const PageText& page, Words words);

/// The same without amounts under a head that tells hours, which others follow in their row.
Words without_hours(const PageText& page, Words words);

/// Whether small words go on where a value ends: "Il est écrit".
bool leads_on(const PageText& page, const Box& value);

/// Whether words found there are no value after all: the heading of another cell, an amount with
/// cents, what goes on a sentence ("Entreprise de travail temporaire") or a longer label
/// ("Entreprise utilisatrice :").
bool is_no_value(const PageText& page, const Extract& value, const Place& place, const Box& label);

/// Whether "du" or "au" leads to a day of a period ("du 1er mars au 31 mars"), stands alone with
/// one, or heads a column; not "à compter du 1er mai".
bool spans_days(const PageText& page, const Box& label);

/// Whether "au" stands between a label and a value: the value ends a period whose first day was not
/// read.
bool is_past_first_day(const PageText& page, const Box& label, const Box& value);

/// Whether a number stands in running text rather than behind or below its label: far behind the
/// beginning of a line below, or behind many words.
bool is_in_sentence(const Extract& value, const Place& place, const Box& label);

} // namespace guichet::scan
