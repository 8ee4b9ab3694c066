// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/utf8.hpp"
#include "procedure/types/all.hpp"
#include "procedure/types/one_box.hpp"

#include <algorithm>

namespace guichet::procedure::type {

namespace {

constexpr long longest_line = 200;
constexpr long longest_text = 2000;

long length_of(std::string_view text) {
    return static_cast<long>(count_characters(text));
}

class Text : public OneBox {
public:
    std::string_view name() const override { return "text"; }

    std::vector<Part> parts(const Question& question) const override {
        const auto longest = static_cast<int>(std::min(question.max.value_or(longest_line), 4000L));
        return {
            {.keyboard = Keyboard::Mixed, .longest = longest, .width = std::clamp(longest, 4, 32)}};
    }

    std::vector<std::string_view> keys() const override { return {"min", "max"}; }

protected:
    tl::expected<std::string, Rejection>
    check(const Question& question, std::string typed) const override {
        const auto length = length_of(typed);
        if (question.min && length < *question.min)
            return reject(i18n::tr_count(
                "Écrivez au moins {n} caractère.", "Écrivez au moins {n} caractères.", *question.min
            ));
        const auto longest = question.max.value_or(longest_line);
        if (length > longest)
            return reject(i18n::tr_count(
                "Écrivez {n} caractère au plus.", "Écrivez {n} caractères au plus.", longest
            ));
        return typed;
    }
};

class LongText : public OneBox {
public:
    std::string_view name() const override { return "long-text"; }
    Input input() const override { return Input::Paragraph; }

    std::vector<Part> parts(const Question& question) const override {
        const auto longest = std::min(question.max.value_or(longest_text), 20'000L);
        return {
            {.keyboard = Keyboard::Mixed,
             .longest = static_cast<int>(longest),
             .width = 60,
             .own_letters = true}};
    }

    // The person's own lines are kept.
    tl::expected<Value, Rejection>
    parse(const Question& question, const Draft& draft) const override {
        std::string text;
        std::string_view rest = draft.parts.empty() ? std::string_view() : draft.parts.front();
        while (!rest.empty()) {
            const auto end = std::min(rest.find('\n'), rest.size());
            text += tidy(rest.substr(0, end));
            text += '\n';
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        text.erase(text.find_last_not_of('\n') + 1);
        text.erase(0, text.find_first_not_of('\n'));
        if (text.empty())
            return reject(i18n::tr("Écrivez votre réponse."));
        return check(question, std::move(text)).map([](std::string checked) {
            return Value(std::move(checked));
        });
    }

    std::vector<std::string_view> keys() const override { return {"min", "max"}; }

protected:
    tl::expected<std::string, Rejection>
    check(const Question& question, std::string typed) const override {
        const auto length = length_of(typed);
        if (question.min && length < *question.min)
            return reject(i18n::tr("Écrivez un peu plus, avec vos mots."));
        const auto longest = question.max.value_or(longest_text);
        if (length > longest)
            return reject(i18n::tr_count(
                "Votre texte est trop long : enlevez {n} caractère.",
                "Votre texte est trop long : enlevez {n} caractères.",
                length - longest
            ));
        return typed;
    }
};

} // namespace

const Type& text() {
    static const Text type;
    return type;
}

const Type& long_text() {
    static const LongText type;
    return type;
}

} // namespace guichet::procedure::type
