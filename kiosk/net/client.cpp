// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/client.hpp"

#include "net/curl.hpp"

#include <algorithm>
#include <cctype>
#include <string_view>
#include <utility>

namespace guichet::net {
namespace {

constexpr std::size_t longest = 1024UL * 1024UL;

std::size_t keep_body(const char* bytes, std::size_t, std::size_t count, void* into) {
    auto& body = static_cast<Reply*>(into)->body;
    if (body.size() + count > longest)
        return 0; // a write error for curl
    body.append(bytes, count);
    return count;
}

std::size_t keep_header(const char* bytes, std::size_t, std::size_t count, void* into) {
    const std::string_view line(bytes, count);
    const auto colon = line.find(':');
    if (colon == std::string_view::npos)
        return count;
    std::string name(line.substr(0, colon));
    std::ranges::transform(name, name.begin(), [](unsigned char letter) {
        return static_cast<char>(std::tolower(letter));
    });
    auto value = line.substr(colon + 1);
    const auto begin = std::min(value.find_first_not_of(" \t"), value.size());
    const auto end = value.find_last_not_of(" \t\r\n");
    value =
        end == std::string_view::npos ? std::string_view{} : value.substr(begin, end + 1 - begin);
    static_cast<Reply*>(into)->headers[name] = value;
    return count;
}

} // namespace

struct Client::Inside {
    Endpoint endpoint;
    Easy easy{make_easy()};
};

Client::Client(Endpoint endpoint)
    : m_inside(std::make_unique<Inside>(Inside{.endpoint = std::move(endpoint)})) {}
Client::~Client() = default;
Client::Client(Client&&) noexcept = default;
Client& Client::operator=(Client&&) noexcept = default;

Result<Reply> Client::ask(const Request& request) {
    auto* easy = m_inside->easy.get();
    HeaderList headers;
    for (const auto& each : request.headers)
        add_header(headers, each);
    if (!request.json.empty())
        add_header(headers, "Content-Type: application/json");
    aim(easy, m_inside->endpoint, request.path, headers);
    curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, request.method.c_str());
    if (request.method == "POST") {
        curl_easy_setopt(easy, CURLOPT_POSTFIELDS, request.json.c_str());
        curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE, static_cast<long>(request.json.size()));
    } else {
        curl_easy_setopt(easy, CURLOPT_HTTPGET, 1L);
    }
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(request.patience.count()));
    Reply reply;
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, keep_body);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &reply);
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, keep_header);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, &reply);
    const auto code = curl_easy_perform(easy);
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, nullptr); // the list ends here
    if (code != CURLE_OK)
        return tl::unexpected(explain(code));
    long status = 0;
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    reply.status = static_cast<int>(status);
    return reply;
}

} // namespace guichet::net
