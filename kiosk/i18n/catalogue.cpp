// SPDX-License-Identifier: GPL-3.0-or-later
#include "i18n/catalogue.hpp"

#include "base/files.hpp"
#include "i18n/isolate.hpp"
#include "i18n/spaces.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <locale>
#include <map>
#include <vector>

#include <boost/locale/gnu_gettext.hpp>

namespace guichet::i18n {

namespace {

namespace gettext = boost::locale::gnu_gettext;
using Facet = boost::locale::message_format<char>;

constexpr std::size_t largest_catalogue = 8U << 20U;
constexpr const char* countries_folder = "/usr/share/locale"; // Debian's iso-codes
constexpr const char* countries_domain = "iso_3166-1";

const char* name_of(Domain domain) {
    switch (domain) {
    case Domain::Ui:
        return "ui";
    case Domain::Forms:
        return "forms";
    case Domain::Countries:
        return countries_domain;
    case Domain::Verbatim:
        break;
    }
    return "";
}

/// Compiled catalogues by domain.
using Files = std::map<std::string, std::string>;

Result<Files> read_files(const std::filesystem::path& folder, const Language& language) {
    Files files;
    for (const auto domain : {Domain::Ui, Domain::Forms}) {
        if (language == french())
            continue;
        const auto file = folder / language.code / (std::string(name_of(domain)) + ".mo");
        auto bytes = read_file(file, largest_catalogue);
        if (!bytes)
            return tl::unexpected(bytes.error());
        files[name_of(domain)] = std::move(*bytes);
    }
    // English names are the source of ISO 3166-1: no catalogue, and without the package they stay.
    const auto countries = std::filesystem::path(countries_folder) / language.code / "LC_MESSAGES" /
                           (std::string(countries_domain) + ".mo");
    if (auto bytes = read_file(countries, largest_catalogue))
        files[countries_domain] = std::move(*bytes);
    return files;
}

/// "{name}" replaced by each argument, in one pass: what an argument says is never replaced again.
std::string filled(std::string_view text, const Message& message, Direction direction) {
    std::string result;
    while (!text.empty()) {
        const auto open = text.find('{');
        const auto close = open == std::string_view::npos ? open : text.find('}', open);
        if (close == std::string_view::npos)
            break;
        const auto name = text.substr(open + 1, close - open - 1);
        const auto argument = std::ranges::find_if(message.arguments, [&](const auto& one) {
            return one.first == name;
        });
        const bool known = argument != message.arguments.end();
        result += text.substr(0, known ? open : open + 1);
        if (known)
            result +=
                direction == Direction::RightToLeft ? isolated(argument->second) : argument->second;
        text.remove_prefix(known ? close + 1 : open + 1);
    }
    result += text;
    return result;
}

/// Digits in groups of three: "9842" → "9 842".
std::string grouped(std::uint64_t number, std::string_view separator) {
    const auto digits = std::to_string(number);
    std::string result;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0)
            result += separator;
        result += digits[i];
    }
    return result;
}

std::uint64_t magnitude(std::int64_t number) {
    const auto bits = static_cast<std::uint64_t>(number);
    return number < 0 ? ~bits + 1 : bits;
}

std::string_view group_separator(const Language& language) {
    return language.code == "en" ? "," : "\u202F";
}

} // namespace

struct Catalogue::Texts {
    std::locale locale; ///< owns the facet; never made global

    const char* find(const Message& message) const {
        const auto& facet = std::use_facet<Facet>(locale);
        const int domain = facet.domain(name_of(message.domain));
        if (domain < 0)
            return nullptr;
        if (message.plural.empty())
            return facet.get(domain, nullptr, message.id.c_str());
        return facet.get(domain, nullptr, message.id.c_str(), static_cast<int>(message.count));
    }
};

Catalogue::Catalogue() : m_language(&french()) {}

Result<Catalogue> Catalogue::load(const std::filesystem::path& folder, const Language& language) {
    auto files = read_files(folder, language);
    if (!files)
        return tl::unexpected(files.error());
    Catalogue catalogue;
    catalogue.m_language = &i18n::language(language.code);
    gettext::messages_info info;
    info.language = language.code;
    info.encoding = "UTF-8";
    info.paths = {""};
    for (const auto& [domain, bytes] : *files)
        info.domains.emplace_back(domain);
    info.callback = [&](const std::string& name, const std::string&) {
        const auto file = files->find(std::filesystem::path(name).stem());
        return file == files->end() ? std::vector<char>{}
                                    : std::vector<char>(file->second.begin(), file->second.end());
    };
    try {
        auto* facet = gettext::create_messages_facet<char>(info);
        catalogue.m_texts =
            std::make_shared<const Texts>(Texts{std::locale(std::locale::classic(), facet)});
    } catch (const std::exception& error) {
        return fail(Error::Kind::Invalid, std::string("catalogue: ") + error.what());
    }
    return catalogue;
}

std::string Catalogue::text(const Message& message) const {
    if (message.empty()) // gettext keeps a catalogue's header under the empty id
        return {};
    const auto direction = m_language->direction;
    const bool mirrored = direction == Direction::RightToLeft;
    if (message.domain == Domain::Verbatim)
        return mirrored ? isolated(message.id) : message.id;
    const char* translated = m_texts ? m_texts->find(message) : nullptr;
    if (translated != nullptr && *translated != '\0') {
        const auto words = with_no_break_spaces(translated);
        return filled(mirrored ? with_figures_isolated(words) : words, message, direction);
    }
    const bool plural = !message.plural.empty() && std::abs(message.count) > 1;
    return filled(with_no_break_spaces(plural ? message.plural : message.id), message, direction);
}

// NOLINTNEXTLINE(readability-convert-member-functions-to-static): the same in every language today
std::string Catalogue::date(Date date) const {
    std::array<char, 32> text{};
    const auto length = std::snprintf(
        text.data(),
        text.size(),
        "%02u/%02u/%04d",
        static_cast<unsigned>(date.day()),
        static_cast<unsigned>(date.month()),
        static_cast<int>(date.year())
    );
    return {text.data(), static_cast<std::size_t>(length)};
}

// NOLINTNEXTLINE(readability-convert-member-functions-to-static): the same in every language today
std::string Catalogue::month(Month month) const {
    std::array<char, 32> text{};
    const auto length = std::snprintf(
        text.data(),
        text.size(),
        "%02u/%04d",
        static_cast<unsigned>(month.month()),
        static_cast<int>(month.year())
    );
    return {text.data(), static_cast<std::size_t>(length)};
}

std::string Catalogue::money(std::int64_t cents) const {
    const bool english = m_language->code == "en";
    const auto amount = magnitude(cents);
    std::string text = grouped(amount / 100, group_separator(*m_language));
    if (amount % 100 != 0) {
        const auto rest = std::to_string(amount % 100);
        text += english ? "." : ",";
        text += rest.size() < 2 ? "0" + rest : rest;
    }
    text = english ? "€" + text : text + "\u00A0€";
    return cents < 0 ? "-" + text : text;
}

std::string Catalogue::number(std::int64_t number) const {
    auto text = grouped(magnitude(number), group_separator(*m_language));
    return number < 0 ? "-" + text : text;
}

} // namespace guichet::i18n
