// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/codes/certificates.hpp"

#include "base/files.hpp"
#include "scan/codes/doc_value.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <cstring>
#include <ctime>
#include <optional>
#include <utility>

#include <openssl/bn.h>
#include <openssl/ecdsa.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

namespace guichet::scan {

namespace {

constexpr std::size_t largest_file = std::size_t{1} << 20;

template <auto release>
struct Release {
    template <typename T>
    void operator()(T* thing) const {
        release(thing);
    }
};
using X509Ptr = std::unique_ptr<X509, Release<X509_free>>;
using BioPtr = std::unique_ptr<BIO, Release<BIO_free_all>>;
using KeyPtr = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY_free>>;
using DigestPtr = std::unique_ptr<EVP_MD_CTX, Release<EVP_MD_CTX_free>>;
using NumberPtr = std::unique_ptr<BIGNUM, Release<BN_free>>;
using EcdsaPtr = std::unique_ptr<ECDSA_SIG, Release<ECDSA_SIG_free>>;

std::vector<X509Ptr> certificates_in(std::string_view bytes) {
    std::vector<X509Ptr> found;
    if (bytes.find("-----BEGIN") != std::string_view::npos) {
        const BioPtr bio(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())));
        while (auto* next = PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr))
            found.emplace_back(next);
    } else {
        const auto* at = reinterpret_cast<const unsigned char*>(bytes.data());
        const auto* end = at + bytes.size();
        while (at < end) {
            auto* next = d2i_X509(nullptr, &at, static_cast<long>(end - at));
            if (next == nullptr)
                break;
            found.emplace_back(next);
        }
    }
    ERR_clear_error();
    return found;
}

bool is_identifier(std::string_view text) {
    return text.size() == 4 && std::ranges::all_of(text, [](unsigned char letter) {
               return std::isdigit(letter) != 0 || std::isupper(letter) != 0;
           });
}

std::string common_name(const X509& certificate) {
    std::array<char, 80> name{};
    auto* subject = X509_get_subject_name(&certificate);
    const int length = X509_NAME_get_text_by_NID(
        subject, NID_commonName, name.data(), static_cast<int>(name.size())
    );
    return length > 0 ? std::string(name.data(), static_cast<std::size_t>(length)) : std::string();
}

/// "FR03-0001.der" and "FR030001.pem" → "FR030001"; "FR03.pem" → "FR03"; else empty.
std::string key_of_name(std::string_view name) {
    std::string key;
    for (const char letter : name.substr(0, name.find_last_of('.'))) {
        const auto byte = static_cast<unsigned char>(letter);
        if (std::isalnum(byte) != 0)
            key += static_cast<char>(std::toupper(byte));
        else if (letter != '-' && letter != '_' && letter != ' ')
            return {};
    }
    return key.size() == 4 || key.size() == 8 ? key : std::string();
}

/// Their private keys are public, or nobody's.
bool is_for_tests(const TwoDDoc& doc) {
    return doc.authority == "FR00" || doc.authority.starts_with("XX") || doc.certificate == "0000";
}

/// r and s behind each other, each as long as the curve's order, as DER.
std::vector<unsigned char> to_der(std::string_view raw) {
    const auto half = static_cast<int>(raw.size() / 2);
    const auto* bytes = reinterpret_cast<const unsigned char*>(raw.data());
    NumberPtr r(BN_bin2bn(bytes, half, nullptr));
    NumberPtr s(BN_bin2bn(bytes + half, half, nullptr));
    const EcdsaPtr both(ECDSA_SIG_new());
    if (!r || !s || !both || ECDSA_SIG_set0(both.get(), r.get(), s.get()) != 1)
        return {};
    r.release(); // NOLINT(bugprone-unused-return-value): `both` owns them now
    s.release(); // NOLINT(bugprone-unused-return-value)
    unsigned char* der = nullptr;
    const int length = i2d_ECDSA_SIG(both.get(), &der);
    if (length <= 0)
        return {};
    std::vector<unsigned char> result(der, der + length);
    OPENSSL_free(der);
    return result;
}

