// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/keys.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace guichet::ui {
namespace {

using procedure::Keyboard;

/// Rows of keys apart by spaces; <name> is a key that does something, *n its width in columns.
using Rows = std::vector<std::string_view>;

struct Page {
    float columns;
    Rows azerty;
    Rows alphabetical;
};

// Every accent of French is in sight: nobody has to find out about long presses.
const Page letters_wide{
    14,
    {"a z e r t y u i o p é è ê <erase>",
     "q s d f g h j k l m à â ç ë",
     "<shift> w x c v b n ' - . ù û î ï",
     "<order>*2 <signs>*2 <left> <space>*3 <right> <line> ô ö ü œ"},
    {"a b c d e f g h i j é è ê <erase>",
     "k l m n o p q r s t à â ç ë",
     "<shift> u v w x y z ' - . ù û î ï",
     "<order>*2 <signs>*2 <left> <space>*3 <right> <line> ô ö ü œ"}};

const Page letters_narrow{
    10,
    {"a z e r t y u i o p",
     "q s d f g h j k l m",
     "<shift> w x c v b n ' - <erase>",
     "é è ê ë à â ç ù û ü",
     "î ï ô ö œ . <left> <right> <order>*2",
     "<signs>*2 <space>*6 <line>*2"},
    {"a b c d e f g h i j",
     "k l m n o p q r s t",
     "<shift> u v w x y z ' - <erase>",
     "é è ê ë à â ç ù û ü",
     "î ï ô ö œ . <left> <right> <order>*2",
     "<signs>*2 <space>*6 <line>*2"}};

// As on Arabic computers, with the letters that are reached with Shift there in sight.
const Page arabic_wide{
    14,
    {"ض ص ث ق ف غ ع ه خ ح ج د ذ <erase>",
     "ش س ي ب ل ا ت ن م ك ط ئ ء أ",
     "ؤ ر ى ة و ز ظ إ آ ( ) \" : ؛",
     "<order>*2 <signs>*2 <left> <space>*3 <right> <line> ، . ؟ -"},
    {}};

const Page arabic_narrow{
    10,
    {"ض ص ث ق ف غ ع ه خ ح",
     "ش س ي ب ل ا ت ن م ك",
     "ج د ذ ط ر و ز ظ ة <erase>",
     "ئ ء ؤ أ إ آ ى ، . ؟",
     "- ( ) / : ؛ <left> <right> <order>*2",
     "<signs>*2 <space>*6 <line>*2"},
    {}};

const Page signs_wide{
    14,
    {"1 2 3 4 5 6 7 8 9 0 ° € % <erase>",
     ". , ; : ? ! ( ) \" / + = & *",
     "æ ÿ ñ á í ó ú ã õ å ø ß š ž",
     "<order>*2 <signs>*2 <left> <space>*3 <right> <line> ' - _ @"},
    {}};

const Page signs_narrow{
    10,
    {"1 2 3 4 5 6 7 8 9 0",
     ". , ; : ? ! ( ) \" /",
     "' - _ @ & + = % ° <erase>",
     "æ ÿ ñ á í ó ú ã õ å",
     "ø ß š ž € * <left> <right> <order>*2",
     "<signs>*2 <space>*6 <line>*2"},
    {}};

// A house number, a street, a reference: figures beside the letters.
const Page mixed_low{
    14,
    {"a z e r t y u i o p 7 8 9 <erase>",
     "q s d f g h j k l m 4 5 6 é",
     "<shift> w x c v b n ' - . 1 2 3 è",
     "<order>*2 <signs>*2 <left> <space>*3 <right> <line> 0 / , à"},
    {"a b c d e f g h i j 7 8 9 <erase>",
     "k l m n o p q r s t 4 5 6 é",
     "<shift> u v w x y z ' - . 1 2 3 è",
     "<order>*2 <signs>*2 <left> <space>*3 <right> <line> 0 / , à"}};

const Page mixed_low_signs{
    14,
    {"1 2 3 4 5 6 7 8 9 0 ° € % <erase>",
     ". , ; : ? ! ( ) \" / + = & *",
     "ê â ç ë ù û î ï ô ö ü œ æ ÿ",
     "<order>*2 <signs>*2 <left> <space>*3 <right> <line> ' - _ @"},
    {}};

const Page email_wide{
    14,
    {"a z e r t y u i o p 7 8 9 <erase>",
     "q s d f g h j k l m 4 5 6 _",
     "<shift> w x c v b n @ . - 1 2 3 0",
     "<order>*2 <left> <right> .fr*2 @gmail.com*4 @orange.fr*4"},
    {"a b c d e f g h i j 7 8 9 <erase>",
     "k l m n o p q r s t 4 5 6 _",
     "<shift> u v w x y z @ . - 1 2 3 0",
     "<order>*2 <left> <right> .fr*2 @gmail.com*4 @orange.fr*4"}};

const Page email_narrow{
    10,
    {"1 2 3 4 5 6 7 8 9 0",
     "a z e r t y u i o p",
     "q s d f g h j k l m",
     "w x c v b n @ . - <erase>",
     "<shift> <order>*2 <left> <right> _ .fr*2 .com*2",
     "@gmail.com*5 @orange.fr*5"},
    {"1 2 3 4 5 6 7 8 9 0",
     "a b c d e f g h i j",
     "k l m n o p q r s t",
     "u v w x y z @ . - <erase>",
     "<shift> <order>*2 <left> <right> _ .fr*2 .com*2",
     "@gmail.com*5 @orange.fr*5"}};

const Page digits{4, {"1 2 3 <erase>", "4 5 6 <left>", "7 8 9 <right>", "<none> 0 <none>*2"}, {}};
// A and B: Corsican numbers hold 2A or 2B.
const Page nir{4, {"1 2 3 <erase>", "4 5 6 <left>", "7 8 9 <right>", "<none> 0 A B"}, {}};
const Page phone{4, {"1 2 3 <erase>", "4 5 6 <left>", "7 8 9 <right>", "+ 0 <none>*2"}, {}};
const Page amount{4, {"1 2 3 <erase>", "4 5 6 <left>", "7 8 9 <right>", ", 0 <none>*2"}, {}};

std::optional<KeyAct> act_of(std::string_view name) {
    constexpr std::array<std::pair<std::string_view, KeyAct>, 8> acts{{
        {"<shift>", KeyAct::Shift},
        {"<erase>", KeyAct::Erase},
        {"<left>", KeyAct::Left},
        {"<right>", KeyAct::Right},
        {"<order>", KeyAct::Order},
        {"<signs>", KeyAct::Signs},
        {"<space>", KeyAct::Space},
        {"<line>", KeyAct::Line},
    }};
    for (const auto& [known, act] : acts)
        if (known == name)
            return act;
    return std::nullopt;
}

Key read_key(std::string_view word) {
    Key key;
    const auto star = word.find('*', 1);
    if (star != std::string_view::npos) {
        key.columns = static_cast<float>(word.at(star + 1) - '0');
        word = word.substr(0, star);
    }
    if (const auto act = act_of(word))
        key.act = *act;
    else if (word != "<none>") // <none>: an empty place
        key.writes = word;
    return key;
}

std::vector<Key> read_row(std::string_view row, const KeyRoom& room) {
    std::vector<Key> keys;
    float spare = 0;
    while (!row.empty()) {
        const auto end = std::min(row.find(' '), row.size());
        Key key = read_key(row.substr(0, end));
        if (key.act == KeyAct::Order && room.arabic)
            key.act = KeyAct::Script;
        row.remove_prefix(std::min(end + 1, row.size()));
        if (key.act == KeyAct::Line && !room.lines)
            spare += key.columns;
        else
            keys.push_back(key);
    }
    for (Key& key : keys) // the space bar takes the room of what is not needed
        if (key.act == KeyAct::Space)
            key.columns += spare;
    return keys;
}

bool writes_arabic(const Memory::KeyboardMode& mode, const KeyRoom& room) {
    return room.arabic && !mode.latin;
}

const Page& letters_or_signs(const Memory::KeyboardMode& mode, const KeyRoom& room) {
    if (mode.signs)
        return room.narrow ? signs_narrow : signs_wide;
    if (writes_arabic(mode, room))
        return room.narrow ? arabic_narrow : arabic_wide;
    return room.narrow ? letters_narrow : letters_wide;
}

const Page& page(Keyboard keys, const Memory::KeyboardMode& mode, const KeyRoom& room) {
    switch (keys) {
    case Keyboard::Digits:
        return digits;
    case Keyboard::Nir:
        return nir;
    case Keyboard::Phone:
        return phone;
    case Keyboard::Amount:
        return amount;
    case Keyboard::Email:
        return room.narrow ? email_narrow : email_wide;
    case Keyboard::Mixed:
        if (room.low && !room.narrow && !writes_arabic(mode, room))
            return mode.signs ? mixed_low_signs : mixed_low;
        break;
    default:
        break;
    }
    return letters_or_signs(mode, room);
}

} // namespace

KeyGrid key_grid(Keyboard keys, const Memory::KeyboardMode& mode, const KeyRoom& room) {
    if (keys == Keyboard::None)
        return {};
    const Page& shown = page(keys, mode, room);
    const bool alphabetical = mode.alphabetical && !shown.alphabetical.empty();
    KeyGrid grid{.columns = shown.columns};
    if (keys == Keyboard::Mixed && (room.narrow || !room.low)) // low: beside the letters or signs
        grid.rows.push_back(
            read_row(room.narrow ? "1 2 3 4 5 6 7 8 9 0" : "1 2 3 4 5 6 7 8 9 0 / , ° @", room)
        );
    for (const auto row : alphabetical ? shown.alphabetical : shown.azerty)
        grid.rows.push_back(read_row(row, room));
    return grid;
}

} // namespace guichet::ui
