// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/source.hpp"

#include "base/files.hpp"
#include "scan/pix.hpp"
#include "scan/source/decode.hpp"
#include "scan/source/sane.hpp"

#include <algorithm>
#include <chrono>
#include <string>
#include <system_error>
#include <thread>

#include <leptonica/allheaders.h>

namespace guichet::scan {

namespace {

namespace fs = std::filesystem;

/// How long a file must not have changed to count as whole, and how long we wait for that.
constexpr auto settled = std::chrono::milliseconds(700);
constexpr auto patience = std::chrono::seconds(15);

bool is_candidate(const fs::directory_entry& entry) {
    std::error_code error;
    const auto name = entry.path().filename().string();
    const auto ending = entry.path().extension().string();
    return entry.is_regular_file(error) && !name.empty() && name.front() != '.' &&
           name.back() != '~' && ending != ".part" && ending != ".tmp" && ending != ".crdownload";
}

Result<fs::path> newest(const fs::path& folder) {
    std::error_code error;
    fs::path found;
    fs::file_time_type when{};
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        if (!is_candidate(*it))
            continue;
        std::error_code gone;
        const auto time = it->last_write_time(gone);
        if (gone || (!found.empty() && time < when))
            continue;
        found = it->path();
        when = time;
    }
    if (error)
        return fail(Error::Kind::NoDevice, "the scanner's folder cannot be read");
    if (found.empty())
        return fail(Error::Kind::OutOfPaper, "the scanner's folder is empty");
    return found;
}

struct Mark {
    std::uintmax_t size{};
    fs::file_time_type time{};

    bool operator==(const Mark&) const = default;
};

Mark mark_of(const fs::path& file) {
    std::error_code error;
    return {.size = fs::file_size(file, error), .time = fs::last_write_time(file, error)};
}

/// Waits until a file another machine may still be writing rests.
Result<void> wait_until_whole(const fs::path& file, const std::function<bool()>& cancelled) {
    using Clock = std::chrono::steady_clock;
    Mark last = mark_of(file);
    if (fs::file_time_type::clock::now() - last.time > settled)
        return {};
    const auto end = Clock::now() + patience;
    auto since = Clock::now();
    while (Clock::now() - since < settled) {
        if (cancelled && cancelled())
            return fail(Error::Kind::Cancelled, "cancelled while a file was arriving");
        if (Clock::now() > end)
            return fail(Error::Kind::TimedOut, "the file never stops growing");
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        const Mark now = mark_of(file);
        if (now != last)
            since = Clock::now();
        last = now;
    }
    return {};
}

Result<PagesPtr>
take_newest(const fs::path& folder, const Limits& limits, const std::function<bool()>& cancelled) {
    return newest(folder).and_then([&](const fs::path& file) {
        return wait_until_whole(file, cancelled).and_then([&] { return open_file(file, limits); });
    });
}

Result<std::vector<Page>> all_of(const PagesPtr& pages) {
    std::vector<Page> all;
    for (int i = 0; i < pages->count(); ++i) {
        auto page = pages->page(i);
        if (!page)
            return tl::unexpected(page.error());
        all.push_back(std::move(*page));
    }
    return all;
}

} // namespace

Result<PagesPtr> open_pages(std::string bytes, const Limits& limits) {
    if (bytes.empty())
        return fail(Error::Kind::Empty, "no bytes");
    if (bytes.size() > limits.bytes)
        return fail(Error::Kind::TooLarge, "too many bytes");
    keep_freed_memory();
    setMsgSeverity(L_SEVERITY_NONE);
    const Quiet quiet;
    // A PDF may have rubbish before its header (ISO 32000-1, annex H: within 1024 bytes).
    if (std::string_view(bytes).substr(0, 1024).find("%PDF-") != std::string_view::npos)
        return open_pdf(std::move(bytes), limits);
    return open_pictures(std::move(bytes), limits);
}

Result<PagesPtr> open_file(const std::filesystem::path& file, const Limits& limits) {
    return read_file(file, limits.bytes).and_then([&](std::string bytes) {
        return open_pages(std::move(bytes), limits);
    });
}

Result<std::vector<Page>> decode_pages(std::string_view bytes, const Limits& limits) {
    return open_pages(std::string(bytes), limits).and_then(all_of);
}

Result<std::vector<Page>> load_pages(const std::filesystem::path& file, const Limits& limits) {
    return open_file(file, limits).and_then(all_of);
}

Result<PagesPtr>
take_pages(const Scanner& scanner, const Limits& limits, const std::function<bool()>& cancelled) {
    switch (scanner.kind) {
    case Scanner::Kind::File:
        return open_file(scanner.path, limits);
    case Scanner::Kind::Folder:
        return take_newest(scanner.path, limits, cancelled);
    case Scanner::Kind::Sane:
        return scan_with_sane(scanner, limits, cancelled);
    case Scanner::Kind::Camera:
    case Scanner::Kind::None:
        break;
    }
    return fail(Error::Kind::NoDevice, "no scanner is set up");
}

Result<std::vector<Page>>
acquire(const Scanner& scanner, const Limits& limits, const std::function<bool()>& cancelled) {
    return take_pages(scanner, limits, cancelled).and_then(all_of);
}

} // namespace guichet::scan
