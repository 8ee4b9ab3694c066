#include "scan/source/sane.hpp"

#include "scan/source/decode.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <utility>

#include <sane/sane.h>
#include <sane/saneopts.h>

namespace guichet::scan {

namespace {

auto failure(SANE_Status status, const char* doing) {
    using enum Error::Kind;
    const auto kind = [status] {
        switch (status) {
        case SANE_STATUS_JAMMED:
        case SANE_STATUS_COVER_OPEN:
            return Jammed;
        case SANE_STATUS_NO_DOCS:
            return OutOfPaper;
        case SANE_STATUS_CANCELLED:
            return Cancelled;
        case SANE_STATUS_ACCESS_DENIED:
            return Refused;
        case SANE_STATUS_INVAL:
        case SANE_STATUS_UNSUPPORTED:
            return NoDevice;
        default:
            return Unreachable;
        }
    }();
    return fail(kind, std::string("scanner: ") + doing + ": " + sane_strstatus(status));
}

struct Session {
    Session() : status(sane_init(nullptr, nullptr)) {}
    ~Session() { sane_exit(); }
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    SANE_Status status;
};

struct CloseDevice {
    void operator()(void* handle) const { sane_close(handle); }
};

using Device = std::unique_ptr<void, CloseDevice>;

Result<Device> open_device(const std::string& wanted) {
    std::string name = wanted;
    if (name.empty()) {
        const SANE_Device** devices = nullptr;
        // Local ones only: looking for network scanners can take minutes.
        const auto status = sane_get_devices(&devices, SANE_TRUE);
        if (status != SANE_STATUS_GOOD)
            return failure(status, "list");
        if (devices == nullptr || devices[0] == nullptr)
            return fail(Error::Kind::NoDevice, "no scanner is connected");
        name = devices[0]->name;
    }
    SANE_Handle handle = nullptr;
    const auto status = sane_open(name.c_str(), &handle);
    if (status != SANE_STATUS_GOOD)
        return failure(status, "open");
    return Device(handle);
}

/// The setting's number, or -1.
int find_option(SANE_Handle handle, const std::string& name) {
    SANE_Int count = 0;
    if (sane_control_option(handle, 0, SANE_ACTION_GET_VALUE, &count, nullptr) != SANE_STATUS_GOOD)
        return -1;
    for (int i = 1; i < count; ++i) {
        const auto* option = sane_get_option_descriptor(handle, i);
        if (option != nullptr && option->name != nullptr && name == option->name &&
            SANE_OPTION_IS_ACTIVE(option->cap) && SANE_OPTION_IS_SETTABLE(option->cap))
            return i;
    }
    return -1;
}

/// Settings a device does not have, or refuses, are passed over: every device differs.
void set_option(SANE_Handle handle, const std::string& name, const std::string& value) {
    const int index = find_option(handle, name);
    if (index < 0)
        return;
    const auto* option = sane_get_option_descriptor(handle, index);
    if (option->type == SANE_TYPE_STRING) {
        std::vector<char> text(
            std::max<std::size_t>(static_cast<std::size_t>(option->size), value.size() + 1)
        );
        std::ranges::copy(value, text.begin());
        sane_control_option(handle, index, SANE_ACTION_SET_VALUE, text.data(), nullptr);
        return;
    }
    const double number = value == "yes" ? 1 : std::strtod(value.c_str(), nullptr);
    SANE_Word word = option->type == SANE_TYPE_FIXED ? SANE_FIX(number)
                                                     : static_cast<SANE_Word>(std::lround(number));
    sane_control_option(handle, index, SANE_ACTION_SET_VALUE, &word, nullptr);
}

/// A colour mode under whatever name the device gives it; a coloured picture shows people more.
void choose_colour(SANE_Handle handle) {
    const int index = find_option(handle, SANE_NAME_SCAN_MODE);
    if (index < 0)
        return;
    const auto* option = sane_get_option_descriptor(handle, index);
    if (option->constraint_type != SANE_CONSTRAINT_STRING_LIST)
        return;
    for (const auto* item = option->constraint.string_list; *item != nullptr; ++item)
        if (std::strncmp(*item, "Color", 5) == 0)
            return set_option(handle, SANE_NAME_SCAN_MODE, *item);
}

/// Everything the device sends for one frame; `limit` bytes at most.
Result<std::string>
read_frame(SANE_Handle handle, std::size_t limit, const std::function<bool()>& cancelled) {
    std::string bytes;
    std::array<SANE_Byte, 65536> block{};
    while (true) {
        if (cancelled && cancelled())
            return fail(Error::Kind::Cancelled, "cancelled while scanning");
        SANE_Int length = 0;
        const auto status =
            sane_read(handle, block.data(), static_cast<SANE_Int>(block.size()), &length);
        if (status == SANE_STATUS_EOF)
            return bytes;
        if (status != SANE_STATUS_GOOD)
            return failure(status, "read");
        bytes.append(reinterpret_cast<const char*>(block.data()), static_cast<std::size_t>(length));
        if (bytes.size() > limit)
            return fail(Error::Kind::TooLarge, "the scanner sends too much");
    }
}

/// One sample, 0 to 255, of a line as SANE packs it (SANE standard 4.3.8).
std::uint8_t sample(const std::string& bytes, std::size_t line, std::size_t index, int depth) {
    if (depth == 1) { // one means black
        const auto byte = static_cast<unsigned char>(bytes[line + index / 8]);
        return (byte >> (7 - index % 8) & 1) != 0 ? 0 : 255;
    }
    if (depth == 16) // in the machine's own order: the second byte is the high one here
        return static_cast<std::uint8_t>(bytes[line + index * 2 + 1]);
    return static_cast<std::uint8_t>(bytes[line + index]);
}

Result<Page> to_page(const SANE_Parameters& frame, const std::string& bytes, double dpi) {
    const auto stride = static_cast<std::size_t>(std::max(frame.bytes_per_line, 0));
    const std::size_t channels = frame.format == SANE_FRAME_RGB ? 3 : 1;
    const auto width = static_cast<std::size_t>(std::max(frame.pixels_per_line, 0));
    const auto depth = static_cast<std::size_t>(frame.depth);
    if (frame.format != SANE_FRAME_RGB && frame.format != SANE_FRAME_GRAY)
        return fail(Error::Kind::Unreadable, "scanner: three passes are not supported");
    if ((depth != 1 && depth != 8 && depth != 16) || width == 0 ||
        stride < (width * channels * depth + 7) / 8)
        return fail(Error::Kind::Unreadable, "scanner: a frame without shape");
    const std::size_t height = bytes.size() / stride;
    if (height == 0)
        return fail(Error::Kind::Empty, "scanner: a frame without lines");
    auto image = std::make_shared<Image>();
    image->width = static_cast<int>(width);
    image->height = static_cast<int>(height);
    image->rgba.reserve(width * height * 4);
    for (std::size_t y = 0; y < height; ++y)
        for (std::size_t x = 0; x < width; ++x) {
            for (std::size_t c = 0; c < 3; ++c)
                image->rgba.push_back(
                    sample(bytes, y * stride, x * channels + (channels == 3 ? c : 0), frame.depth)
                );
            image->rgba.push_back(255);
        }
    return Page{.picture = std::move(image), .dpi = dpi};
}

Result<Page> scan_sheet(
    SANE_Handle handle,
    const Scanner& scanner,
    const Limits& limits,
    const std::function<bool()>& cancelled
) {
    auto status = sane_start(handle);
    if (status != SANE_STATUS_GOOD)
        return failure(status, "start");
    SANE_Parameters frame{};
    status = sane_get_parameters(handle, &frame);
    if (status != SANE_STATUS_GOOD)
        return failure(status, "parameters");
    if (frame.lines > 0 && static_cast<long>(frame.lines) * frame.pixels_per_line > limits.pixels)
        return fail(Error::Kind::TooLarge, "scanner: too many pixels");
    const auto most = static_cast<std::size_t>(limits.pixels) * 3;
    return read_frame(handle, most, cancelled).and_then([&](const std::string& bytes) {
        return to_page(frame, bytes, scanner.dpi);
    });
}

bool feeds(const Scanner& scanner) {
    const auto source = scanner.settings.find(SANE_NAME_SCAN_SOURCE);
    return source != scanner.settings.end() &&
           (source->second.find("Feeder") != std::string::npos ||
            source->second.find("ADF") != std::string::npos);
}

Result<std::vector<Page>> scan_sheets(
    SANE_Handle handle,
    const Scanner& scanner,
    const Limits& limits,
    const std::function<bool()>& cancelled
) {
    std::vector<Page> pages;
    const int most = feeds(scanner) ? limits.pages : 1;
    while (static_cast<int>(pages.size()) < most) {
        auto page = scan_sheet(handle, scanner, limits, cancelled);
        if (!page && page.error().kind == Error::Kind::OutOfPaper && !pages.empty())
            break; // the feeder's last sheet was read
        if (!page) {
            sane_cancel(handle);
            return tl::unexpected(page.error());
        }
        pages.push_back(std::move(*page));
    }
    sane_cancel(handle);
    return pages;
}

} // namespace

Result<std::vector<Page>> scan_with_sane(
    const Scanner& scanner, const Limits& limits, const std::function<bool()>& cancelled
) {
    const Quiet quiet;
    const Session session;
    if (session.status != SANE_STATUS_GOOD)
        return failure(session.status, "init");
    auto device = open_device(scanner.device);
    if (!device)
        return tl::unexpected(device.error());
    choose_colour(device->get());
    set_option(device->get(), SANE_NAME_SCAN_RESOLUTION, std::to_string(scanner.dpi));
    for (const auto& [name, value] : scanner.settings)
        set_option(device->get(), name, value);
    return scan_sheets(device->get(), scanner, limits, cancelled);
}

} // namespace guichet::scan
