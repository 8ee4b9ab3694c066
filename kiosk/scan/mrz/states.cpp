// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/mrz/states.hpp"

#include <algorithm>
#include <vector>

namespace guichet::scan {

namespace {

/// ISO 3166-1 alpha-3 (iso-codes), a blank after each.
constexpr std::string_view countries =
    "ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES "
    "BFA BGD BGR BHR BHS BIH BLM BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE "
    "CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR CYM CYP CZE DEU DJI DMA DNK "
    "DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB "
    "GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND "
    "IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN "
    "LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT "
    "MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR "
    "NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU "
    "RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN "
    "SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA "
    "UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE ";

/// Doc 9303-3 section 5, parts A to D.
constexpr std::string_view others =
    "D<< EUE GBD GBN GBO GBP GBS RKS UNA UNK UNO UTO XBA XCC XCE XCO XDC XEC XES XIM XMP "
    "XOM XPO XXA XXB XXC XXX ";

} // namespace

std::span<const std::string_view> states() {
    static const auto all = [] {
        std::vector<std::string_view> codes;
        for (const auto list : {countries, others})
            for (std::size_t i = 0; i + 3 < list.size(); i += 4)
                codes.push_back(list.substr(i, 3));
        std::ranges::sort(codes);
        return codes;
    }();
    return all;
}

bool is_state(std::string_view code) {
    return std::ranges::binary_search(states(), code);
}

} // namespace guichet::scan
