// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/yaml.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <optional>
#include <sstream>
#include <tuple>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

namespace guichet::procedure {

namespace {

constexpr std::size_t largest_text = 1 << 20;
constexpr std::size_t deepest = 60;
constexpr std::size_t most_values = 50'000;

using Problem = std::optional<YamlProblem>;

/// Where the lines of a text begin, to turn bytes into lines and columns.
class Lines {
public:
    explicit Lines(std::string_view text) : m_text(text) {
        for (auto at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
            m_begins.push_back(at + 1);
    }

    std::size_t offset(const YAML::Mark& mark) const {
        const auto line = static_cast<std::size_t>(std::max(mark.line, 0));
        if (line >= m_begins.size())
            return m_text.size();
        return std::min(
            m_begins[line] + static_cast<std::size_t>(std::max(mark.column, 0)), m_text.size()
        );
    }

    std::pair<int, int> place(std::size_t offset) {
        const auto line = std::ranges::upper_bound(m_begins, offset) - m_begins.begin() - 1;
        const auto begin = m_begins[static_cast<std::size_t>(line)];
        if (m_last.offset < begin || m_last.offset > offset)
            m_last = {begin, 0};
        m_last.column += count_characters(m_text.substr(m_last.offset, offset - m_last.offset));
        m_last.offset = offset;
        return {static_cast<int>(line) + 1, static_cast<int>(m_last.column) + 1};
    }

private:
    std::string_view m_text;
    std::vector<std::size_t> m_begins{0};

    /// The place asked for last: the next one on the same line is counted from there.
    struct {
        std::size_t offset{0};
        std::size_t column{0};
    } m_last{};
};

struct Refused {
    std::size_t offset;
    std::string why;
};

/// Builds the tree while yaml-cpp reads. Throws Refused; parse_yaml catches it.
class Builder : public YAML::EventHandler {
public:
    explicit Builder(Lines& lines) : m_lines(lines) {}

