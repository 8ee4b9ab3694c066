// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/site/offer.hpp"

#include "app/site/pin.hpp"
#include "base/files.hpp"
#include "i18n/locales.hpp"
#include "procedure/load.hpp"
#include "procedure/type.hpp"
#include "text/paragraph.hpp"

#include <algorithm>

namespace guichet::app {

namespace {

namespace fs = std::filesystem;
using Procedures = std::vector<std::shared_ptr<const procedure::Procedure>>;

std::vector<fs::path> procedure_files(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error))
        if (auto file = entry.path() / "procedure.yaml"; fs::exists(file, error))
            files.push_back(std::move(file));
    std::ranges::sort(files);
    return files;
}

void add(Mistakes& mistakes, const std::vector<procedure::Problem>& problems) {
    for (const auto& problem : problems)
        mistakes.push_back(to_text(problem));
}

Procedures load_procedures(Mistakes& mistakes) {
    const auto forms = data_folder() / "forms";
    Procedures procedures;
    const auto kinds = procedure::load_kinds(forms / "documents");
    if (!kinds) {
        add(mistakes, kinds.error());
        return procedures;
    }
    for (const auto& file : procedure_files(forms / "procedures")) {
        const auto yaml = read_file(file, std::size_t{4} << 20);
        if (!yaml) {
            mistakes.push_back(file.string() + ":1:1: error: " + yaml.error().detail);
            continue;
        }
        auto procedure = procedure::load_procedure(*yaml, file.string(), *kinds);
        if (procedure)
            procedures.push_back(std::move(*procedure));
        else
            add(mistakes, procedure.error());
    }
    if (procedures.empty() && mistakes.empty())
        mistakes.push_back((forms / "procedures").string() + ":1:1: error: no procedure there");
    return procedures;
}

std::map<std::string, i18n::Catalogue> load_words(const Site& site, Mistakes& mistakes) {
    std::map<std::string, i18n::Catalogue> words;
    for (const auto& language : i18n::languages()) {
        const bool source = language == i18n::french();
        const bool wanted =
            site.languages.empty() ||
            std::ranges::find(site.languages, language.code) != site.languages.end();
        if (!source && !wanted)
            continue;
        auto catalogue = i18n::Catalogue::load(i18n::locales_folder(), language);
        if (catalogue)
            words.emplace(language.code, std::move(*catalogue));
        else
            mistakes.push_back(
                i18n::locales_folder().string() + ":1:1: error: no catalogue for " + language.code
            );
    }
    return words;
}

std::unique_ptr<procedure::Places> load_places(Mistakes& mistakes) {
    const auto folder = data_folder() / "forms" / "geo";
    auto places = procedure::Places::load(folder, {.locales = i18n::locales_folder()});
    if (places)
        return std::make_unique<procedure::Places>(std::move(*places));
    mistakes.push_back(folder.string() + ":1:1: error: " + places.error().detail);
    return nullptr;
}

std::shared_ptr<const visit::Offer> make_offer(
    const Site& site, Procedures procedures, const std::map<std::string, i18n::Catalogue>& words
) {
    auto offer = std::make_shared<visit::Offer>();
    offer->site = site.name;
    offer->place = site.place;
    offer->contacts = site.contacts;
    offer->procedures = std::move(procedures);
    offer->words = words;
    offer->idle = site.idle;
    offer->countdown = site.countdown;
    offer->escalation = site.escalation;
    offer->can_scan = site.scanner.kind != scan::Scanner::Kind::None;
    offer->can_print = site.printer.has_value();
    offer->can_save = !site.save_folder.empty();
    offer->has_pin = !site.pin_file.empty() && read_pin(site.pin_file);
    return offer;
}

} // namespace

const i18n::Catalogue& Stock::words_in(const std::string& code) const {
    const auto found = words.find(code);
    return found != words.end() ? found->second : words.at(i18n::french().code);
}

const i18n::Catalogue* Stock::beside_words(const visit::Visit& visit) const {
    return visit.beside ? &words_in(visit.beside->language) : nullptr;
}

namespace {

/// The Debian package of a font we need.
const char* package_of(const std::string& font) {
    if (font == "Andika")
        return "fonts-sil-andika";
    return font == "Material Icons" ? "fonts-material-design-icons-iconfont" : "fonts-noto-core";
}

} // namespace

tl::expected<Stock, Mistakes> load_stock(const Site& site) {
    Mistakes mistakes;
    for (const auto& font : text::missing_fonts())
        std::fprintf(
            stderr,
            "guichet: the font %s is missing, another one stands in: install %s\n",
            font.c_str(),
            package_of(font)
        );
    Stock stock;
    stock.places = load_places(mistakes);
    if (stock.places)
        procedure::use_places(*stock.places);
    stock.words = load_words(site, mistakes);
    auto procedures = load_procedures(mistakes);
    if (!mistakes.empty())
        return tl::unexpected(mistakes);
    stock.offer = make_offer(site, std::move(procedures), stock.words);
    return stock;
}

} // namespace guichet::app
