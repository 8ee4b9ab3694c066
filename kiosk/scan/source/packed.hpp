// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scan/source.hpp"

#include <string>
#include <vector>

namespace guichet::scan {

/// Pages that were taken and wait to be read. From the second on they are kept as JPEG: twenty
/// sheets of a feeder would not fit otherwise.
class PackedPages : public Pages {
public:
    void add(Page page);
    int count() const override { return static_cast<int>(m_kept.size()); }
    Result<Page> page(int index) override;
    std::size_t weight() const override;

private:
    struct Kept {
        Page page; ///< without pixels when packed
        std::string jpeg{};
    };
    static void pack(Kept& kept);

    std::vector<Kept> m_kept;
};

} // namespace guichet::scan
