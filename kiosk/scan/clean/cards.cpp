// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/clean/cards.hpp"

#include "scan/clean/sides.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <limits>
#include <optional>

#include <leptonica/allheaders.h>

namespace guichet::scan {

namespace {

constexpr double outline_side = 800; ///< pixels, where the outlines are looked for
constexpr int least_edge = 9;        ///< levels of one colour over two pixels
constexpr int unlike_paper = 60;     ///< levels from the paper around it
constexpr int edge_gap = 3;          ///< small pixels an outline may be open
constexpr int thin = 13;             ///< small pixels: thinner are print and frames
constexpr double least_width = 0.3;  ///< of the page
constexpr double most_of_page_area = 0.55;
constexpr double least_filled = 0.94; ///< of its rectangle
constexpr double near_shape = 0.06;   ///< of the proportion of a card
constexpr double most_tilt = 20;      ///< degrees
constexpr double tilt_step = 0.25;
constexpr double least_tilt = 0.4;
constexpr std::size_t most_cards = 6;

/// Long side to short side.
constexpr std::array<double, 3> card_shapes{85.6 / 53.98, 105.0 / 74, 125.0 / 88};

const l_uint32* row_of(const PixPtr& pix, int y) {
    return pixGetData(pix.get()) + std::ptrdiff_t{y} * pixGetWpl(pix.get());
}

/// By how much the colours of two pixels differ in the one that differs most.
int apart(l_uint32 a, l_uint32 b) {
    int most = 0;
    for (const int shift : {L_RED_SHIFT, L_GREEN_SHIFT, L_BLUE_SHIFT})
        most = std::max(
            most,
            std::abs(
                static_cast<int>((a >> shift) & 0xffU) - static_cast<int>((b >> shift) & 0xffU)
            )
        );
    return most;
}

/// Where colours change.
PixPtr edges_of(const PixPtr& small) {
    const int width = width_of(small);
    const int height = height_of(small);
    PixPtr edges(pixCreate(width, height, 1));
    for (int y = 1; edges && y + 1 < height; ++y) {
        l_uint32* out = pixGetData(edges.get()) + std::ptrdiff_t{y} * pixGetWpl(edges.get());
        const auto* row = row_of(small, y);
        for (int x = 1; x + 1 < width; ++x)
            if (apart(row[x - 1], row[x + 1]) >= least_edge ||
                apart(row_of(small, y - 1)[x], row_of(small, y + 1)[x]) >= least_edge)
                SET_DATA_BIT(out, x);
    }
    return edges;
}

/// Whatever a closed outline is around, filled, without what is thin.
PixPtr solids_of(const PixPtr& small) {
    const PixPtr edges = edges_of(small);
    const PixPtr closed(
        edges ? pixCloseSafeBrick(nullptr, edges.get(), edge_gap, edge_gap) : nullptr
    );
    const PixPtr filled = without_holes(closed);
    return PixPtr(filled ? pixOpenBrick(nullptr, filled.get(), thin, thin) : nullptr);
}

/// The first and the last pixel of each row.
std::vector<Spot> rim_of(const PixPtr& part) {
    std::vector<Spot> rim;
    for (int y = 0; y < height_of(part); ++y) {
        const auto* row = row_of(part, y);
        int first = 0;
        while (first < width_of(part) && GET_DATA_BIT(row, first) == 0)
            ++first;
        int last = width_of(part) - 1;
        while (last > first && GET_DATA_BIT(row, last) == 0)
            --last;
        if (first > last)
            continue;
        rim.push_back({static_cast<double>(first), static_cast<double>(y)});
        rim.push_back({last + 1.0, y + 1.0});
    }
    return rim;
}

/// The rectangle around them at that tilt.
Card rectangle_at(const std::vector<Spot>& rim, double tilt) {
    const double along = std::cos(tilt * degree);
    const double across = std::sin(tilt * degree);
    constexpr double far = std::numeric_limits<double>::max();
    double left = far;
    double right = -far;
    double top = far;
    double bottom = -far;
    for (const auto& spot : rim) {
        const double u = spot.x * along + spot.y * across;
        const double v = spot.y * along - spot.x * across;
        left = std::min(left, u);
        right = std::max(right, u);
        top = std::min(top, v);
        bottom = std::max(bottom, v);
    }
    const double u = (left + right) / 2;
    const double v = (top + bottom) / 2;
    return {
        .x = u * along - v * across,
        .y = u * across + v * along,
        .width = right - left,
        .height = bottom - top,
        .tilt = tilt};
}

bool has_shape_of_card(const Card& card) {
    const double shape =
        std::max(card.width, card.height) / std::max(1.0, std::min(card.width, card.height));
    return std::ranges::any_of(card_shapes, [shape](double wanted) {
        return std::abs(shape - wanted) < near_shape * wanted;
    });
}

/// The smallest rectangle around a solid, where that is filled and has the shape of a card.
std::optional<Card> card_of(const PixPtr& part) {
    const auto rim = rim_of(part);
    Card card{.width = std::numeric_limits<double>::max(), .height = 1};
    constexpr int steps = static_cast<int>(most_tilt / tilt_step);
    for (int step = -steps; step <= steps; ++step)
        if (const auto other = rectangle_at(rim, step * tilt_step);
            other.width * other.height < card.width * card.height)
            card = other;
    l_int32 count = 0;
    pixCountPixels(part.get(), &count, nullptr);
    const bool is_filled = count >= least_filled * card.width * card.height;
    return is_filled && has_shape_of_card(card) ? std::optional(card) : std::nullopt;
}

/// Where a place that lies so from the middle of a tilted card is on the page.
Spot on_page(const Card& card, double along, double across) {
    const double cosine = std::cos(card.tilt * degree);
    const double sine = std::sin(card.tilt * degree);
    return {card.x + along * cosine - across * sine, card.y + along * sine + across * cosine};
}

using Colour = std::array<double, 3>;

Colour colour_at(const PixPtr& page, const Spot& spot) {
    const int x = std::clamp(static_cast<int>(spot.x), 0, width_of(page) - 1);
    const int y = std::clamp(static_cast<int>(spot.y), 0, height_of(page) - 1);
    const auto pixel = row_of(page, y)[x];
    const auto part = [pixel](int shift) { return static_cast<double>((pixel >> shift) & 0xffU); };
    return {part(L_RED_SHIFT), part(L_GREEN_SHIFT), part(L_BLUE_SHIFT)};
}

double lightness(const Colour& colour) {
    return colour[0] + colour[1] + colour[2];
}

/// The paper around a card, which may be lighter on one side of it: before its left side, behind
/// its right one, above and below.
class Paper {
public:
    Paper(const PixPtr& page, const Card& card) : m_card(card) {
        const double away = card.height / 25;
        const double beside = card.width / 2 + away;
        const double beyond = card.height / 2 + away;
        for (std::size_t side = 0; side < m_sides.size(); ++side) {
            std::array<Colour, 7> along{};
            for (std::size_t i = 0; i < along.size(); ++i) {
                const double part = static_cast<double>(i) / 7 - 3.0 / 7;
                const double sign = side % 2 == 0 ? -1 : 1;
                const auto spot = side < 2 ? on_page(card, sign * beside, part * card.height)
                                           : on_page(card, part * card.width, sign * beyond);
                along[i] = colour_at(page, spot);
            }
            std::ranges::nth_element(along, along.begin() + 3, {}, lightness);
            m_sides[side] = along[3];
        }
        const auto lightest = *std::ranges::max_element(m_sides, {}, lightness);
        for (auto& side : m_sides) // another card, or the black edge of a copy
            if (lightness(side) < most_shade * lightness(lightest))
                side = lightest;
    }

