// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/find/running_text.hpp"

#include "scan/text/fold.hpp"
#include "scan/text/format/build.hpp"
#include "scan/text/format/spelled.hpp"
#include "scan/text/letters.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>
#include <limits>
#include <string_view>

namespace guichet::scan {

namespace {

constexpr int most_shift = 3;         ///< heights of a label, of a number below behind its end
constexpr int most_words_between = 4; ///< a label and its number

bool is_next_to(const Box& box, const Box& next) {
    const int gap = gap_between(box, next);
    return gap >= -box.height / 2 && gap < box.height;
}

/// "Code client", "N° employeur".
bool names_a_number(std::string_view folded) {
    constexpr std::array<std::string_view, 7> numbers{
        "code", "n", "no", "numero", "compte", "ref", "reference"};
    return std::ranges::find(numbers, folded) != numbers.end();
}

/// "de bonne", "par l'employeur": what names nobody.
bool is_link(std::string_view folded) {
    constexpr std::array<std::string_view, 6> links{"de", "du", "des", "par", "en", "au"};
    return std::ranges::find(links, folded) != links.end();
}

/// "Registre n° 1", "art. n° 4", "signée à Vienne le", "ALD jusqu'au": what is not asked for has
/// that number or day.
bool names_another(std::string_view folded) {
    constexpr std::array<std::string_view, 10> others{
        "registre",
        "article",
        "art",
        "feuillet",
        "feuille",
        "page",
        "volume",
        "loi",
        "vienne",
        "ald"};
    return std::ranges::find(others, folded) != others.end();
}

/// "livret de famille délivré le": what is told of has papers of its own.
bool names_other_paper(std::string_view folded) {
    constexpr std::array<std::string_view, 6> papers{
        "livret", "passeport", "carte", "permis", "visa", "titre"};
    return std::ranges::find(papers, folded) != papers.end();
}

/// "10 salariés": so many, no label. Boxes of forms are numbered with one figure mostly.
bool is_count(std::string_view folded) {
    return folded.size() >= 2 && std::ranges::all_of(folded, is_digit);
}

/// "Total versé employeur :" names an amount.
bool is_of_sum(std::string_view folded) {
    constexpr std::array<std::string_view, 6> sums{
        "total", "verse", "cout", "part", "charges", "cotisations"};
    return std::ranges::find(sums, folded) != sums.end();
}

bool may_lead_label(std::string_view folded) {
    constexpr std::array<std::string_view, 9> polite{
        "votre", "vos", "notre", "nos", "mon", "mes", "son", "est", "particulier"};
    return std::ranges::find(polite, folded) != polite.end();
}

/// Letters only, at least three.
bool is_plain_word(const Word& word) {
    return word.folded.size() >= 3 &&
           std::ranges::all_of(word.folded, [](char c) { return c >= 'a' && c <= 'z'; });
}

/// "UTILISATRICE :" of "Entreprise utilisatrice :", a longer label.
bool leads_to_colon(const Words& words) {
    constexpr std::size_t most_words = 3;
    for (std::size_t i = 0; i < std::min(words.size(), most_words); ++i)
        if (words[i]->text.ends_with(':'))
            return true;
    return false;
}

/// Whether nothing else stands in its run.
bool is_whole_run(const PageText& page, const Box& box) {
    return std::ranges::any_of(page.runs(), [&](const PageText::Run& run) {
        return same_level(run.box, box) && std::abs(run.box.x - box.x) < box.height / 2 &&
               std::abs(right_edge(run.box) - right_edge(box)) < box.height / 2;
    });
}

/// "Adresse", "Statut professionnel :": what another cell of the paper is headed by.
bool is_heading(const Extract& value) {
    const auto letters = fold(value.value);
    return value.value.ends_with(':') || heads_a_cell(letters) || is_english_label(letters);
}

/// "N° Pajemploi : Y2 40817736 5" under "Employeur".
bool is_labelled_number(const Words& words) {
    return words.front()->folded == "n" && leads_to_colon(words);
}

/// "votre caisse", which names none.
bool is_polite(const Words& words) {
    constexpr std::size_t most_words = 2;
    return words.size() <= most_words && words.front()->folded == "votre";
}

/// "01/12/2025 et jusqu'au": a day, where words are looked for.
bool begins_with_day(const Words& words) {
    const auto day = extract("date", words);
    return day && day->box.x <= words.front()->box.x && same_level(day->box, words.front()->box);
}

/// "2 465,11": an amount with cents, where words are looked for.
bool begins_with_amount(const Words& words) {
    const auto amount = extract("money", words);
    return amount && amount->box.x <= words.front()->box.x &&
           same_level(amount->box, words.front()->box) &&
           std::ranges::any_of(words, [&](const Word* word) {
               return word->text.find(',') != std::string::npos &&
                      same_level(word->box, amount->box) && word->box.x < right_edge(amount->box);
           });
}

/// "La caisse de Mutualité sociale": running text, and "Entreprise utilisatrice" is another one.
bool is_part_of_more(const PageText& page, const Box& label) {
    constexpr std::size_t least_words = 3;
    constexpr std::array<std::string_view, 3> others{"utilisatrice", "utilisateur", "cliente"};
    const auto behind = page.behind(label);
    std::size_t joined = 0;
    Box end = label;
    for (; joined < behind.size() && is_next_to(end, behind[joined]->box); ++joined)
        end = behind[joined]->box;
    const bool linked = joined >= 2 && is_link(behind.front()->folded);
    if (linked || joined == 0 || !begins_small(behind.front()->text))
        return linked;
    return joined >= least_words ||
           std::ranges::find(others, behind.front()->folded) != others.end();
}

/// "Entreprise de travail temporaire", "Entreprise utilisatrice :": small words go on right behind
/// what looked like a label, or the rest of a longer one.
bool goes_on(const PageText& page, const Place& place, const Box& label) {
    if (!place.beside)
        return is_part_of_more(page, label);
    const auto& first = *place.words.front();
    const bool near = gap_between(label, first.box) < label.height;
    const bool led = begins_small(first.text) || is_link(first.folded);
    return near && (led || leads_to_colon(place.words));
}

/// "DUES PAR" over "L'EMPLOYEUR".
bool is_led_from_above(const PageText& page, const Box& label) {
    return std::ranges::any_of(page.runs(), [&](const PageText::Run& run) {
        const int gap = label.y - run.box.y - run.box.height;
        return gap > -label.height / 2 && gap < label.height &&
               std::abs(run.box.x - label.x) < 2 * label.height &&
               is_link(run.words.back()->folded);
    });
}

bool has_amount(const PageText::Run& run) {
    return extract("money", run.words).has_value();
}

/// "CUMUL BRUT" over its amount: it heads that cell alone, not the others level with it.
bool has_own_amount(const PageText& page, const Word& first) {
    const auto amount = extract("money", page.under(first.box));
    return amount && amount->value.find(',') != std::string::npos;
}

/// "pour le compte de l'employeur, en application", "à votre employeur.": it announces nothing. At
/// the beginning of a line "Le propriétaire, DURAND Anne" does.
bool ends_in_sentence(const Words& level, const Box& label) {
    constexpr std::size_t longest_abbreviation = 5;
    return std::ranges::any_of(level, [&](const Word* word) {
        const bool stop = word->text.ends_with('.') && word->folded.size() > longest_abbreviation;
        const bool comma = word->text.ends_with(',') && (level.front()->box.x != label.x ||
                                                         !begins_with_capital(level.front()->text));
        return right_edge(word->box) == right_edge(label) && (stop || comma);
    });
}

/// Whether an amount stands under "Nombre d'heures", the head of its column.
bool is_under_hours(const PageText& page, const Box& amount) {
    constexpr int most_rows = 30;
    return std::ranges::any_of(page.runs(), [&](const PageText::Run& run) {
        const bool heads = std::ranges::any_of(run.words, [&](const Word* head) {
            const int drop = amount.y - head->box.y;
            return (head->folded == "heures" || head->folded == "dheures") &&
                   drop > head->box.height && drop < most_rows * head->box.height &&
                   overlap_across(amount, head->box);
        });
        return heads && !has_amount(run); // asked last: it takes the longest
    });
}

bool is_of_year(std::string_view folded) {
    constexpr std::array<std::string_view, 5> years{
        "annee", "lannee", "annuel", "annuels", "annuelle"};
    return std::ranges::find(years, folded) != years.end();
}

/// "Année" of a row of sums; "Année 1998" says which one.
bool heads_year(const Words& row) {
    return is_of_year(row.front()->folded) &&
           !(row.size() > 1 && is_next_to(row[0]->box, row[1]->box) && has_digit(row[1]->text));
}

/// "MONTANT IMPOSABLE DE L'ANNÉE".
bool goes_on_with_year(const PageText& page, const Box& label) {
    Box end = label;
    for (const auto* word : page.behind(label)) {
        if (!is_next_to(end, word->box) || has_digit(word->text))
            return false;
        if (is_of_year(word->folded))
            return true;
        end = word->box;
    }
    return false;
}

/// The next heading below amounts that stand under a head.
int end_of_column(const PageText& page, const Box& head) {
    int end = std::numeric_limits<int>::max();
    for (const auto& run : page.runs())
        if (run.box.y - head.y > 2 * head.height && share_place(run.box, head) &&
            is_plain_word(*run.words.front()) && !has_amount(run))
            end = std::min(end, run.box.y);
    return end;
}

/// "D'EMPLOI" of "PÉRIODE D'EMPLOI".
bool is_elided(const Words& level, const Box& label) {
    return std::ranges::any_of(level, [&](const Word* word) {
        return word->box.x == label.x && word->box.width <= label.width &&
               behind_elision(word->text) && fold(word->text).starts_with('d');
    });
}

/// The words before a label without a gap between them, from the nearest on.
Words joined_before(const Words& level, const Box& label) {
    Words before;
    Box next = label;
    for (const auto* word : Words(level.rbegin(), level.rend()))
        if (right_edge(word->box) <= label.x && is_next_to(word->box, next)) {
            before.push_back(word);
            next = word->box;
        }
    return before;
}

/// "la caisse" of "le directeur de la caisse", "employeur" of "N° Cesu employeur".
bool is_end_of_more(const Words& level, const Box& label) {
    const auto before = joined_before(level, label);
    const bool names = std::ranges::any_of(before, [](const Word* word) {
        return word->folded.starts_with("nom") || word->folded.starts_with("prenom");
    }); // "Nom et prénom(s) de la mère"
    if (before.size() < 2 || names)
        return false;
    const auto& first = before[0]->folded;
    const bool article = first == "la" || first == "le" || first == "les";
    return (article && is_link(before[1]->folded)) ||
           (is_plain_word(*before[0]) && names_a_number(before[1]->folded));
}

/// "quatre-vingt-dix-sept", "euros": the sum in words, before its figures.
bool is_of_spelled_sum(const Word& word) {
    return is_money_word(word.folded) || spelled_number(folded_words(word.text)).has_value();
}

/// "(548 jours ouverts au" before "16/03/2025": brackets that say something of their own.
bool is_in_remark(const Words& before) {
    constexpr std::ptrdiff_t least_words = 3;
    const auto last = std::ranges::find_if(before.rbegin(), before.rend(), [](const Word* word) {
        return word->text.find_first_of("()") != std::string::npos;
    });
    return last != before.rend() && (*last)->text.find(')') == std::string::npos &&
           std::distance(before.rbegin(), last) + 1 >= least_words;
}

bool leads(const Word& word) {
    return is_plain_word(word) && !may_lead_label(word.folded);
}

} // namespace

bool has_colon(const PageText& page, const Box& label) {
    return std::ranges::any_of(page.level_with(label), [&](const Word* word) {
        const bool leads = word->text.ends_with(':') && word->folded.empty(); // ".....:" too
        const bool behind = is_next_to(label, word->box) && (leads || word->text.starts_with(':'));
        const bool within = right_edge(word->box) == right_edge(label) && word->text.ends_with(':');
        return behind || within;
    });
}

bool is_led(const PageText& page, const Box& label) {
    const auto level = page.level_with(label);
    if (is_end_of_more(level, label))
        return true;
    const auto is_before = [&](const Word* word) { return is_next_to(word->box, label); };
    const auto is_behind = [&](const Word* word) { return is_next_to(label, word->box); };
    const auto behind = std::ranges::find_if(level, [&](const Word* word) {
        return right_edge(word->box) > label.x;
    });
    if (behind != level.begin() && is_before(*std::prev(behind)) &&
        is_count((*std::prev(behind))->folded) && !has_colon(page, label))
        return true;
    if ((is_led_from_above(page, label) && !has_colon(page, label)) ||
        ends_in_sentence(level, label) || is_elided(level, label))
        return true;
    return std::ranges::any_of(level, [&](const Word* word) {
        if (names_a_number(word->folded) && (is_before(word) || is_behind(word)))
            return true;
        return is_before(word) && (is_link(word->folded) || is_of_sum(word->folded) ||
                                   (leads(*word) && !has_colon(page, label)));
    });
}

bool is_in_date_of(const PageText& page, const Box& label) {
    constexpr int widest = 3; // heights, of a line that fills its column
    const auto words = page.within(label);
    if (letters_of(words) != "date")
        return false;
    if (words.front()->text.starts_with("daté"))
        return true;
    return std::ranges::any_of(page.level_with(label), [&](const Word* word) {
        const int gap = gap_between(word->box, label);
        return (word->text == "en" || word->text == "la") && gap >= 0 &&
               gap < widest * label.height;
    });
}

bool is_kind_of_date(const PageText& page, const Box& label) {
    const auto behind = page.behind(label);
    if (letters_of(page.within(label)) != "date" || behind.empty() ||
        !is_next_to(label, behind.front()->box))
        return false;
    if (is_link(behind.front()->folded))
        return true;
    if (!is_plain_word(*behind.front()))
        return false;
    const auto day = extract("date", behind);
    return !day || day->box.x > behind.front()->box.x; // "Date lundi 12"
}

bool is_date_in_prose(const PageText& page, const Box& date) {
    constexpr std::ptrdiff_t least_words = 3;
    const auto* run = page.run_around(date);
    if (run == nullptr)
        return false;
    const auto before = std::ranges::count_if(run->words, [&](const Word* word) {
        return right_edge(word->box) <= date.x && has_letter(word->text);
    });
    const bool goes_on = std::ranges::any_of(run->words, [&](const Word* word) {
        return word->box.x >= right_edge(date) && begins_small(word->text);
    });
    return before >= least_words && goes_on;
}

bool is_yet_to_come(const PageText& page, const Box& label) {
    return std::ranges::any_of(page.level_with(label), [&](const Word* word) {
        const int gap = gap_between(word->box, label);
        return word->box.x < label.x && gap < label.height &&
               (word->folded == "sera" || word->folded == "seront");
    });
}

bool is_late_in_sentence(const PageText& page, const Box& label) {
    constexpr std::ptrdiff_t least_words = 5;
    const auto own = page.within(label);
    if (own.empty() || !begins_small(own.front()->text))
        return false;
    const auto before = joined_before(page.level_with(label), label);
    const auto parted = std::ranges::find_if(before, [](const Word* word) {
        return word->folded.empty() || word->text.ends_with(':');
    }); // "Document à présenter à tout professionnel de santé – établi le"
    return parted - before.begin() >= least_words;
}

bool is_of_other_paper(const PageText& page, const Box& label) {
    return std::ranges::any_of(joined_before(page.level_with(label), label), [](const Word* word) {
        return names_other_paper(word->folded);
    });
}

bool is_of_another(const PageText& page, const Box& label) {
    return std::ranges::any_of(page.level_with(label), [&](const Word* word) {
        return names_another(word->folded) && is_next_to(word->box, label);
    });
}

bool is_not_of_month(const PageText& page, const Box& label) {
    if (goes_on_with_year(page, label))
        return true;
    const auto level = page.level_with(label);
    const bool own = std::ranges::any_of(extract_all("money", level), [&](const Extract& amount) {
        return right_edge(amount.box) < label.x; // "Cumul brut 2025 : 19 360,98" ends before it
    });
    const auto sums = std::ranges::count_if(level, [](const Word* word) {
        return word->folded.starts_with("cumul");
    }); // of more than one each says what it is of: "Cumul brut", "Net imposable", "Cumul net imp."
    const bool row = !own && sums < 2 && !level.empty() &&
                     right_edge(level.front()->box) <= label.x &&
                     (level.front()->folded.starts_with("cumul") || heads_year(level)) &&
                     !has_own_amount(page, *level.front());
    return row || std::ranges::any_of(level, [&](const Word* word) {
               const bool other = word->folded.starts_with("cumul") || word->folded == "acompte" ||
                                  word->folded == "avance";
               return other && is_next_to(word->box, label);
           });
}

bool is_of_something(const PageText& page, const Box& label) {
    return std::ranges::any_of(page.level_with(label), [&](const Word* word) {
        return is_next_to(word->box, label) && (word->folded == "de" || word->folded == "du");
    });
}

Words without_sums_of_year(const PageText& page, Words words) {
    constexpr int most_rows = 12; ///< below the head
    for (const auto& run : page.runs())
        if (run.words.front()->folded.starts_with("cumul") && !has_amount(run))
            std::erase_if(words, [&, end = end_of_column(page, run.box)](const Word* word) {
                const int drop = word->box.y - run.box.y;
                return drop > run.box.height / 2 && drop < 2 * most_rows * run.box.height &&
                       word->box.y < end && overlap_across(word->box, run.box);
            });
    return words;
}

Words without_hours(const PageText& page, Words words) {
    const auto amounts = extract_all("money", words);
    for (std::size_t i = 0; i + 1 < amounts.size(); ++i)
        if (const auto& box = amounts[i].box; is_under_hours(page, box))
            std::erase_if(words, [&](const Word* word) {
                return same_level(word->box, box) && word->box.x >= box.x &&
                       right_edge(word->box) <= right_edge(box);
            });
    return words;
}

bool leads_on(const PageText& page, const Box& value) {
    return std::ranges::any_of(page.level_with(value), [&](const Word* word) {
        const int gap = gap_between(value, word->box);
        return gap >= 0 && gap < 2 * value.height && begins_small(word->text) &&
               !is_born(word->folded);
    });
}

bool is_no_value(const PageText& page, const Extract& value, const Place& place, const Box& label) {
    return is_heading(value) || value.value.starts_with('(') || is_polite(place.words) ||
           is_labelled_number(place.words) || begins_with_amount(place.words) ||
           begins_with_day(place.words) || (goes_on(page, place, label) && !has_colon(page, label));
}

bool spans_days(const PageText& page, const Box& label) {
    const auto date = extract("date", page.behind(label));
    if (!date)
        return true; // the head of a column
    if (is_whole_run(page, around(label, date->box)))
        return true;
    return std::ranges::none_of(extract_all("day", page.level_with(label)), [&](const auto& day) {
        return day.box == date->box;
    });
}

bool is_past_first_day(const PageText& page, const Box& label, const Box& value) {
    return std::ranges::any_of(page.level_with(label), [&](const Word* word) {
        return word->folded == "au" && word->box.x >= right_edge(label) &&
               right_edge(word->box) <= value.x;
    });
}

bool is_in_sentence(const Extract& value, const Place& place, const Box& label) {
    if (!place.beside)
        return value.box.x > right_edge(label) + most_shift * label.height;
    Words before;
    std::ranges::copy_if(place.words, std::back_inserter(before), [&](const Word* word) {
        return right_edge(word->box) <= value.box.x;
    });
    while (!before.empty() && before.back()->folded.empty())
        before.pop_back(); // the sign of the amount
    const bool own_cell = !before.empty() && value.value.find(',') != std::string::npos &&
                          gap_between(before.back()->box, value.box) > 3 * label.height;
    const auto plain = std::ranges::count_if(before, [](const Word* word) {
        return is_plain_word(*word) && !is_of_spelled_sum(*word);
    });
    return !own_cell && (is_in_remark(before) || plain > most_words_between);
}

} // namespace guichet::scan
