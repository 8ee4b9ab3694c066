// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes as the payload of a 2D-Doc: any must give values or none, never a crash.
#include "scan/codes/certificates.hpp"
#include "scan/codes/code_fields.hpp"

#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace guichet::scan;

namespace {

const CodeTable& table() {
    static const CodeTable fixed =
        parse_code_table({"10\t0\t38\ttext\tNom\n24\t5\t5\tdigits\tCode\n"
                          "41\t0\t12\tnumber\tRevenu\n4A\t8\t8\tdate\tJour\n"
                          "06\t4\t4\tdays\tJour\nC3\t12\t12\tmoment\tHeure\n"
                          "0C\t0\t\turl\tLien\n6F\t0\t90\ttext\tZone\n",
                          "01\tFacture\n",
                          "ids",
                          "types"})
            .table;
    return fixed;
}

std::vector<Kind> kinds() {
    Kind kind;
    kind.id = "facture";
    kind.code_types = {"01", "28"};
    kind.zones = {"TD3 P", "TD1 I", "TD2 I"};
    for (const char* reference : {"10", "10/family", "10/given", "24+10", "41", "4A", "0C"}) {
        Field field;
        field.name = reference;
        field.code = {reference};
        field.format = kind.fields.size() % 2 == 0 ? "name" : "address";
        kind.fields.push_back(field);
    }
    return {kind};
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view payload(reinterpret_cast<const char*>(data), size);
    const auto doc = parse_2d_doc(payload, table());
    if (!doc)
        return 0;
    static const std::vector<Kind> known = kinds();
    const auto signature = Certificates().verify(*doc);
    if (signature == Signature::Verified)
        std::abort(); // nothing is proven without a certificate
    for (const auto& proposal : doc_fields(*doc, known, {.signature = signature}).fields)
        if (proposal.value.empty())
            std::abort();
    if (doc->signed_text.size() > payload.size())
        std::abort();
    return 0;
}
