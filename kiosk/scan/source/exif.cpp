// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/source/decode.hpp"

#include <cstddef>
#include <cstdint>

namespace guichet::scan {

namespace {

/// Numbers out of the TIFF block inside an EXIF segment; nought beyond its end.
class Block {
public:
    Block(std::string_view bytes, bool little) : m_bytes(bytes), m_little(little) {}

    std::uint32_t number(std::size_t at, int size) const {
        if (at > m_bytes.size() || m_bytes.size() - at < static_cast<std::size_t>(size))
            return 0;
        std::uint32_t value = 0;
        for (int i = 0; i < size; ++i) {
            const auto k = at + static_cast<std::size_t>(m_little ? size - 1 - i : i);
            value = value << 8 | static_cast<unsigned char>(m_bytes[k]);
        }
        return value;
    }

private:
    std::string_view m_bytes;
    bool m_little;
};

int orientation_in(std::string_view tiff) {
    const Block block(tiff, tiff.substr(0, 2) == "II");
    const std::size_t directory = block.number(4, 4);
    const auto entries = block.number(directory, 2);
    for (std::size_t i = 0; i < entries && i < 200; ++i) {
        const std::size_t entry = directory + 2 + i * 12;
        if (block.number(entry, 2) != 0x0112)
            continue;
        const auto value = static_cast<int>(block.number(entry + 8, 2));
        return value >= 1 && value <= 8 ? value : 1;
    }
    return 1;
}

} // namespace

int exif_orientation(std::string_view jpeg) {
    using namespace std::string_view_literals;
    std::size_t at = 2;
    while (at + 4 <= jpeg.size() && jpeg[at] == '\xff') {
        const auto marker = static_cast<unsigned char>(jpeg[at + 1]);
        const auto size = static_cast<std::size_t>(
            static_cast<unsigned char>(jpeg[at + 2]) << 8 | static_cast<unsigned char>(jpeg[at + 3])
        );
        if (marker == 0xda || size < 2)
            break;
        const auto segment = jpeg.substr(at + 4, size - 2);
        if (marker == 0xe1 && segment.substr(0, 6) == "Exif\0\0"sv)
            return orientation_in(segment.substr(6));
        at += 2 + size;
    }
    return 1;
}

} // namespace guichet::scan
