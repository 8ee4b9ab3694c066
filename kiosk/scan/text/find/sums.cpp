// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/find/sums.hpp"

#include "scan/sum.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <optional>
#include <utility>

namespace guichet::scan {

namespace {

constexpr std::size_t most_options = 6; ///< for one amount
constexpr double least_amount = 0.01;
constexpr double cost_of_other = 1;
constexpr double cost_of_disorder = 0.5;

/// Every amount of a label's places, and what stands under it.
void add_amounts(
    const PageText& page,
    const Box& label,
    const std::vector<Place>& places,
    std::vector<FoundValue>& all
) {
    for (const auto& place : places)
        for (auto& value : extract_all("money", place.words)) {
            auto under = extract("money", page.under(value.box));
            all.push_back({std::move(value), place.link, label});
            if (under)
                all.push_back({std::move(*under), place.link, label});
        }
}

/// In reading order.
bool is_before(const Box& a, const Box& b) {
    const int drop = middle_of(b) - middle_of(a);
    return std::abs(drop) * 2 > std::min(a.height, b.height) ? drop > 0 : a.x < b.x;
}

class Settling {
public:
    Settling(const Sum& sum, const PageText& page, const Others& others, Found& found)
        : m_page(page), m_others(others), m_found(found), m_falls(sum.falls) {
        m_names.push_back(sum.total);
        m_parts.push_back(sum.total);
        for (const auto& part : sum.of) {
            m_names.push_back(part_name(part));
            m_parts.push_back(part);
        }
    }

    void run() {
        fill();
        std::vector<const FoundValue*> taken;
        for (const auto& name : m_names) {
            const auto found = m_found.find(name);
            if (found == m_found.end())
                return;
            taken.push_back(&found->second);
        }
        if (is_nothing(rest(taken))) {
            if (exchange())
                return;
            for (const auto& name : m_names)
                if (m_filled != name) {
                    m_found[name].link = 1;
                    m_found[name].one_of_many = false; // the others prove it
                }
            return;
        }
        for (const auto& name : m_names)
            m_found[name].link = std::min(m_found[name].link, most_otherwise);
        search();
    }

private:
    /// Puts two parts in the order of their size, where the first is always the larger one: taxes
    /// are less than what they are on. Whether it had to.
    bool exchange() {
        if (!m_falls || m_names.size() != 3)
            return false;
        auto& larger = m_found[m_names[1]];
        auto& smaller = m_found[m_names[2]];
        if (amount_in(larger.extract.value) >= amount_in(smaller.extract.value))
            return false;
        std::swap(larger, smaller);
        larger.link = std::min(larger.link, most_otherwise);
        smaller.link = std::min(smaller.link, most_otherwise);
        return true;
    }

    /// What is left over by the total, or taken from it by a part.
    double amount(std::size_t i, const FoundValue& found) const {
        const double printed = amount_in(found.extract.value);
        return i == 0 ? printed : -part_amount(m_parts[i], printed);
    }

    double rest(const std::vector<const FoundValue*>& taken) const {
        double sum = 0;
        for (std::size_t i = 0; i < taken.size(); ++i)
            sum += amount(i, *taken[i]);
        return sum;
    }

    /// The one amount that is missing, where the page has what it must be.
    void fill() {
        double sum = 0;
        std::optional<std::size_t> missing;
        for (std::size_t i = 0; i < m_names.size(); ++i) {
            const auto found = m_found.find(m_names[i]);
            if (found != m_found.end())
                sum += amount(i, found->second);
            else if (missing)
                return; // two are
            else
                missing = i;
        }
        if (!missing)
            return;
        const double wanted = *missing == 0 ? -sum : sum * part_sign(m_parts[*missing]);
        auto printed = wanted < least_amount ? std::nullopt : printed_amount(wanted);
        if (!printed)
            return;
        m_filled = m_names[*missing];
        m_found[m_filled] = {.extract = std::move(*printed), .link = most_otherwise, .label = {}};
    }

    std::optional<Extract> printed_amount(double wanted) const {
        for (const auto& row : m_page.rows())
            for (auto& value : extract_all("money", row))
                if (is_nothing(amount_in(value.value) - wanted) && !is_taken(value.box))
                    return std::move(value);
        return std::nullopt;
    }

