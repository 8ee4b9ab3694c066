// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/format/bic.hpp"

#include "scan/text/letters.hpp"

#include <algorithm>

namespace guichet::scan {

namespace {

/// ISO 3166-1, two letters each, and Kosovo.
constexpr std::string_view countries =
    "ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCD"
    "CFCGCHCICKCLCMCNCOCRCUCVCWCXCYCZDEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGF"
    "GGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIMINIOIQIRISITJEJMJOJPKEKGKHKIKMKN"
    "KPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNA"
    "NCNENFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSI"
    "SJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUMUSUYUZVAVCVEVGVI"
    "VNVUWFWSYEYTZAZMZWXK";

bool is_country(std::string_view code) {
    for (std::size_t i = 0; i < countries.size(); i += 2)
        if (countries.substr(i, 2) == code)
            return true;
    return false;
}

bool is_sign(char c) {
    return is_capital(c) || is_digit(c);
}

} // namespace

bool is_bic(std::string_view signs) {
    const bool word_behind = signs.size() == 11 && signs.ends_with("RIB"); // no branch
    return (signs.size() == 8 || signs.size() == 11) && !word_behind &&
           std::ranges::all_of(signs.substr(0, 4), is_capital) && is_country(signs.substr(4, 2)) &&
           std::ranges::all_of(signs.substr(6), is_sign);
}

bool is_cut_bic(std::string_view signs) {
    return (signs.size() == 9 || signs.size() == 10) && is_bic(signs.substr(0, 8));
}

} // namespace guichet::scan
