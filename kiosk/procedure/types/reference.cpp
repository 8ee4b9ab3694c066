// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/utf8.hpp"
#include "procedure/pattern.hpp"
#include "procedure/types/all.hpp"
#include "procedure/types/one_box.hpp"

namespace guichet::procedure::type {

namespace {

constexpr std::size_t longest = 64;

/// A file number and the like: letters as capitals, without blanks, dots and hyphens, held against
/// the question's pattern.
class Reference : public OneBox {
public:
    std::string_view name() const override { return "reference"; }

    std::vector<Part> parts(const Question&) const override {
        return {{.keyboard = Keyboard::Mixed, .longest = longest, .width = 24}};
    }

    std::string spoken(const Question& question, const Value& value, const i18n::Catalogue& words)
        const override {
        const auto text = format(question, value, words);
        return all_digits(text) ? spell(in_groups(text, {2})) : spell(text);
    }

    std::vector<std::string_view> keys() const override { return {"pattern"}; }

protected:
    tl::expected<std::string, Rejection>
    check(const Question& question, std::string typed) const override {
        auto reference = compact(typed);
        if (reference.empty() || count_characters(reference) > longest)
            return reject(i18n::tr("Vérifiez ce numéro sur votre document."));
        if (question.pattern.empty())
            return reference;
        const auto pattern = Pattern::create(question.pattern);
        if (pattern && !pattern->matches(reference))
            return reject(i18n::tr("Vérifiez ce numéro sur votre document."));
        return reference;
    }
};

} // namespace

const Type& reference() {
    static const Reference type;
    return type;
}

} // namespace guichet::procedure::type
