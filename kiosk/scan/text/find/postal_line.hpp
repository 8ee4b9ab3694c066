// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/text/match.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace guichet::scan {

/// "l'Assurance" over "Maladie", "ALLOC." over "FAMILIALES": the sign of a service whose offices
/// have names of their own, "CPAM de l'Aude".
bool is_emblem(const Words& words);

} // namespace guichet::scan

/// What one line says that may be of an address, and how lines stand to each other.
namespace guichet::scan::postal {

using Line = PageText::Run;

/// Adds its words.
void append(Words& words, const Line& line);

bool has_digits(const Line& line);

/// Whether a colon is in it.
bool has_label(const Line& line);

/// "Mme Anne DURAND", "M ET MME DURAND": a title and words without figures.
bool is_person(const Line& line);

/// "OU MME Anne DURAND", "ET DURAND Anne".
bool is_second_person(const Line& line);

/// "NÉE BELMAHJOUB", "VEUVE HARDOUIN".
bool is_other_name(const Line& line);

/// "38000 GRENOBLE", "5 avenue Foch - 38000 GRENOBLE CEDEX 9".
bool has_town(const Line& line);

/// Not only signs and figures.
bool has_words(const Line& line);

/// Whether one of its words is one of those.
bool has_any_of(const Line& line, std::span<const std::string_view> folded);

/// "Bâtiment B", "Résidence des Frégates".
bool names_a_building(std::string_view folded);

/// "12 rue des Lilas", "Bâtiment B": it goes before no address of its own.
bool is_of_street(const Line& line);

/// "Adresse", "Service clients".
bool is_head_of_cell(const Line& line);

/// "Caisse primaire d'assurance maladie de l'Aude"; not "Caisse" over its name.
bool is_fund(const Line& line);

/// "alternis l'intérim de proximité": a sign and what it stands for.
bool is_slogan(const Line& line);

/// Whether one stands right above the other: both begin or end at one place or have one middle.
bool is_above(const Line& upper, const Line& lower);

/// The nearest line above; null when there is none.
const Line* row_above(const std::vector<Line>& lines, const Line& lower);

} // namespace guichet::scan::postal
