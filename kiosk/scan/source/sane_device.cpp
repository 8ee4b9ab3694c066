// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/source/sane_device.hpp"

#include <algorithm>
#include <cctype>
#include <string_view>

namespace guichet::scan {

namespace {

std::string small(std::string_view text) {
    std::string result(text);
    std::ranges::transform(result, result.begin(), [](unsigned char c) {
        return static_cast<char>(std::tolower(c));
    });
    return result;
}

/// Cameras are not scanners, whatever SANE's back end for them says.
bool is_scanner(const SANE_Device& device) {
    return !std::string_view(device.name).starts_with("v4l:");
}

bool is_named(const SANE_Device& device, const std::string& wanted) {
    const auto words = small(std::string(device.vendor) + " " + device.model);
    return words.find(small(wanted)) != std::string::npos;
}

/// The device's full name: bus numbers in it change with each plugging.
Result<std::string> find_device(const std::string& wanted) {
    const SANE_Device** devices = nullptr;
    // Local ones only: looking for network scanners can take minutes.
    const auto status = sane_get_devices(&devices, SANE_TRUE);
    if (status != SANE_STATUS_GOOD)
        return tl::unexpected(failure(status, "list"));
    for (const auto* const* each = devices; each != nullptr && *each != nullptr; ++each)
        if (is_scanner(**each) && (wanted.empty() || is_named(**each, wanted)))
            return std::string((*each)->name);
    return fail(Error::Kind::NoDevice, "no such scanner is connected");
}

} // namespace

Error::Kind kind_of(SANE_Status status) {
    using enum Error::Kind;
    switch (status) {
    case SANE_STATUS_GOOD:
    case SANE_STATUS_EOF:
        return Empty;
    case SANE_STATUS_CANCELLED:
        return Cancelled;
    case SANE_STATUS_JAMMED:
    case SANE_STATUS_COVER_OPEN:
        return Jammed;
    case SANE_STATUS_NO_DOCS:
        return OutOfPaper;
    case SANE_STATUS_ACCESS_DENIED:
        return Refused;
    case SANE_STATUS_INVAL: // not there, or no longer
    case SANE_STATUS_UNSUPPORTED:
        return NoDevice;
    case SANE_STATUS_NO_MEM:
        return TooLarge;
    case SANE_STATUS_DEVICE_BUSY:
    case SANE_STATUS_IO_ERROR:
        return Unreachable;
    }
    return Unreachable;
}

Error failure(SANE_Status status, const char* doing) {
    return {kind_of(status), std::string("scanner: ") + doing + ": " + sane_strstatus(status)};
}

Result<SaneDevice> open_sane(const std::string& wanted) {
    const bool whole = wanted.find(':') != std::string::npos;
    const auto name = whole ? Result<std::string>(wanted) : find_device(wanted);
    if (!name)
        return tl::unexpected(name.error());
    SANE_Handle handle = nullptr;
    const auto status = sane_open(name->c_str(), &handle);
    if (status != SANE_STATUS_GOOD)
        return tl::unexpected(failure(status, "open"));
    return SaneDevice(handle);
}

} // namespace guichet::scan
