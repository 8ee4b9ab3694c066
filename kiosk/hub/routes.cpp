// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/routes.hpp"

#include "hub/log.hpp"
#include "hub/metrics.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace guichet::hub {
namespace {

constexpr std::size_t longest_body = 16UL * 1024UL;

std::optional<HttpResponse> health(Context& context) {
    const auto well = context.services.store.check();
    return json_answer(well ? 200 : 503, {{"status", well ? "ok" : "the store does not answer"}});
}

std::optional<HttpResponse> metrics(Context& context) {
    return HttpResponse{
        200,
        {{"Content-Type", "text/plain; version=0.0.4; charset=utf-8"}},
        metrics_text(context.services)};
}

HttpResponse asset_answer(const Asset& asset) {
    return {200, {{"Content-Type", asset.type}, {"Cache-Control", "no-cache"}}, asset.bytes};
}

std::optional<HttpResponse> console_page(Context& context) {
    return asset_answer(context.services.assets.at("/"));
}

constexpr std::array public_routes{
    Route{"GET", "/healthz", Who::Anybody, health},
    Route{"GET", "/metrics", Who::Anybody, metrics},
    Route{"GET", "/", Who::Anybody, console_page},
};

/// The {id}, empty when there is none; nullopt: another path.
std::optional<std::string> match(std::string_view pattern, std::string_view path) {
    const auto at = pattern.find("{id}");
    if (at == std::string_view::npos)
        return pattern == path ? std::optional(std::string{}) : std::nullopt;
    const auto after = pattern.substr(at + 4);
    if (!path.starts_with(pattern.substr(0, at)) || !path.ends_with(after) ||
        path.size() < at + after.size())
        return std::nullopt;
    auto id = std::string(path.substr(at, path.size() - at - after.size()));
    return is_id(id) ? std::optional(std::move(id)) : std::nullopt;
}

bool is_json(const HttpRequest& request) {
    const auto type = request.headers.find("content-type");
    return type != request.headers.end() && type->second.starts_with("application/json");
}

std::optional<HttpResponse> let_kiosk_in(Context& context) {
    auto kiosk = context.services.gate.kiosk(context.request, context.now);
    if (!kiosk)
        return unavailable();
    if (!*kiosk)
        return refuse(401, "signed-out");
    context.kiosk = std::move(**kiosk);
    return std::nullopt;
}

std::optional<HttpResponse> let_console_in(const Route& route, Context& context) {
    auto found = context.services.gate.signed_in(context.request, context.now);
    if (!found)
        return unavailable();
    if (!*found)
        return refuse(401, "signed-out");
    auto& who = **found;
    const bool changes = context.request.method == "POST";
    if (who.account.role < route.role || (changes && !Gate::is_ours(context.request, who.token)))
        return refuse(403, "forbidden");
    context.who = std::move(who);
    return std::nullopt;
}

/// Who asks may; else why not.
std::optional<HttpResponse> let_in(const Route& route, Context& context) {
    switch (route.who) {
    case Who::Kiosk:
        return let_kiosk_in(context);
    case Who::Console:
        return let_console_in(route, context);
    default:
        return std::nullopt;
    }
}

std::optional<HttpResponse> read_body(const Route& route, Context& context) {
    const auto& request = context.request;
    if (request.body.size() > longest_body)
        return refuse(413, "invalid");
    if (request.method == "POST" && !request.body.empty()) {
        if (!is_json(request))
            return refuse(415, "invalid");
        context.body = Body(request.body);
    }
    const auto page = request.query.find("console");
    context.page = page == request.query.end() ? std::string{} : page->second;
    const bool page_is_right = !route.needs_page || is_id(context.page);
    if (!context.body.is_right() || !page_is_right)
        return refuse(400, "invalid");
    return std::nullopt;
}

std::optional<HttpResponse> handle(const Route& route, Context& context) {
    if (auto refused = let_in(route, context))
        return refused;
    if (auto refused = read_body(route, context))
        return refused;
    return route.handle(context);
}

HttpRequest seen_through_proxy(const HttpRequest& request) {
    auto seen = request;
    if (const auto from = request.headers.find("x-forwarded-for"); from != request.headers.end()) {
        const auto comma = from->second.find_last_of(", "); // the one our own proxy added
        seen.peer = from->second.substr(comma == std::string::npos ? 0 : comma + 1);
    }
    const auto scheme = request.headers.find("x-forwarded-proto");
    seen.secure = seen.secure || (scheme != request.headers.end() && scheme->second == "https");
    return seen;
}

std::optional<HttpResponse>
answer(const HttpRequest& request, const std::shared_ptr<Exchange>& exchange, Services& services) {
    bool path_exists = false;
    for (const auto& route : routes()) {
        auto id = match(route.path, request.path);
        if (!id)
            continue;
        path_exists = true;
        if (request.method != route.method)
            continue;
        Context context{
            .request = request, .exchange = exchange, .services = services, .id = std::move(*id)};
        context.now = now();
        return handle(route, context);
    }
    if (path_exists)
        return refuse(405, "unknown");
    const auto asset = services.assets.find(request.path);
    if (asset != services.assets.end() && request.method == "GET")
        return asset_answer(asset->second);
    return refuse(404, "unknown");
}

} // namespace

