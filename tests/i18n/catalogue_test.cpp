// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.hpp"
#include "i18n/catalogue.hpp"

#include <cstdint>
#include <cstdlib>
#include <limits>
#include <locale>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace guichet;
using i18n::Catalogue;
using i18n::Domain;

namespace {

const std::string po_head =
    "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n";

/// A folder of compiled catalogues of one language, gone at the end.
class Folder {
public:
    explicit Folder(
        const std::string& language, const std::string& header, const std::string& messages
    )
        : m_folder(std::filesystem::temp_directory_path() / "guichet-i18n-XXXXXX") {
        auto name = m_folder.string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        m_folder = name;
        std::filesystem::create_directory(m_folder / language);
        const auto po = m_folder / "messages.po";
        REQUIRE(write_file(po, po_head + header + messages));
        compile(po, m_folder / language / "ui.mo");
        compile(po, m_folder / language / "forms.mo");
    }
    ~Folder() {
        std::error_code error;
        std::filesystem::remove_all(m_folder, error);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    Folder(Folder&&) = delete;
    Folder& operator=(Folder&&) = delete;

    const std::filesystem::path& path() const { return m_folder; }

private:
    static void compile(const std::filesystem::path& po, const std::filesystem::path& mo) {
        const auto command = "msgfmt -o '" + mo.string() + "' '" + po.string() + "'";
        REQUIRE(std::system(command.c_str()) == 0);
    }

    std::filesystem::path m_folder;
};

const std::string two_forms = "\"Plural-Forms: nplurals=2; plural=(n != 1);\\n\"\n";
const std::string six_forms =
    "\"Plural-Forms: nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10"
    " ? 3 : n%100>=11 ? 4 : 5;\\n\"\n";

Catalogue loaded(const Folder& folder, const char* code) {
    auto catalogue = Catalogue::load(folder.path(), i18n::language(code));
    REQUIRE(catalogue);
    return *catalogue;
}

} // namespace

TEST_CASE("French needs no file: a message is its own text") {
    const Catalogue words;
    CHECK(words.language() == i18n::french());
    CHECK(words.text(i18n::tr("Bonjour")) == "Bonjour");
    CHECK(words.text({}).empty());
    const auto french = Catalogue::load("/nowhere", i18n::french());
    REQUIRE(french);
    CHECK(french->text(i18n::tr("Bonjour")) == "Bonjour");
}

TEST_CASE("French counts zero and one as one") {
    const Catalogue words;
    struct Case {
        long count;
        const char* expected;
    };
    for (const auto& one : {Case{0, "0 page"}, Case{1, "1 page"}, Case{2, "2 pages"}}) {
        CAPTURE(one.count);
        CHECK(words.text(i18n::tr_count("{n} page", "{n} pages", one.count)) == one.expected);
    }
}

TEST_CASE("arguments are replaced once, and what they say is not replaced again") {
    const Catalogue words;
    struct Case {
        i18n::Message message;
        const char* expected;
    };
    const std::vector<Case> cases{
        {i18n::tr("{name} vient").with("name", "Nadia"), "Nadia vient"},
        {i18n::tr("{a} et {b}").with("a", "{b}").with("b", "2"), "{b} et 2"},
        {i18n::tr("{a}, {a}").with("a", "x"), "x, x"},
        {i18n::tr("{unknown} reste").with("a", "x"), "{unknown} reste"},
        {i18n::tr("pas fermé {a").with("a", "x"), "pas fermé {a"},
        {i18n::tr("{{a}}").with("a", "x"), "{x}"},
        {i18n::tr("vide : {a}").with("a", ""), "vide\u00A0: "},
        {i18n::tr("« {a} »").with("a", "oui ?"), "«\u00A0oui ?\u00A0»"},
    };
    for (const auto& one : cases) {
        CAPTURE(one.message.id);
        CHECK(words.text(one.message) == one.expected);
    }
}

TEST_CASE("a person's own words are shown as they are") {
    const Folder folder("en", two_forms, "\nmsgid \"Bonjour\"\nmsgstr \"Hello\"\n");
    const auto words = loaded(folder, "en");
    CHECK(words.text(i18n::verbatim("Bonjour {name}")) == "Bonjour {name}");
    CHECK(words.text(i18n::tr("Bonjour")) == "Hello");
}

TEST_CASE("a message without translation stays in French") {
    const Folder folder("en", two_forms, "\nmsgid \"Bonjour\"\nmsgstr \"\"\n");
    const auto words = loaded(folder, "en");
    CHECK(words.text(i18n::tr("Bonjour")) == "Bonjour");
    CHECK(words.text(i18n::tr("Jamais vu")) == "Jamais vu");
    CHECK(words.text(i18n::tr_count("{n} page", "{n} pages", 3)) == "3 pages");
}

TEST_CASE("each domain is its own catalogue") {
    const Folder folder("en", two_forms, "\nmsgid \"Nom\"\nmsgstr \"Name\"\n");
    const auto words = loaded(folder, "en");
    CHECK(words.text({.domain = Domain::Forms, .id = "Nom"}) == "Name");
    CHECK(words.text({.domain = Domain::Countries, .id = "Nom"}) == "Nom");
}

TEST_CASE("the six plural forms of Arabic are chosen by the count") {
    const Folder folder(
        "ar",
        six_forms,
        "\nmsgid \"{n} page\"\nmsgid_plural \"{n} pages\"\nmsgstr[0] \"zero\"\nmsgstr[1] \"one\"\n"
        "msgstr[2] \"two\"\nmsgstr[3] \"few\"\nmsgstr[4] \"many\"\nmsgstr[5] \"other\"\n"
    );
    const auto words = loaded(folder, "ar");
    struct Case {
        long count;
        const char* expected;
    };
    for (const auto& one :
         {Case{0, "zero"},
          Case{1, "one"},
          Case{2, "two"},
          Case{3, "few"},
          Case{10, "few"},
          Case{11, "many"},
          Case{99, "many"},
          Case{100, "other"},
          Case{103, "few"}}) {
        CAPTURE(one.count);
        CHECK(words.text(i18n::tr_count("{n} page", "{n} pages", one.count)) == one.expected);
    }
}

TEST_CASE("in a right-to-left language arguments, own words and figures are isolated") {
    const Folder folder(
        "ar",
        six_forms,
        "\nmsgid \"{name} vient\"\nmsgstr \"{name} قادم\"\n"
        "\nmsgid \"Heures\"\nmsgstr \"من 8:30-17:30\"\n"
    );
    const auto words = loaded(folder, "ar");
    CHECK(words.text(i18n::tr("{name} vient").with("name", "Nadia")) == "\u2068Nadia\u2069 قادم");
    CHECK(words.text(i18n::verbatim("12 rue des Lilas")) == "\u206812 rue des Lilas\u2069");
    CHECK(words.text(i18n::tr("Heures")) == "من \u20688:30-17:30\u2069");
    CHECK(words.text(i18n::verbatim("")).empty());
    // French left over in an Arabic screen is left alone: it is one direction from end to end.
    CHECK(words.text(i18n::tr("Appelez le 3646")) == "Appelez le 3646");
}

TEST_CASE("in a left-to-right language nothing is isolated") {
    const Catalogue words;
    const auto text = words.text(i18n::tr("{name} : 06 12 34").with("name", "Nadia"));
    CHECK(text == "Nadia\u00A0: 06 12 34");
}

TEST_CASE("a language without catalogue is not found, a damaged one is invalid") {
    const auto missing = Catalogue::load("/nowhere", i18n::language("en"));
    REQUIRE_FALSE(missing);
    CHECK(missing.error().kind == Error::Kind::NotFound);

    const Folder folder("en", two_forms, "");
    REQUIRE(write_file(folder.path() / "en" / "ui.mo", "not a catalogue at all"));
    const auto damaged = Catalogue::load(folder.path(), i18n::language("en"));
    REQUIRE_FALSE(damaged);
    CHECK(damaged.error().kind == Error::Kind::Invalid);
}

TEST_CASE("loading a catalogue does not change the program's locale") {
    const auto before = std::locale();
    const Folder folder("en", two_forms, "\nmsgid \"Bonjour\"\nmsgstr \"Hello\"\n");
    loaded(folder, "en");
    CHECK(std::locale() == before);
}

TEST_CASE("country names come from the iso-codes package, English being its source") {
    const i18n::Message germany{.domain = Domain::Countries, .id = "Germany"};
    const Folder english("en", two_forms, "");
    CHECK(loaded(english, "en").text(germany) == "Germany");
    if (!std::filesystem::exists("/usr/share/locale/fr/LC_MESSAGES/iso_3166-1.mo")) {
        MESSAGE("skipped: the iso-codes package is absent");
        return;
    }
    const auto french = Catalogue::load("/nowhere", i18n::french());
    REQUIRE(french);
    CHECK(french->text(germany) == "Allemagne");
    const Folder arabic("ar", six_forms, "");
    CHECK(loaded(arabic, "ar").text(germany) == "ألمانيا");
}

TEST_CASE("dates and months are written as on French papers in every language") {
    using namespace std::chrono;
    const Folder arabic("ar", six_forms, "");
    const Folder english("en", two_forms, "");
    for (const auto& words : {Catalogue(), loaded(arabic, "ar"), loaded(english, "en")}) {
        CAPTURE(words.language().code);
        CHECK(words.date(1968y / March / 4d) == "04/03/1968");
        CHECK(words.date(900y / December / 31d) == "31/12/0900");
        CHECK(words.month(2026y / September) == "09/2026");
    }
}

TEST_CASE("money and numbers are grouped in the manner of the language") {
    const Folder arabic("ar", six_forms, "");
    const Folder english("en", two_forms, "");
    const Catalogue french;
    const auto in_english = loaded(english, "en");
    const auto in_arabic = loaded(arabic, "ar");
    struct Case {
        std::int64_t cents;
        const char* french;
        const char* english;
    };
    const std::vector<Case> cases{
        {984200, "9\u202F842\u00A0€", "€9,842"},
        {984250, "9\u202F842,50\u00A0€", "€9,842.50"},
        {5, "0,05\u00A0€", "€0.05"},
        {0, "0\u00A0€", "€0"},
        {100000000, "1\u202F000\u202F000\u00A0€", "€1,000,000"},
        {-984250, "-9\u202F842,50\u00A0€", "-€9,842.50"},
    };
    for (const auto& one : cases) {
        CAPTURE(one.cents);
        CHECK(french.money(one.cents) == one.french);
        CHECK(in_arabic.money(one.cents) == one.french);
        CHECK(in_english.money(one.cents) == one.english);
    }
    CHECK(french.number(12345) == "12\u202F345");
    CHECK(french.number(999) == "999");
    CHECK(in_english.number(-12345) == "-12,345");
    const auto least = std::numeric_limits<std::int64_t>::min();
    CHECK(in_english.number(least) == "-9,223,372,036,854,775,808");
}
