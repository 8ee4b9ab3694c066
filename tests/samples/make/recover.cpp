#include "recover.hpp"

#include <array>
#include <memory>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/obj_mac.h>
#include <openssl/param_build.h>
#include <openssl/x509.h>

namespace samples {

namespace {

template <auto release>
struct Release {
    template <typename T>
    void operator()(T* thing) const {
        release(thing);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY_free>>;
using Number = std::unique_ptr<BIGNUM, Release<BN_free>>;
using Group = std::unique_ptr<EC_GROUP, Release<EC_GROUP_free>>;
using Point = std::unique_ptr<EC_POINT, Release<EC_POINT_free>>;
using Workspace = std::unique_ptr<BN_CTX, Release<BN_CTX_free>>;

Number number(const unsigned char* bytes, int length) {
    return Number(BN_bin2bn(bytes, length, nullptr));
}

Key public_key(const std::array<unsigned char, 65>& point) {
    const std::unique_ptr<OSSL_PARAM_BLD, Release<OSSL_PARAM_BLD_free>> build(OSSL_PARAM_BLD_new());
    OSSL_PARAM_BLD_push_utf8_string(build.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0);
    OSSL_PARAM_BLD_push_octet_string(
        build.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size()
    );
    const std::unique_ptr<OSSL_PARAM, Release<OSSL_PARAM_free>> parameters(
        OSSL_PARAM_BLD_to_param(build.get())
    );
    const std::unique_ptr<EVP_PKEY_CTX, Release<EVP_PKEY_CTX_free>> context(
        EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr)
    );
    EVP_PKEY* key = nullptr;
    if (EVP_PKEY_fromdata_init(context.get()) == 1)
        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get());
    return Key(key);
}

/// Signed by a key made up for it: only the key inside matters.
std::string certificate(EVP_PKEY& key) {
    const Key signer(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"));
    const std::unique_ptr<X509, Release<X509_free>> x509(X509_new());
    X509_set_version(x509.get(), X509_VERSION_3);
    ASN1_TIME_set_string_X509(X509_getm_notBefore(x509.get()), "20090101000000Z");
    ASN1_TIME_set_string_X509(X509_getm_notAfter(x509.get()), "20490101000000Z");
    X509_set_pubkey(x509.get(), &key);
    X509_sign(x509.get(), signer.get(), EVP_sha256());
    unsigned char* der = nullptr;
    const int length = i2d_X509(x509.get(), &der);
    std::string bytes;
    if (length > 0)
        bytes.assign(reinterpret_cast<char*>(der), static_cast<std::size_t>(length));
    OPENSSL_free(der);
    return bytes;
}

/// Q = r⁻¹ (s R − e G), R being a point whose x is r.
Key candidate(const EC_GROUP& group, const BIGNUM& r, const BIGNUM& s, const BIGNUM& e, int odd) {
    const Workspace space(BN_CTX_new());
    const auto* order = EC_GROUP_get0_order(&group);
    const Point point(EC_POINT_new(&group));
    if (EC_POINT_set_compressed_coordinates(&group, point.get(), &r, odd, space.get()) != 1)
        return nullptr;
    const Number inverse(BN_mod_inverse(nullptr, &r, order, space.get()));
    const Number for_point(BN_new());
    const Number for_base(BN_new());
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
    std::vector<std::string> found;
    for (const int odd : {0, 1})
        if (const auto key = candidate(*group, *r, *s, *e, odd))
            found.push_back(certificate(*key));
    return found;
}

} // namespace samples