    bool is_taken(const Box& box) const {
        return std::ranges::any_of(m_found, [&](const auto& entry) {
            return entry.second.extract.box == box;
        });
    }

    std::vector<const FoundValue*> options(const std::string& name) const {
        std::vector<const FoundValue*> all{&m_found.at(name)};
        const auto others = m_others.find(name);
        if (others == m_others.end())
            return all;
        for (const auto& other : others->second) {
            const bool known = std::ranges::any_of(all, [&](const FoundValue* one) {
                return one->extract.box == other.extract.box;
            });
            const bool is_amount = std::abs(amount_in(other.extract.value)) >= least_amount;
            if (!known && is_amount && all.size() < most_options)
                all.push_back(&other);
        }
        return all;
    }

    /// The cheapest choice that adds up; none when two are as cheap.
    void search() {
        for (const auto& name : m_names)
            m_options.push_back(options(name));
        choose(0, 0);
        if (m_best.empty() || m_is_open)
            return;
        std::vector<FoundValue> best;
        for (const auto* candidate : m_best)
            best.push_back(*candidate);
        for (std::size_t i = 0; i < m_names.size(); ++i) {
            best[i].link = std::min(best[i].link, most_otherwise);
            m_found[m_names[i]] = std::move(best[i]);
        }
    }

    void choose(std::size_t index, double cost) {
        if (index < m_names.size()) {
            for (std::size_t i = 0; i < m_options[index].size(); ++i) {
                m_taken.push_back(m_options[index][i]);
                choose(index + 1, cost + (i == 0 ? 0 : cost_of_other));
                m_taken.pop_back();
            }
            return;
        }
        if (!is_nothing(rest(m_taken)) || is_one_twice())
            return;
        cost += cost_of_disorder * disorder();
        if (cost > m_cost || (cost == m_cost && !m_is_open && are_best()))
            return;
        m_is_open = cost == m_cost;
        m_cost = cost;
        m_best = m_taken;
    }

    /// Whether the best so far are the same amounts, printed elsewhere.
    bool are_best() const { return std::ranges::equal(m_taken, m_best, {}, &value_of, &value_of); }

    static const std::string& value_of(const FoundValue* found) { return found->extract.value; }

    bool is_one_twice() const {
        for (std::size_t i = 0; i < m_taken.size(); ++i)
            for (std::size_t k = i + 1; k < m_taken.size(); ++k)
                if (m_taken[i]->extract.box == m_taken[k]->extract.box)
                    return true;
        return false;
    }

    /// How many amounts stand in another order than their words.
    int disorder() const {
        int count = 0;
        for (std::size_t i = 0; i < m_taken.size(); ++i)
            for (std::size_t k = i + 1; k < m_taken.size(); ++k)
                count += is_before(m_taken[i]->label, m_taken[k]->label) !=
                                 is_before(m_taken[i]->extract.box, m_taken[k]->extract.box)
                             ? 1
                             : 0;
        return count;
    }

    const PageText& m_page;
    const Others& m_others;
    Found& m_found;
    bool m_falls;
    std::vector<std::string> m_names;
    std::vector<std::string> m_parts; ///< with their minus
    std::string m_filled;
    std::vector<std::vector<const FoundValue*>> m_options;
    std::vector<const FoundValue*> m_taken;
    std::vector<const FoundValue*> m_best;
    double m_cost{std::numeric_limits<double>::infinity()};
    bool m_is_open{false};
};

} // namespace

Others others_of(const PageText& page, const Kind& kind, const Labels& labels, const Sum& sum) {
    Others others;
    for (const auto& field : kind.fields) {
        const bool is_part = std::ranges::any_of(sum.of, [&](const std::string& part) {
            return part_name(part) == field.name;
        });
        if (!is_part && field.name != sum.total)
            continue;
        for (const auto& phrase : field.near)
            for (const auto& label : page.find(phrase))
                add_amounts(page, label, labels.places(label, field), others[field.name]);
    }
    return others;
}

void settle(const Sum& sum, const PageText& page, const Others& others, Found& found) {
    Settling(sum, page, others, found).run();
}

} // namespace guichet::scan
