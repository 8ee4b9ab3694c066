// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace guichet::scan {

/// Keeps Tesseract from sharing each small task among threads that wait for each other, which makes
/// a page four times as long, and from the work of starting such a task, which is a fifth of a
/// page. For the whole process: what is OpenMP in it runs on the thread that calls it.
void use_one_thread();

} // namespace guichet::scan
