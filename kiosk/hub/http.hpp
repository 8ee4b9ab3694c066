// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace guichet::hub {

/// A request as it came, within the limits of the server.
struct HttpRequest {
    std::string method{};
    std::string path{};
    std::map<std::string, std::string> query{};
    std::map<std::string, std::string> headers{}; ///< names in small letters
    std::string body{};
    std::string peer{}; ///< the address it came from
    bool secure{};      ///< over TLS
};

using HttpHeaders = std::vector<std::pair<std::string, std::string>>;

struct HttpResponse {
    int status{200};
    HttpHeaders headers{};
    std::string body{};
};

/// Written once and sent to many.
using SharedText = std::shared_ptr<std::string>;

/// An answer that goes on: server-sent events. May be used from any thread.
class EventStream {
public:
    EventStream() = default;
    EventStream(const EventStream&) = delete;
    EventStream& operator=(const EventStream&) = delete;
    virtual ~EventStream() = default;
    /// False: the other end is gone, or so far behind that it was cut off; it comes back and is
    /// told everything anew.
    virtual bool send(const SharedText& text) = 0;
    virtual void close() = 0;
};

/// Where the answer to one request goes, now or later, from any thread. One of the two, once.
class Exchange {
public:
    Exchange() = default;
    Exchange(const Exchange&) = delete;
    Exchange& operator=(const Exchange&) = delete;
    virtual ~Exchange() = default;
    virtual void answer(const HttpResponse& response) = 0;
    virtual std::shared_ptr<EventStream> stream(const HttpHeaders& headers) = 0;
};

using HttpHandler =
    std::function<void(const HttpRequest& request, const std::shared_ptr<Exchange>& exchange)>;

} // namespace guichet::hub
