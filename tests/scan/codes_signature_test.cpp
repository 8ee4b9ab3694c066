// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples/make/code.hpp"
#include "scan/codes/certificates.hpp"
#include "temporary_folder.hpp"

#include <array>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace guichet;
using namespace guichet::scan;
using samples::Issuer;

namespace {

const std::string message = "46SPECIMEN NATACHA\x1d"
                            "452024";

TwoDDoc parsed(const std::string& payload) {
    const auto& table = code_table();
    REQUIRE(table);
    const auto doc = parse_2d_doc(payload, *table);
    REQUIRE(doc);
    return *doc;
}

Certificates holding(const std::string& certificate, const std::string& file) {
    Certificates certificates;
    REQUIRE(certificates.add(certificate, file));
    return certificates;
}

} // namespace

TEST_CASE("a signature of each curve is verified with its certificate") {
    struct Row {
        Issuer::Curve curve;
        std::size_t length;
    };
    constexpr auto rows = std::to_array<Row>({
        {Issuer::Curve::P256, 103},
        {Issuer::Curve::P384, 154},
        {Issuer::Curve::P521, 212},
    });
    for (const auto& row : rows) {
        CAPTURE(row.length);
        const Issuer issuer("QQ01", row.curve);
        const auto doc = parsed(issuer.payload("28", message));
        CHECK(doc.signature.size() == row.length);
        CHECK(holding(issuer.certificate(), "QQ01-0001.der").verify(doc) == Signature::Verified);
    }
}

TEST_CASE("one changed character makes a signature wrong") {
    const Issuer issuer("QQ01");
    const auto certificates = holding(issuer.certificate(), "QQ01-0001.der");
    auto payload = issuer.payload("28", message);
    payload[payload.find("NATACHA")] = 'M';
    CHECK(certificates.verify(parsed(payload)) == Signature::Wrong);
}

TEST_CASE("a signature that is none is wrong, never a crash") {
    const Issuer issuer("QQ01");
    const auto certificates = holding(issuer.certificate(), "QQ01-0001.der");
    auto doc = parsed(issuer.payload("28", message));
    for (const auto& signature :
         {std::string("A"),
          std::string(103, '1'),
          std::string(103, 'A'),
          std::string(154, 'B'),
          doc.signature.substr(1),
          doc.signature + "A"}) {
        CAPTURE(signature);
        doc.signature = signature;
        const bool whole = signature.size() == 104; // the same 64 bytes and loose bits behind
        CHECK((certificates.verify(doc) == Signature::Wrong || whole));
    }
    doc.signature.clear();
    CHECK(certificates.verify(doc) == Signature::None);
}

TEST_CASE("the key of another issuer proves nothing") {
    const auto doc = parsed(Issuer("QQ01").payload("28", message));
    const Issuer other("QQ02");
    CHECK(holding(other.certificate(), "QQ02-0001.der").verify(doc) == Signature::Unverified);
    CHECK(holding(other.certificate(), "QQ01-0001.der").verify(doc) == Signature::Wrong);
    CHECK(Certificates().verify(doc) == Signature::Unverified);
}

TEST_CASE("a certificate proves only what was signed while it was valid") {
    const Issuer issuer("QQ01");
    const auto doc = parsed(issuer.payload("28", message)); // signed in March 2025
    const auto before = holding(issuer.certificate(2019, 2025), "QQ01-0001.der");
    CHECK(before.verify(doc) == Signature::Unverified);
    const auto after = holding(issuer.certificate(2026, 2030), "QQ01-0001.der");
    CHECK(after.verify(doc) == Signature::Unverified);
    const auto during = holding(issuer.certificate(2025, 2026), "QQ01-0001.der");
    CHECK(during.verify(doc) == Signature::Verified);
    auto dateless = issuer.sign("DC04QQ0100012309FFFF2801FR" + message);
    CHECK(during.verify(parsed(dateless)) == Signature::Unverified);
}

TEST_CASE("authorities for tests prove nothing unless the site says so") {
    for (const char* authority : {"FR00", "XX00"}) {
        CAPTURE(authority);
        const Issuer issuer(authority);
        const auto doc = parsed(issuer.payload("28", message));
        auto certificates = holding(issuer.certificate(), std::string(authority) + "-0001.der");
        CHECK(certificates.verify(doc) == Signature::Unverified);
        certificates.allow(TestAuthorities::Allowed);
        CHECK(certificates.verify(doc) == Signature::Verified);
    }
}

TEST_CASE("certificates are found in a folder by their names") {
    const Issuer issuer("QQ01");
    const Issuer other("QQ02");
    const TemporaryFolder folder;
    folder.write("QQ01.der", issuer.certificate() + Issuer("QQ09").certificate());
    folder.write("qq02_0001.cer", other.certificate());
    folder.write("notes.txt", "not a certificate");
    folder.write("QQ03-0001.pem", "not a certificate either");
    folder.write("some certificate of theirs.der", issuer.certificate());
    const auto certificates = Certificates::load({folder.path(), TestAuthorities::Refused});
    REQUIRE(certificates);
    CHECK(certificates->size() == 3);
    CHECK(certificates->refused().size() == 2);
    CHECK(certificates->verify(parsed(issuer.payload("28", message))) == Signature::Verified);
    CHECK(certificates->verify(parsed(other.payload("28", message))) == Signature::Verified);
    const auto none = Certificates::load({});
    REQUIRE(none);
    CHECK(none->size() == 0);
    const auto nowhere = Certificates::load({"/nowhere", TestAuthorities::Refused});
    REQUIRE_FALSE(nowhere);
    CHECK(nowhere.error().kind == Error::Kind::NotFound);
}
