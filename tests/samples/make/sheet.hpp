// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/image.hpp"

#include <string>
#include <vector>

#include <cairo/cairo.h>

namespace samples {

/// A sheet to draw on, in millimetres.
class Sheet {
public:
    struct Colour {
        double red{};
        double green{};
        double blue{};
    };

    Sheet(double width, double height, Colour ground, double dpi = 300);
    ~Sheet();
    Sheet(const Sheet&) = delete;
    Sheet& operator=(const Sheet&) = delete;

    cairo_t* cairo() const { return m_cairo; }

    /// `x`, `y`: left end and top, in millimetres; `points`: size of the letters.
    void write(double x, double y, double points, const std::string& text, bool bold = false) const;
    void rectangle(double x, double y, double width, double height, double shade) const;
    /// The wavy lines printed under everything against forgers.
    void guilloche(double width, double height) const;
    /// A head and shoulders where the photo would be.
    void portrait(double x, double y) const;
    /// A machine-readable zone, ten characters an inch (Doc 9303-3, 4.1).
    void zone(const std::vector<std::string>& lines, double left, double top) const;

    guichet::Image image() const;

private:
    double m_dots; ///< per millimetre
    cairo_surface_t* m_surface;
    cairo_t* m_cairo;
};

} // namespace samples
