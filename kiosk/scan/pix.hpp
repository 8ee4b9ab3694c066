// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/image.hpp"

#include <memory>

struct Pix;

namespace guichet::scan {

struct PixRelease {
    void operator()(Pix* pix) const;
};

/// A Leptonica picture that frees itself. Null when an operation failed.
using PixPtr = std::unique_ptr<Pix, PixRelease>;

/// Any depth to our pixels; null for null.
Picture to_picture(const PixPtr& pix);

/// 32 bits a pixel; null for a null or empty picture.
PixPtr to_pix(const Picture& picture);

/// Another handle on the same pixels.
PixPtr share(const PixPtr& pix);

/// 8 bits of grey without colour map.
PixPtr to_grey(const PixPtr& pix);

/// Turned clockwise by quarters.
PixPtr turned(const PixPtr& pix, int quarters);

/// Every side times `scale`, smoothly.
PixPtr resized(const PixPtr& pix, double scale);

int width_of(const PixPtr& pix);
int height_of(const PixPtr& pix);

/// While one lives, what the decoding libraries print on standard error goes nowhere. They can tell
/// of a person's file, and say nothing that our own errors do not. For the whole process.
class Quiet {
public:
    Quiet();
    ~Quiet();
    Quiet(const Quiet&) = delete;
    Quiet& operator=(const Quiet&) = delete;

private:
    int m_kept;
};

} // namespace guichet::scan
