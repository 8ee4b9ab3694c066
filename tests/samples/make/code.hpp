// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/image.hpp"

#include <memory>
#include <string>

namespace samples {

/// Somebody who signs 2D-Docs and does not exist. The key follows from the authority's name, so
/// that two runs have the same one; it is secret to nobody.
class Issuer {
public:
    enum class Curve { P256, P384, P521 };

    explicit Issuer(std::string authority, Curve curve = Curve::P256);
    ~Issuer();
    Issuer(const Issuer&) = delete;
    Issuer& operator=(const Issuer&) = delete;

    /// A payload of version 04: header, message (with its group separators) and signature.
    std::string payload(const std::string& type, const std::string& message) const;

    /// Header and message signed: US and the signature in Base32.
    std::string sign(const std::string& header_and_message) const;

    /// Its certificate 0001, DER, good from 2009 to 2049 unless said otherwise.
    std::string certificate(int first_year = 2009, int last_year = 2049) const;

private:
    struct Key;

    std::string m_authority;
    std::unique_ptr<Key> m_key;
};

/// The DataMatrix of a payload, `module` pixels a module, with its quiet zone.
guichet::Image draw_data_matrix(const std::string& payload, int module);
guichet::Image draw_qr(const std::string& text, int module);

/// An A4 page with lines of print, `dpi` dots an inch.
guichet::Image draw_letter(int dpi);

/// Puts a picture on a page, its left upper corner there.
void put(const guichet::Image& picture, int x, int y, guichet::Image& page);

/// Turned clockwise by quarters.
guichet::Image turned(const guichet::Image& picture, int quarters);

} // namespace samples