std::span<const Route> routes() {
    static const auto all = [] {
        std::vector<Route> list(public_routes.begin(), public_routes.end());
        for (const auto part :
             {kiosk_routes(), console_routes(), point_routes(), activity_routes(), note_routes()})
            list.insert(list.end(), part.begin(), part.end());
        return list;
    }();
    return all;
}

HttpResponse json_answer(int status, const Json& json) {
    return {
        status,
        {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}},
        guichet::to_text(json)};
}

HttpResponse no_content() {
    return {204, {{"Cache-Control", "no-store"}}, {}};
}

HttpResponse refuse(int status, const char* code) {
    return json_answer(status, {{"error", code}});
}

HttpResponse unavailable() {
    return refuse(503, "unavailable");
}

HttpHeaders guarding_headers(bool secure) {
    HttpHeaders headers{
        {"Content-Security-Policy",
         "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src "
         "'self'; "
         "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"},
        {"X-Content-Type-Options", "nosniff"},
        {"Referrer-Policy", "no-referrer"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
        {"Cross-Origin-Resource-Policy", "same-origin"},
        {"Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()"}};
    if (secure)
        headers.emplace_back("Strict-Transport-Security", "max-age=31536000");
    return headers;
}

void note(Context& context, const Account& account, const std::string& what) {
    if (!context.services.store.note({context.now, account.site, account.name, what}))
        log_event("act-not-noted", {{"account", account.name}});
}

std::shared_ptr<EventStream> open_stream(Context& context) {
    auto headers = guarding_headers(context.request.secure);
    headers.emplace_back("Content-Type", "text/event-stream");
    headers.emplace_back("Cache-Control", "no-store");
    headers.emplace_back("X-Accel-Buffering", "no");
    context.services.answers.at(2)++;
    return context.exchange->stream(headers);
}

void send_answer(
    Services& services, const HttpRequest& request, Exchange& exchange, HttpResponse answer
) {
    services.answers.at(static_cast<std::size_t>(std::clamp(answer.status / 100, 0, 5)))++;
    for (auto& header : guarding_headers(request.secure))
        answer.headers.push_back(std::move(header));
    exchange.answer(answer);
}

void serve(const HttpRequest& raw, const std::shared_ptr<Exchange>& exchange, Services& services) {
    const auto request = services.behind_proxy ? seen_through_proxy(raw) : raw;
    if (auto response = answer(request, exchange, services))
        send_answer(services, request, *exchange, std::move(*response));
}

} // namespace guichet::hub