    Yaml take() { return std::move(m_root); }

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnAnchor(const YAML::Mark& mark, const std::string&) override {
        refuse(mark, "anchors (&) are not used here: write the value out");
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
        refuse(mark, "aliases (*) are not used here: write the value out");
    }
    void OnNull(const YAML::Mark& mark, YAML::anchor_t) override {
        add(start(mark, Yaml::Kind::Null));
    }
    void OnScalar(
        const YAML::Mark& mark, const std::string& tag, YAML::anchor_t, const std::string& text
    ) override {
        refuse_tag(mark, tag);
        auto scalar = start(mark, Yaml::Kind::Scalar);
        scalar.quoted = tag == "!";
        scalar.text = text;
        if (!scalar.quoted && (text.empty() || text == "~" || text == "null"))
            scalar.kind = Yaml::Kind::Null;
        add(std::move(scalar));
    }
    void OnSequenceStart(
        const YAML::Mark& mark, const std::string& tag, YAML::anchor_t, YAML::EmitterStyle::value
    ) override {
        refuse_tag(mark, tag);
        open(mark, Yaml::Kind::List);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(
        const YAML::Mark& mark, const std::string& tag, YAML::anchor_t, YAML::EmitterStyle::value
    ) override {
        refuse_tag(mark, tag);
        open(mark, Yaml::Kind::Map);
    }
    void OnMapEnd() override { close(); }

private:
    struct Open {
        Yaml value;
        std::optional<Yaml> key{};
    };

    [[noreturn]] void refuse(const YAML::Mark& mark, std::string why) const {
        throw Refused{m_lines.offset(mark), std::move(why)};
    }

    void refuse_tag(const YAML::Mark& mark, const std::string& tag) const {
        if (!tag.empty() && tag != "?" && tag != "!")
            refuse(mark, "tags (!) are not used here");
    }

    Yaml start(const YAML::Mark& mark, Yaml::Kind kind) {
        if (++m_values > most_values)
            refuse(mark, "the file holds too many values");
        Yaml value;
        value.kind = kind;
        value.offset = m_lines.offset(mark);
        std::tie(value.line, value.column) = m_lines.place(value.offset);
        return value;
    }

    void open(const YAML::Mark& mark, Yaml::Kind kind) {
        if (m_open.size() >= deepest)
            refuse(mark, "values are nested too deep");
        m_open.push_back({start(mark, kind)});
    }

    void close() {
        auto value = std::move(m_open.back().value);
        m_open.pop_back();
        add(std::move(value));
    }

    void add(Yaml value) {
        if (m_open.empty()) {
            m_root = std::move(value);
            return;
        }
        auto& [parent, key] = m_open.back();
        if (parent.kind == Yaml::Kind::List) {
            parent.items.push_back(std::move(value));
        } else if (!key) {
            key = std::move(value);
        } else {
            parent.entries.emplace_back(std::move(*key), std::move(value));
            key.reset();
        }
    }

    Lines& m_lines;
    std::vector<Open> m_open{};
    Yaml m_root{};
    std::size_t m_values{0};
};

YamlProblem problem_at(Lines& lines, std::size_t offset, std::string message) {
    const auto [line, column] = lines.place(offset);
    return {.line = line, .column = column, .message = std::move(message)};
}

/// Why a character may not stand in a file; nullptr when it may.
const char* why_not(char32_t character) {
    if (character == replacement_character)
        return "this is not UTF-8";
    const bool blank = character == '\t' || character == '\n' || character == '\r';
    const bool control = (character < 0x20 && !blank) || character == 0x7F || character == 0xFEFF;
    return control ? "control characters are not allowed" : nullptr;
}

// yaml-cpp guesses other encodings and stumbles over control characters: neither reaches it.
Problem check_bytes(std::string_view text, Lines& lines) {
    if (text.size() > largest_text)
        return YamlProblem{.message = "the file is larger than 1 MB"};
    std::size_t depth = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto begin = at;
        const auto character = next_character(text, at);
        if (const auto* why = why_not(character))
            return problem_at(lines, begin, why);
        depth += character == '[' || character == '{' ? 1U : 0U;
        if ((character == ']' || character == '}') && depth > 0)
            --depth;
        if (depth > deepest)
            return problem_at(lines, begin, "values are nested too deep");
    }
    return {};
}

bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// Behind the quote, or the line of the block's sign.
std::size_t text_begin(std::string_view source, const Yaml& scalar, char first) {
    if (!scalar.quoted)
        return scalar.offset;
    if (first == '|' || first == '>')
        return std::min(source.find('\n', scalar.offset), source.size());
    return scalar.offset + 1;
}

/// Behind the blanks where the text has another sign: a line's indentation.
std::size_t skip_blanks(std::string_view source, std::size_t from, char wanted) {
    if (from < source.size() && is_blank(source[from]) && source[from] != wanted)
        return std::min(source.find_first_not_of(" \t\r\n", from), source.size());
    return from;
}

} // namespace

const Yaml* Yaml::find(std::string_view key) const {
    const auto found = std::ranges::find_if(entries, [key](const auto& entry) {
        return entry.first.kind == Kind::Scalar && entry.first.text == key;
    });
    return found == entries.end() ? nullptr : &found->second;
}

tl::expected<Yaml, YamlProblem> parse_yaml(std::string_view text) {
    Lines lines(text);
    if (auto problem = check_bytes(text, lines))
        return tl::unexpected(std::move(*problem));
    try {
        std::istringstream stream{std::string(text)};
        YAML::Parser parser(stream);
        Builder builder(lines);
        if (!parser.HandleNextDocument(builder))
            return tl::unexpected(YamlProblem{.message = "the file is empty"});
        auto root = builder.take();
        Builder second(lines);
        if (parser.HandleNextDocument(second))
            return tl::unexpected(YamlProblem{.message = "one file holds one document only"});
        return root;
    } catch (const Refused& refused) {
        return tl::unexpected(problem_at(lines, refused.offset, refused.why));
    } catch (const YAML::Exception& error) {
        return tl::unexpected(
            problem_at(lines, error.mark.is_null() ? 0 : lines.offset(error.mark), error.msg)
        );
    } catch (const std::exception& error) {
        return tl::unexpected(YamlProblem{.message = error.what()});
    }
}

std::pair<int, int> place_in(std::string_view source, const Yaml& scalar, std::size_t at) {
    const std::pair own{scalar.line, scalar.column};
    const char first = scalar.offset < source.size() ? source[scalar.offset] : '\0';
    auto from = text_begin(source, scalar, first);
    for (std::size_t i = 0; i <= at; ++i) {
        const char wanted = i < scalar.text.size() ? scalar.text[i] : '\0';
        from = skip_blanks(source, from, wanted);
        if (i == at)
            break;
        if (is_blank(wanted) && from > 0 && is_blank(source[from - 1]))
            continue; // a line break and its indentation made one blank
        if (from >= source.size() || source[from] != wanted)
            return own;
        from += wanted == '\'' && first == '\'' ? 2U : 1U; // written twice
    }
    return Lines(source).place(std::min(from, source.size()));
}

} // namespace guichet::procedure