bool fits(EVP_PKEY& key, std::string_view signature, std::string_view text) {
    const auto half = (static_cast<std::size_t>(EVP_PKEY_get_bits(&key)) + 7) / 8;
    if (EVP_PKEY_get_base_id(&key) != EVP_PKEY_EC || signature.size() != 2 * half)
        return false;
    const auto der = to_der(signature);
    const DigestPtr digest(EVP_MD_CTX_new());
    const bool good =
        !der.empty() && digest &&
        EVP_DigestVerifyInit(digest.get(), nullptr, EVP_sha256(), nullptr, &key) == 1 &&
        EVP_DigestVerify(
            digest.get(),
            der.data(),
            der.size(),
            reinterpret_cast<const unsigned char*>(text.data()),
            text.size()
        ) == 1;
    ERR_clear_error();
    return good;
}

} // namespace

struct Certificates::Certificate {
    X509Ptr x509;
    KeyPtr key;

    bool valid_on(const Date& day) const {
        std::tm calendar{};
        calendar.tm_year = static_cast<int>(day.year()) - 1900;
        calendar.tm_mon = static_cast<int>(static_cast<unsigned>(day.month())) - 1;
        calendar.tm_mday = static_cast<int>(static_cast<unsigned>(day.day()));
        std::time_t first = ::timegm(&calendar);
        std::time_t last = first + std::time_t{24} * 3600 - 1;
        return X509_cmp_time(X509_get0_notBefore(x509.get()), &last) < 0 &&
               X509_cmp_time(X509_get0_notAfter(x509.get()), &first) > 0;
    }
};

std::string_view to_name(Signature signature) {
    switch (signature) {
    case Signature::None:
        return "none";
    case Signature::Unverified:
        return "not-verified";
    case Signature::Verified:
        return "verified";
    case Signature::Wrong:
        return "wrong";
    }
    return "none";
}

Result<Certificates> Certificates::load(const Trust& trust) {
    Certificates certificates;
    certificates.m_tests = trust.tests;
    if (trust.folder.empty())
        return certificates;
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (std::filesystem::directory_iterator it(trust.folder, error), end; !error && it != end;
         it.increment(error)) {
        const auto extension = it->path().extension();
        if (extension == ".der" || extension == ".cer" || extension == ".crt" ||
            extension == ".pem")
            files.push_back(it->path());
    }
    if (error)
        return fail(Error::Kind::NotFound, "no folder of certificates: " + trust.folder.string());
    std::ranges::sort(files);
    for (const auto& file : files) {
        const auto bytes = read_file(file, largest_file);
        if (!bytes || !certificates.add(*bytes, file.filename().string()))
            certificates.m_refused.push_back(file.string());
    }
    return certificates;
}

bool Certificates::add(std::string_view bytes, std::string_view name) {
    const auto key = key_of_name(name);
    if (key.empty())
        return false;
    bool any = false;
    for (auto& x509 : certificates_in(bytes)) {
        const auto id = key.size() == 8 ? key : key + common_name(*x509);
        if (id.size() != 8 || !is_identifier(std::string_view(id).substr(4)))
            continue;
        auto certificate = std::make_shared<Certificate>();
        certificate->key.reset(X509_get_pubkey(x509.get()));
        certificate->x509 = std::move(x509);
        if (!certificate->key)
            continue;
        m_found.emplace(id, std::move(certificate));
        any = true;
    }
    return any;
}

Signature Certificates::verify(const TwoDDoc& doc) const {
    if (doc.signature.empty())
        return doc.version == 1 ? Signature::Unverified : Signature::None;
    if (is_for_tests(doc) && m_tests == TestAuthorities::Refused)
        return Signature::Unverified;
    const auto [begin, end] = m_found.equal_range(doc.authority + doc.certificate);
    if (begin == end)
        return Signature::Unverified;
    const auto raw = from_base32(doc.signature);
    const auto genuine = std::find_if(begin, end, [&](const auto& entry) {
        return raw && fits(*entry.second->key, *raw, doc.signed_text);
    });
    if (genuine == end)
        return Signature::Wrong;
    const bool in_time = doc.signed_on && genuine->second->valid_on(*doc.signed_on);
    return in_time ? Signature::Verified : Signature::Unverified;
}

} // namespace guichet::scan
