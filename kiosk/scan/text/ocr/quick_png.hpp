// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace guichet::scan {

/// Keeps Tesseract from compressing the picture of each line that it reads and forgets at once,
/// which is a sixth of a page. For the whole process: a PNG that Leptonica writes to memory is not
/// compressed.
void use_quick_png();

} // namespace guichet::scan
