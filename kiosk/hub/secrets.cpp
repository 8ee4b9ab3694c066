// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/secrets.hpp"

#include <array>
#include <cstdint>
#include <vector>

#include <sodium.h>

namespace guichet::hub {
namespace {

using Digest = std::array<unsigned char, crypto_generichash_BYTES>;

Digest digest(std::string_view purpose, std::string_view text) {
    Digest out{};
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, out.size());
    crypto_generichash_update(
        &state, reinterpret_cast<const unsigned char*>(purpose.data()), purpose.size()
    );
    crypto_generichash_update(&state, bytes, text.size());
    crypto_generichash_final(&state, out.data(), out.size());
    return out;
}

std::string to_hex(const Digest& bytes) {
    std::vector<char> text(bytes.size() * 2 + 1);
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    return text.data();
}

} // namespace

bool prepare_secrets() {
    return sodium_init() >= 0;
}

std::string hash_password(const std::string& password) {
    std::array<char, crypto_pwhash_STRBYTES> out{};
    const int failed = crypto_pwhash_str_alg(
        out.data(),
        password.data(),
        password.size(),
        crypto_pwhash_OPSLIMIT_INTERACTIVE,
        crypto_pwhash_MEMLIMIT_INTERACTIVE,
        crypto_pwhash_ALG_ARGON2ID13
    );
    return failed != 0 ? std::string{} : std::string(out.data());
}

bool check_password(const std::string& hash, const std::string& password) {
    return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

std::string make_token() {
    std::array<unsigned char, 32> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    std::array<char, sodium_base64_ENCODED_LEN(32, sodium_base64_VARIANT_URLSAFE_NO_PADDING)>
        text{};
    sodium_bin2base64(
        text.data(),
        text.size(),
        bytes.data(),
        bytes.size(),
        sodium_base64_VARIANT_URLSAFE_NO_PADDING
    );
    return text.data();
}

std::string fingerprint(std::string_view token) {
    return to_hex(digest("guichet:kept:", token));
}

std::string csrf_of(std::string_view token) {
    return to_hex(digest("guichet:csrf:", token));
}

bool same(std::string_view one, std::string_view other) {
    return one.size() == other.size() && sodium_memcmp(one.data(), other.data(), one.size()) == 0;
}

std::string digits_of(std::string_view secret, long number) {
    const auto bytes = digest("guichet:code:" + std::to_string(number) + ":", secret);
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; i++)
        value = value << 8U | bytes.at(i);
    auto text = std::to_string(value % 10000);
    return std::string(4 - text.size(), '0') + text;
}

} // namespace guichet::hub
