// SPDX-License-Identifier: GPL-3.0-or-later
#include "recover.hpp"

#include "keys.hpp"

#include <array>
#include <memory>

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/obj_mac.h>

namespace samples {

namespace {

using Group = std::unique_ptr<EC_GROUP, Release<EC_GROUP_free>>;
using Point = std::unique_ptr<EC_POINT, Release<EC_POINT_free>>;
using Workspace = std::unique_ptr<BN_CTX, Release<BN_CTX_free>>;

NumberPtr number(const unsigned char* bytes, int length) {
    return NumberPtr(BN_bin2bn(bytes, length, nullptr));
}

KeyPtr public_key(const std::array<unsigned char, 65>& point) {
    const auto parts = parts_on("prime256v1");
    OSSL_PARAM_BLD_push_octet_string(
        parts.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size()
    );
    return key_of(*parts, EVP_PKEY_PUBLIC_KEY);
}

/// Q = r⁻¹ (s R − e G), R being a point whose x is r.
KeyPtr
candidate(const EC_GROUP& group, const BIGNUM& r, const BIGNUM& s, const BIGNUM& e, int odd) {
    const Workspace space(BN_CTX_new());
    const auto* order = EC_GROUP_get0_order(&group);
    const Point point(EC_POINT_new(&group));
    if (EC_POINT_set_compressed_coordinates(&group, point.get(), &r, odd, space.get()) != 1)
        return nullptr;
    const NumberPtr inverse(BN_mod_inverse(nullptr, &r, order, space.get()));
    const NumberPtr for_point(BN_new());
    const NumberPtr for_base(BN_new());
    BN_mod_mul(for_point.get(), &s, inverse.get(), order, space.get());
    BN_mod_mul(for_base.get(), &e, inverse.get(), order, space.get());
    BN_sub(for_base.get(), order, for_base.get());
    const Point key(EC_POINT_new(&group));
    EC_POINT_mul(&group, key.get(), for_base.get(), point.get(), for_point.get(), space.get());
    std::array<unsigned char, 65> octets{};
    EC_POINT_point2oct(
        &group, key.get(), POINT_CONVERSION_UNCOMPRESSED, octets.data(), octets.size(), space.get()
    );
    return public_key(octets);
}

} // namespace

std::vector<std::string>
possible_certificates(const std::string& signed_text, const std::string& signature) {
    const Group group(EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1));
    const auto* raw = reinterpret_cast<const unsigned char*>(signature.data());
    const auto r = number(raw, 32);
    const auto s = number(raw + 32, 32);
    std::array<unsigned char, 32> digest{};
    EVP_Digest(
        signed_text.data(), signed_text.size(), digest.data(), nullptr, EVP_sha256(), nullptr
    );
    const auto e = number(digest.data(), 32);
    const KeyPtr signer(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256")); // only the key counts
    std::vector<std::string> found;
    for (const int odd : {0, 1})
        if (const auto key = candidate(*group, *r, *s, *e, odd))
            found.push_back(certificate_of(*key, *signer, 2009, 2049));
    return found;
}

} // namespace samples
