// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include <openssl/bn.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

namespace samples {

template <auto release>
struct Release {
    template <typename T>
    void operator()(T* thing) const {
        release(thing);
    }
};
using KeyPtr = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY_free>>;
using NumberPtr = std::unique_ptr<BIGNUM, Release<BN_free>>;
using KeyParts = std::unique_ptr<OSSL_PARAM_BLD, Release<OSSL_PARAM_BLD_free>>;

/// Parts of a key on that curve, so far none but the curve.
KeyParts parts_on(const char* curve);

/// The key, public or both halves (EVP_PKEY_PUBLIC_KEY, EVP_PKEY_KEYPAIR); null when the parts make
/// none.
KeyPtr key_of(OSSL_PARAM_BLD& parts, int selection);

/// Certificate 0001 of `key`, DER.
std::string certificate_of(EVP_PKEY& key, EVP_PKEY& signer, int first_year, int last_year);

} // namespace samples
