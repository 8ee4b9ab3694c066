// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.hpp"
#include "scan/source.hpp"

#include <memory>
#include <string>
#include <vector>

#include <sane/sane.h>

namespace guichet::scan {

/// What the person is told of a status: each of the standard's twelve (SANE 1.06, 4.2.7).
Error::Kind kind_of(SANE_Status status);

/// `status` met while `doing` something.
Error failure(SANE_Status status, const char* doing);

/// While one lives, SANE's back ends are loaded.
struct SaneSession {
    SaneSession() : status(sane_init(nullptr, nullptr)) {}
    ~SaneSession() { sane_exit(); }
    SaneSession(const SaneSession&) = delete;
    SaneSession& operator=(const SaneSession&) = delete;

    SANE_Status status;
};

struct CloseSane {
    void operator()(void* handle) const { sane_close(handle); }
};
using SaneDevice = std::unique_ptr<void, CloseSane>;

Result<SaneDevice> open_sane(const std::string& wanted);

/// Sets what `scanner` asks for. Settings a device does not have, or refuses, are passed over:
/// every device differs. Returns the resolution it will really use.
double configure(SANE_Handle handle, const Scanner& scanner);

/// Whether sheets come one after the other.
bool feeds(SANE_Handle handle, const Scanner& scanner);

} // namespace guichet::scan
