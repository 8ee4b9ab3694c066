#include "base/utf8.hpp"
#include "procedure/types/all.hpp"
#include "procedure/types/one_box.hpp"

#include <algorithm>

namespace guichet::procedure::type {

namespace {

constexpr long longest_line = 200;

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
        const auto length = static_cast<long>(count_characters(typed));
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

} // namespace

const Type& text() {
    static const Text type;
    return type;
}

} // namespace guichet::procedure::type
