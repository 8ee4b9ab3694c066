// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys.hpp"

#include <algorithm>

#include <openssl/core_names.h>
#include <openssl/x509.h>

namespace samples {

namespace {

void set_year(ASN1_TIME* time, int year) {
    ASN1_TIME_set_string_X509(time, (std::to_string(year) + "0101000000Z").c_str());
}

} // namespace

KeyParts parts_on(const char* curve) {
    KeyParts parts(OSSL_PARAM_BLD_new());
    OSSL_PARAM_BLD_push_utf8_string(parts.get(), OSSL_PKEY_PARAM_GROUP_NAME, curve, 0);
    return parts;
}

KeyPtr key_of(OSSL_PARAM_BLD& parts, int selection) {
    const std::unique_ptr<OSSL_PARAM, Release<OSSL_PARAM_free>> parameters(
        OSSL_PARAM_BLD_to_param(&parts)
    );
    const std::unique_ptr<EVP_PKEY_CTX, Release<EVP_PKEY_CTX_free>> context(
        EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr)
    );
    EVP_PKEY* key = nullptr;
    if (EVP_PKEY_fromdata_init(context.get()) == 1)
        EVP_PKEY_fromdata(context.get(), &key, selection, parameters.get());
    return KeyPtr(key);
}

std::string certificate_of(EVP_PKEY& key, EVP_PKEY& signer, int first_year, int last_year) {
    const std::unique_ptr<X509, Release<X509_free>> x509(X509_new());
    X509_set_version(x509.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(x509.get()), 1);
    set_year(X509_getm_notBefore(x509.get()), first_year);
    set_year(X509_getm_notAfter(x509.get()), last_year);
    auto* name = X509_get_subject_name(x509.get());
    X509_NAME_add_entry_by_txt(
        name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("0001"), -1, -1, 0
    );
    X509_set_issuer_name(x509.get(), name);
    X509_set_pubkey(x509.get(), &key);
    X509_sign(x509.get(), &signer, EVP_sha256());
    unsigned char* der = nullptr;
    const int length = i2d_X509(x509.get(), &der);
    std::string bytes(reinterpret_cast<char*>(der), static_cast<std::size_t>(std::max(length, 0)));
    OPENSSL_free(der);
    return bytes;
}

} // namespace samples
