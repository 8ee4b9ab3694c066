// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/assets.hpp"
#include "hub/desk.hpp"
#include "hub/gate.hpp"
#include "hub/http.hpp"
#include "hub/points.hpp"
#include "hub/wire.hpp"
#include "hub/worker.hpp"

#include <array>
#include <atomic>
#include <map>
#include <optional>
#include <span>
#include <string>

namespace guichet::hub {

/// What answering a request needs.
struct Services {
    Store& store;
    Desk& desk;
    Points& points;
    Gate& gate;
    Worker& worker;
    std::map<std::string, Asset> assets{};
    std::map<std::string, std::string> titles{}; ///< what procedures are called, by their ids
    bool behind_proxy{};                         ///< X-Forwarded-For and -Proto are our own proxy's
    std::array<std::atomic<long>, 6> answers{};  ///< by hundreds of their status
};

/// One request on its way to its answer.
struct Context {
    const HttpRequest& request;
    std::shared_ptr<Exchange> exchange;
    Services& services;
    std::string id{};   ///< the {id} of the path
    std::string page{}; ///< ?console=
    KioskEntry kiosk{};
    SignedIn who{};
    Body body{""};
    Instant now{};
};

enum class Who { Anybody, Kiosk, Console };

struct Route {
    const char* method;
    const char* path; ///< one {id} at most
    Who who;
    /// Nullopt: it answers by itself, now or later.
    std::optional<HttpResponse> (*handle)(Context&);
    Role role{Role::Mediator};
    bool needs_page{};
};

/// Everything a hub answers to, but for the console's files. A test holds openapi.yaml against it.
std::span<const Route> routes();
std::span<const Route> kiosk_routes();
std::span<const Route> console_routes();
std::span<const Route> point_routes();
std::span<const Route> activity_routes();
std::span<const Route> note_routes();

/// Finds the route, lets in who may, answers.
void serve(const HttpRequest& raw, const std::shared_ptr<Exchange>& exchange, Services& services);

HttpResponse json_answer(int status, const Json& json);
HttpResponse no_content();
/// {"error": code}
HttpResponse refuse(int status, const char* code);
HttpResponse unavailable();
/// What every answer carries against other sites and prying.
HttpHeaders guarding_headers(bool secure);
/// Writes in the journal, which is about staff; a hub that cannot still takes calls.
void note(Context& context, const Account& account, const std::string& what);
/// Begins an answer of server-sent events, with them, and counts it.
std::shared_ptr<EventStream> open_stream(Context& context);
/// Sends it with them, and counts it.
void send_answer(
    Services& services, const HttpRequest& request, Exchange& exchange, HttpResponse answer
);

} // namespace guichet::hub
