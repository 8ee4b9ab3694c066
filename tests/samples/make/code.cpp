// SPDX-License-Identifier: GPL-3.0-or-later
#include "code.hpp"

#include "keys.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <stdexcept>
#include <vector>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/obj_mac.h>
#include <openssl/objects.h>

#define ZX_USE_UTF8
#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

namespace samples {

namespace {

using guichet::Image;

int nid_of(Issuer::Curve curve) {
    switch (curve) {
    case Issuer::Curve::P384:
        return NID_secp384r1;
    case Issuer::Curve::P521:
        return NID_secp521r1;
    default:
        return NID_X9_62_prime256v1;
    }
}

/// The private number is the digest of the authority's name.
KeyPtr make_key(const std::string& authority, Issuer::Curve curve) {
    const int nid = nid_of(curve);
    const std::string seed = "guichet " + authority;
    std::array<unsigned char, 32> digest{};
    EVP_Digest(seed.data(), seed.size(), digest.data(), nullptr, EVP_sha256(), nullptr);
    const NumberPtr secret(BN_bin2bn(digest.data(), static_cast<int>(digest.size()), nullptr));
    const std::unique_ptr<EC_GROUP, Release<EC_GROUP_free>> group(EC_GROUP_new_by_curve_name(nid));
    const std::unique_ptr<EC_POINT, Release<EC_POINT_free>> point(EC_POINT_new(group.get()));
    EC_POINT_mul(group.get(), point.get(), secret.get(), nullptr, nullptr, nullptr);
    std::array<unsigned char, 200> octets{};
    const auto length = EC_POINT_point2oct(
        group.get(),
        point.get(),
        POINT_CONVERSION_UNCOMPRESSED,
        octets.data(),
        octets.size(),
        nullptr
    );
    const auto parts = parts_on(OBJ_nid2sn(nid));
    OSSL_PARAM_BLD_push_BN(parts.get(), OSSL_PKEY_PARAM_PRIV_KEY, secret.get());
    OSSL_PARAM_BLD_push_octet_string(parts.get(), OSSL_PKEY_PARAM_PUB_KEY, octets.data(), length);
    auto key = key_of(*parts, EVP_PKEY_KEYPAIR);
    if (!key)
        throw std::runtime_error("no key can be made");
    return key;
}

std::string to_base32(const std::vector<unsigned char>& bytes) {
    constexpr const char* letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string text;
    unsigned bits = 0;
    int held = 0;
    for (const unsigned char byte : bytes) {
        bits = (bits << 8 | byte) & 0xFFFFU;
        for (held += 8; held >= 5; held -= 5)
            text += letters[bits >> (held - 5) & 31U];
    }
    if (held > 0)
        text += letters[bits << (5 - held) & 31U];
    return text;
}

Image to_image(const ZXing::BitMatrix& matrix, int module, int quiet) {
    Image image;
    image.width = (matrix.width() + 2 * quiet) * module;
    image.height = (matrix.height() + 2 * quiet) * module;
    image.rgba.assign(
        static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) * 4, 255
    );
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x) {
            const int column = x / module - quiet;
            const int row = y / module - quiet;
            const bool inside =
                column >= 0 && row >= 0 && column < matrix.width() && row < matrix.height();
            if (inside && matrix.get(column, row)) {
                const auto at = static_cast<std::size_t>(y * image.width + x) * 4;
                std::fill_n(image.rgba.begin() + static_cast<std::ptrdiff_t>(at), 3, 15);
            }
        }
    return image;
}

Image draw(ZXing::BarcodeFormat format, const std::string& text, int module, int quiet) {
    ZXing::MultiFormatWriter writer(format);
    writer.setMargin(0).setEncoding(ZXing::CharacterSet::ISO8859_1);
    return to_image(writer.encode(text, 0, 0), module, quiet);
}

} // namespace

struct Issuer::Key {
    KeyPtr pkey;
    std::size_t half{};
};

Issuer::Issuer(std::string authority, Curve curve)
    : m_authority(std::move(authority)), m_key(std::make_unique<Key>()) {
    m_key->pkey = make_key(m_authority, curve);
    m_key->half = (static_cast<std::size_t>(EVP_PKEY_get_bits(m_key->pkey.get())) + 7) / 8;
}