    /// At a place from the middle of the card.
    l_uint32 at(double along, double across) const {
        const double right = std::clamp(along / m_card.width + 0.5, 0.0, 1.0);
        const double low = std::clamp(across / m_card.height + 0.5, 0.0, 1.0);
        const auto part = [&](std::size_t i) {
            const double level = (m_sides[0][i] * (1 - right) + m_sides[1][i] * right +
                                  m_sides[2][i] * (1 - low) + m_sides[3][i] * low) /
                                 2;
            return static_cast<l_uint32>(std::lround(level));
        };
        return part(0) << L_RED_SHIFT | part(1) << L_GREEN_SHIFT | part(2) << L_BLUE_SHIFT;
    }

private:
    static constexpr double most_shade = 0.75;
    const Card& m_card;
    std::array<Colour, 4> m_sides{};
};

/// Where a place of the page is from the middle of a tilted card.
Spot on_card(const Card& card, int x, int y) {
    const double cosine = std::cos(card.tilt * degree);
    const double sine = std::sin(card.tilt * degree);
    return {
        (x - card.x) * cosine + (y - card.y) * sine, (y - card.y) * cosine - (x - card.x) * sine};
}

/// Whether it is on that card, or on its outline.
bool is_inside(const Card& card, const Spot& spot) {
    const double rim = 1 + card.height / 100;
    return std::abs(spot.x) <= card.width / 2 + rim && std::abs(spot.y) <= card.height / 2 + rim;
}

/// Whether there is nothing but paper where a card would come to lie when it is level.
bool is_free(const PixPtr& page, const Card& card, const Paper& paper) {
    constexpr double most_print = 0.001; ///< of the card's area: specks
    const auto place = place_of(card);
    int print = 0;
    for (int y = std::max(0, place.y); y < std::min(height_of(page), place.y + place.height); ++y)
        for (int x = std::max(0, place.x); x < std::min(width_of(page), place.x + place.width);
             ++x) {
            const auto spot = on_card(card, x, y);
            if (!is_inside(card, spot) &&
                apart(row_of(page, y)[x], paper.at(spot.x, spot.y)) > unlike_paper)
                ++print;
        }
    return print <= most_print * card.width * card.height;
}

void paint_over(Pix* page, const Card& card, const Paper& paper) {
    const double reach = card.width / 2 + card.height;
    const int bottom = std::min(pixGetHeight(page), static_cast<int>(card.y + reach));
    const int right = std::min(pixGetWidth(page), static_cast<int>(card.x + reach));
    for (int y = std::max(0, static_cast<int>(card.y - reach)); y < bottom; ++y) {
        l_uint32* row = pixGetData(page) + std::ptrdiff_t{y} * pixGetWpl(page);
        for (int x = std::max(0, static_cast<int>(card.x - reach)); x < right; ++x)
            if (const auto spot = on_card(card, x, y); is_inside(card, spot))
                row[x] = paper.at(spot.x, spot.y);
    }
}

/// A card by itself, level, as wide and high as its place.
PixPtr level_card(const PixPtr& colour, const Card& card) {
    const auto place = place_of(card);
    const int margin =
        static_cast<int>(std::max(card.width, card.height) * std::sin(most_tilt * degree) / 2);
    const Box wide{
        place.x - margin, place.y - margin, place.width + 2 * margin, place.height + 2 * margin};
    PixPtr around(pixCreate(wide.width, wide.height, 32));
    if (!around)
        return nullptr;
    pixSetAll(around.get());
    pixRasterop(around.get(), 0, 0, wide.width, wide.height, PIX_SRC, colour.get(), wide.x, wide.y);
    const PixPtr level(pixRotate(
        around.get(),
        static_cast<l_float32>(-card.tilt * degree),
        L_ROTATE_AREA_MAP,
        L_BRING_IN_WHITE,
        0,
        0
    ));
    return level ? cut_out(level, {margin, margin, place.width, place.height}) : nullptr;
}

} // namespace

std::vector<Card> find_cards(const PixPtr& colour) {
    std::vector<Card> cards;
    if (!colour)
        return cards;
    const double scale =
        std::min(1.0, outline_side / std::max(width_of(colour), height_of(colour)));
    const PixPtr small = reduced(colour, scale);
    const PixPtr solids = small ? solids_of(small) : nullptr;
    Pixa* parts = nullptr;
    const BoxesPtr boxes(solids ? pixConnComp(solids.get(), &parts, 4) : nullptr);
    const double page = static_cast<double>(width_of(solids)) * height_of(solids);
    for (int i = 0; boxes && i < boxaGetCount(boxes.get()); ++i) {
        Box box;
        boxaGetBoxGeometry(boxes.get(), i, &box.x, &box.y, &box.width, &box.height);
        const double area = static_cast<double>(box.width) * box.height;
        if (std::max(box.width, box.height) < least_width * width_of(solids) ||
            area > most_of_page_area * page)
            continue;
        auto card = card_of(PixPtr(pixaGetPix(parts, i, L_CLONE)));
        if (!card)
            continue;
        cards.push_back(
            {.x = (box.x + card->x) / scale,
             .y = (box.y + card->y) / scale,
             .width = card->width / scale,
             .height = card->height / scale,
             .tilt = card->tilt}
        );
    }
    pixaDestroy(&parts);
    std::ranges::sort(cards, std::greater<>(), [](const Card& card) {
        return card.width * card.height;
    });
    cards.resize(std::min(cards.size(), most_cards));
    return cards;
}

Box place_of(const Card& card) {
    return {
        .x = static_cast<int>(std::lround(card.x - card.width / 2)),
        .y = static_cast<int>(std::lround(card.y - card.height / 2)),
        .width = static_cast<int>(std::lround(card.width)),
        .height = static_cast<int>(std::lround(card.height))};
}

PixPtr with_level_cards(const PixPtr& colour, const std::vector<Card>& cards) {
    const bool are_level = std::ranges::none_of(cards, [](const Card& card) {
        return std::abs(card.tilt) >= least_tilt;
    });
    if (are_level)
        return share(colour);
    PixPtr page(pixCopy(nullptr, colour.get()));
    for (const auto& card : cards) {
        if (!page || std::abs(card.tilt) < least_tilt)
            continue;
        const Paper paper(colour, card);
        const PixPtr level = is_free(colour, card, paper) ? level_card(colour, card) : nullptr;
        if (!level)
            continue;
        paint_over(page.get(), card, paper);
        const auto place = place_of(card);
        pixRasterop(
            page.get(), place.x, place.y, place.width, place.height, PIX_SRC, level.get(), 0, 0
        );
    }
    return page;
}

} // namespace guichet::scan
