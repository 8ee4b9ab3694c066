// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace guichet::ui {

/// The screen, in pixels; all sizes on it are thought in millimetres.
struct Display {
    int width{1920};
    int height{1080};
    float pixels_per_mm{4.0f}; ///< 21.5 inches at 1920×1080: 4.03
};

} // namespace guichet::ui
