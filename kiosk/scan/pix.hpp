// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/image.hpp"

#include <memory>
#include <vector>

struct Boxa;
struct Pix;

namespace guichet::scan {

struct PixRelease {
    void operator()(Pix* pix) const;
};

/// A Leptonica picture that frees itself. Null when an operation failed.
using PixPtr = std::unique_ptr<Pix, PixRelease>;

struct BoxesRelease {
    void operator()(Boxa* boxes) const;
};

/// Boxes that free themselves. Null when an operation failed.
using BoxesPtr = std::unique_ptr<Boxa, BoxesRelease>;

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

/// The same when `scale` is less than 1: each pixel the mean of those it stands for. Else another
/// handle.
PixPtr reduced(const PixPtr& pix, double scale);

/// What of a picture lies in `part`; null when nothing does.
PixPtr cut_out(const PixPtr& pix, const Box& part);

/// A picture of one bit with its holes filled; null for null.
PixPtr without_holes(const PixPtr& ink);

/// The boxes around what hangs together, corners counted, in a picture of one bit; none for null.
std::vector<Box> parts_of(const PixPtr& ink);

int width_of(const PixPtr& pix);
int height_of(const PixPtr& pix);

/// From the first call on, what pictures leave is kept for the next ones: by default each of 32 MB
/// and more is asked of the kernel anew, which takes longer than to draw it. For the whole process.
void keep_freed_memory();
/// Gives it back, when one document is done and the next may be long in coming.
void give_back_memory();

/// While one lives, what the decoding libraries print on standard error goes nowhere. They can tell
/// of a person's file, and say nothing that our own errors do not. For the whole process.
class Quiet {
public:
    Quiet();
    ~Quiet();
    Quiet(const Quiet&) = delete;
    Quiet& operator=(const Quiet&) = delete;
};

} // namespace guichet::scan
