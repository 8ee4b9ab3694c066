// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/ocr/one_thread.hpp"

// Of two definitions a library finds that of the program: these take the place of libgomp's, which
// even for a team of one thread makes the team anew and wakes the kernel, a quarter of a million
// times a page. The variable OMP_THREAD_LIMIT spares neither.
namespace {

/// Where the sections of the region that runs are.
struct Sections {
    unsigned count{};
    unsigned last{};
};
thread_local Sections sections;

} // namespace

// NOLINTBEGIN(readability-identifier-naming): the names are libgomp's
extern "C" {

void GOMP_parallel(void (*task)(void*), void* data, unsigned /*threads*/, unsigned /*flags*/) {
    task(data);
}

void GOMP_parallel_sections(
    void (*task)(void*), void* data, unsigned /*threads*/, unsigned count, unsigned /*flags*/
) {
    const Sections outer = sections;
    sections = {.count = count};
    task(data);
    sections = outer;
}

/// The number of the next one, from 1; 0 when all are done.
unsigned GOMP_sections_next() {
    return sections.last < sections.count ? ++sections.last : 0;
}

void GOMP_sections_end_nowait() {}
}
// NOLINTEND(readability-identifier-naming)

namespace guichet::scan {

void use_one_thread() {} // whoever calls it has the definitions above in the program

} // namespace guichet::scan
