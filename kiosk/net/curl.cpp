// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/curl.hpp"

#include <cstdlib>

namespace guichet::net {

Easy make_easy() {
    static const auto ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    Easy easy(ready == CURLE_OK ? curl_easy_init() : nullptr);
    if (!easy)
        std::abort(); // no memory
    curl_easy_setopt(easy.get(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy.get(), CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(easy.get(), CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy.get(), CURLOPT_NOPROXY, "localhost,127.0.0.1,::1");
    curl_easy_setopt(easy.get(), CURLOPT_CONNECTTIMEOUT_MS, 3000L);
    curl_easy_setopt(easy.get(), CURLOPT_TCP_KEEPALIVE, 1L);
    curl_easy_setopt(easy.get(), CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    return easy;
}

void add_header(HeaderList& list, const std::string& header) {
    auto* longer = curl_slist_append(list.get(), header.c_str());
    if (longer == nullptr)
        std::abort();     // no memory
    (void)list.release(); // the head is the same, or the first
    list.reset(longer);
}

void aim(CURL* easy, const Endpoint& endpoint, const std::string& path, HeaderList& list) {
    curl_easy_setopt(easy, CURLOPT_URL, (endpoint.url + path).c_str());
    if (!endpoint.authorities.empty())
        curl_easy_setopt(easy, CURLOPT_CAINFO, endpoint.authorities.c_str());
    if (!endpoint.key.empty())
        add_header(list, "Authorization: Bearer " + endpoint.key);
    add_header(list, "Expect:"); // no pause before a body
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, list.get());
}

Error explain(CURLcode code) {
    const std::string why = std::string("the hub: ") + curl_easy_strerror(code);
    switch (code) {
    case CURLE_OPERATION_TIMEDOUT:
        return {Error::Kind::TimedOut, why};
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
        return {Error::Kind::Refused, why};
    case CURLE_WRITE_ERROR:
        return {Error::Kind::TooLarge, why};
    case CURLE_URL_MALFORMAT:
    case CURLE_UNSUPPORTED_PROTOCOL:
        return {Error::Kind::Invalid, why};
    default:
        return {Error::Kind::Unreachable, why};
    }
}

} // namespace guichet::net
