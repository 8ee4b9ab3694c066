// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.hpp"
#include "scan/codes/two_d_doc.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::scan {

/// What the signature of a code is worth.
enum class Signature {
    None,       ///< the code has none
    Unverified, ///< no certificate at hand, or one that was not valid on the day of signing
    Verified,
    Wrong, ///< there is a certificate, and the signature does not fit: forged, altered or misread
};

/// "verified"
std::string_view to_name(Signature signature);

/// Whether certificates of authorities for tests (FR00, XX00) prove anything. Anyone has their
/// keys: never in a place with a public.
enum class TestAuthorities { Refused, Allowed };

/// Where a site keeps its certificates; no folder: none are checked.
struct Trust {
    std::filesystem::path folder{};
    TestAuthorities tests{TestAuthorities::Refused};
};

/// The certificates of 2D-Doc issuers that the person in charge of a site has put in a folder. The
/// folder is the trust: no chain is followed and nothing is fetched.
class Certificates {
public:
    Certificates() = default;

    /// Every .der, .cer, .crt and .pem of the folder; one file may hold several. A file name begins
    /// with the authority ("FR03-0001.der"); without the certificate's own identifier behind it
    /// ("FR03.pem"), that is the subject's common name. NotFound when the folder is not
    /// there; no certificate without a folder.
    static Result<Certificates> load(const Trust& trust);

    /// Adds those in `bytes`, DER or PEM, as if from a file of that name; false when there is none.
    bool add(std::string_view bytes, std::string_view name);

    /// ECDSA over P-256, P-384 or P-521 with SHA-256 (ANTS 3.2.6, 4.3).
    Signature verify(const TwoDDoc& doc) const;

    std::size_t size() const { return m_found.size(); }
    /// Files that hold no certificate we can name, for the log.
    const std::vector<std::string>& refused() const { return m_refused; }

    void allow(TestAuthorities tests) { m_tests = tests; }

private:
    struct Certificate;

    std::multimap<std::string, std::shared_ptr<const Certificate>> m_found{}; ///< by "FR030001"
    std::vector<std::string> m_refused{};
    TestAuthorities m_tests{TestAuthorities::Refused};
};

} // namespace guichet::scan
