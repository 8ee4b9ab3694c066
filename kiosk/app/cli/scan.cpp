// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/scan.hpp"

#include "app/cli/scan_json.hpp"
#include "app/protocol/protocol.hpp"
#include "app/screen/png.hpp"
#include "base/files.hpp"
#include "base/json.hpp"
#include "scan/read.hpp"

#include <chrono>
#include <memory>
#include <utility>

#include <nlohmann/json.hpp>

namespace guichet::app {

namespace {

using Clock = std::chrono::steady_clock;

/// "page.png", then "page-2.png"…
std::filesystem::path numbered(const std::filesystem::path& file, int number) {
    if (number == 1)
        return file;
    auto name = file.stem();
    name += "-" + std::to_string(number);
    name += file.extension();
    return file.parent_path() / name;
}

/// Reads the files one after the other and prints a line for each.
class Scan {
public:
    Scan(const ScanArguments& arguments, std::vector<scan::Kind> kinds, std::ostream& out)
        : m_arguments(arguments), m_kinds(std::move(kinds)), m_out(out) {
        m_options.kind = arguments.kind;
        m_options.text = arguments.text;
    }

    Result<void> trust() {
        auto certificates = scan::Certificates::load(m_arguments.trust);
        if (!certificates)
            return tl::unexpected(certificates.error());
        m_options.certificates =
            std::make_shared<const scan::Certificates>(std::move(*certificates));
        return {};
    }

    /// Whether it could be read.
    bool read(const std::string& file) {
        const auto start = Clock::now();
        const auto read = scan::open_file(file, {}).and_then([&](const auto& pages) {
            return scan::examine(*pages, m_kinds, m_options);
        });
        const auto saved = read ? save(*read) : Result<void>();
        Json json = read ? to_json(*read, m_arguments.text) : Json::object();
        json["file"] = file;
        if (!read)
            json["error"] = to_name(read.error().kind);
        else if (!saved)
            json["error"] = to_name(saved.error().kind);
        json["ms"] =
            std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start).count();
        m_out << to_text(json) << '\n' << std::flush;
        return read && saved;
    }

private:
    Result<void> save(const scan::Examination& examination) {
        if (m_arguments.clean.empty())
            return {};
        for (const auto& page : examination.pages) {
            auto written = write_png(numbered(m_arguments.clean, ++m_saved), *page);
            if (!written)
                return written;
        }
        return {};
    }

    const ScanArguments& m_arguments;
    std::vector<scan::Kind> m_kinds;
    std::ostream& m_out;
    scan::Options m_options{};
    int m_saved{0};
};

void refuse(std::ostream& out, std::string_view error, const std::string& detail) {
    out << to_text(Json{{"error", error}, {"detail", detail}}) << '\n';
}

} // namespace

int run_scan(const ScanArguments& arguments, std::ostream& out) {
    auto kinds = scan::load_kinds(data_folder() / "forms/documents");
    if (!kinds) {
        refuse(out, to_name(kinds.error().kind), kinds.error().detail);
        return 1;
    }
    if (!arguments.kind.empty() && scan::find_kind(*kinds, arguments.kind) == nullptr) {
        std::string known;
        for (const auto& kind : *kinds)
            known += (known.empty() ? "" : ", ") + kind.id;
        refuse(out, "Invalid", "no kind " + arguments.kind + "; there are " + known);
        return 2;
    }
    Scan scan(arguments, std::move(*kinds), out);
    if (const auto trusted = scan.trust(); !trusted) {
        refuse(out, to_name(trusted.error().kind), trusted.error().detail);
        return 2;
    }
    bool all_read = true;
    for (const auto& file : arguments.files)
        all_read = scan.read(file) && all_read;
    return all_read ? 0 : 1;
}

} // namespace guichet::app
