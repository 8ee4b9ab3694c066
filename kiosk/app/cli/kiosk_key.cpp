// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/kiosk_key.hpp"

#include "base/files.hpp"
#include "hub/secrets.hpp"

namespace guichet::app {

namespace {

constexpr std::size_t longest_key = 1024;

} // namespace

Result<KioskKey> read_kiosk_key(const std::filesystem::path& file) {
    const auto text = read_file(file, longest_key);
    if (!text)
        return fail(Error::Kind::NotFound, "there is no key in " + file.string());
    const auto line = text->substr(0, text->find_first_of("\r\n"));
    const auto dot = line.find('.');
    if (dot == std::string::npos || dot == 0 || dot + 1 == line.size())
        return fail(Error::Kind::Invalid, "no key of a kiosk in " + file.string());
    return KioskKey{line.substr(0, dot), line.substr(dot + 1)};
}

Result<void> make_kiosk_key(const std::filesystem::path& file) {
    if (read_kiosk_key(file))
        return {};
    std::error_code error;
    if (std::filesystem::create_directories(file.parent_path(), error))
        std::filesystem::permissions(file.parent_path(), std::filesystem::perms::owner_all, error);
    if (!hub::prepare_secrets())
        return fail(Error::Kind::Unreachable, "this system gives no randomness");
    const auto written = write_file(file, "kiosk." + hub::make_token() + "\n");
    if (!written)
        return fail(written.error().kind, "cannot write in " + file.parent_path().string());
    return {};
}

} // namespace guichet::app
