// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/warm.hpp"

#include "text/paragraph.hpp"

#include <string_view>

namespace guichet::ui {
namespace {

constexpr std::string_view latin =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz 0123456789 "
    "ÀÇÈÉÊÎÔ àâçèéêëîïôùûœ ’«»?!.,;:/-()€@";
constexpr std::string_view arabic =
    "ابتثجحخدذرزسشصضطظعغفقكلمنهوي "
    "أإآؤئءةى لا هل من إلى على في بين مكتب الصفحة طلب خطأ 0123456789 ؟،.";

} // namespace

void warm_letters(const i18n::Language& language, const Metrics& metrics) {
    const bool leftwards = language.direction == i18n::Direction::RightToLeft;
    for (const auto role :
         {TextRole::Title,
          TextRole::Question,
          TextRole::Heading,
          TextRole::Body,
          TextRole::Small,
          TextRole::Button,
          TextRole::Value,
          TextRole::Key}) {
        const text::Paragraph letters{leftwards ? arabic : latin, metrics.style(role), language, 0};
        letters.pixels();
    }
}

} // namespace guichet::ui
