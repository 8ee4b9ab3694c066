#pragma once

namespace guichet::visit {

/// Cap heights from 4.8 mm up to 7.4 mm and more.
enum class TextSize { Normal, Large, Larger, Largest };

enum class Theme { Default, Dark, BlackOnWhite, YellowOnBlack, Soft };

} // namespace guichet::visit
