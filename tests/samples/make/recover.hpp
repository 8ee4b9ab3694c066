// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace samples {

/// Certificates for the two keys on P-256 that may have made a signature (r and s behind each
/// other): one of them is the signer's (SEC 1, 4.1.6). Published examples can so be checked
/// without their certificate.
std::vector<std::string>
possible_certificates(const std::string& signed_text, const std::string& signature);

} // namespace samples