Issuer::~Issuer() = default;

std::string Issuer::payload(const std::string& type, const std::string& message) const {
    // 2025-03-14 and 2025-03-15
    return sign("DC04" + m_authority + "0001" + "23F823F9" + type + "01FR" + message);
}

std::string Issuer::sign(const std::string& header_and_message) const {
    const std::unique_ptr<EVP_MD_CTX, Release<EVP_MD_CTX_free>> context(EVP_MD_CTX_new());
    const auto* bytes = reinterpret_cast<const unsigned char*>(header_and_message.data());
    std::array<unsigned char, 200> der{};
    std::size_t length = der.size();
    if (EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key->pkey.get()) != 1 ||
        EVP_DigestSign(context.get(), der.data(), &length, bytes, header_and_message.size()) != 1)
        throw std::runtime_error("cannot sign");
    const unsigned char* at = der.data();
    const std::unique_ptr<ECDSA_SIG, Release<ECDSA_SIG_free>> both(
        d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(length))
    );
    const int half = static_cast<int>(m_key->half);
    std::vector<unsigned char> raw(2 * m_key->half);
    BN_bn2binpad(ECDSA_SIG_get0_r(both.get()), raw.data(), half);
    BN_bn2binpad(ECDSA_SIG_get0_s(both.get()), raw.data() + half, half);
    return header_and_message + '\x1f' + to_base32(raw);
}

std::string Issuer::certificate(int first_year, int last_year) const {
    return certificate_of(*m_key->pkey, *m_key->pkey, first_year, last_year);
}

Image draw_data_matrix(const std::string& payload, int module) {
    return draw(ZXing::BarcodeFormat::DataMatrix, payload, module, 2);
}

Image draw_qr(const std::string& text, int module) {
    return draw(ZXing::BarcodeFormat::QRCode, text, module, 4);
}

Image draw_letter(int dpi) {
    const auto dots = [dpi](int millimetres) { return millimetres * dpi * 10 / 254; };
    Image page{.width = dots(210), .height = dots(297), .rgba = {}};
    page.rgba.assign(
        static_cast<std::size_t>(page.width) * static_cast<std::size_t>(page.height) * 4, 255
    );
    // Strokes as dense as print, in words and lines.
    const int stroke = std::max(1, dpi / 75);
    for (int line = dots(40); line < dots(260); line += dots(6))
        for (int x = dots(25); x < dots(180); x += stroke * 3) {
            const int word = (x / (stroke * 27) + line) % 7;
            if (word == 0)
                continue;
            for (int y = line; y < line + dots(2); ++y)
                for (int i = 0; i < stroke; ++i) {
                    const auto at = static_cast<std::size_t>(y * page.width + x + i) * 4;
                    std::fill_n(page.rgba.begin() + static_cast<std::ptrdiff_t>(at), 3, 40);
                }
        }
    return page;
}

void put(const Image& picture, int x, int y, Image& page) {
    for (int row = 0; row < picture.height; ++row) {
        if (y + row < 0 || y + row >= page.height)
            continue;
        for (int column = 0; column < picture.width; ++column) {
            if (x + column < 0 || x + column >= page.width)
                continue;
            const auto from = static_cast<std::ptrdiff_t>(row * picture.width + column) * 4;
            const auto to = static_cast<std::ptrdiff_t>((y + row) * page.width + x + column) * 4;
            std::copy_n(picture.rgba.begin() + from, 4, page.rgba.begin() + to);
        }
    }
}

Image turned(const Image& picture, int quarters) {
    Image result = picture;
    for (int i = 0; i < quarters; ++i) {
        const Image before = result;
        std::swap(result.width, result.height);
        for (int y = 0; y < before.height; ++y)
            for (int x = 0; x < before.width; ++x) {
                const auto from = static_cast<std::ptrdiff_t>(y * before.width + x) * 4;
                const auto to =
                    static_cast<std::ptrdiff_t>(x * result.width + before.height - 1 - y) * 4;
                std::copy_n(before.rgba.begin() + from, 4, result.rgba.begin() + to);
            }
    }
    return result;
}

} // namespace samples
