// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/server.hpp"

#include <algorithm>
#include <atomic>
#include <cctype>
#include <exception>
#include <mutex>
#include <thread>

#include <restinio/all.hpp>
#include <restinio/tls.hpp>

namespace guichet::hub {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t threads = 2;
constexpr std::uint64_t longest_body = 64UL * 1024UL;
/// What a client that does not read may leave waiting.
constexpr std::size_t most_waiting = 1024UL * 1024UL;

// Not with RESTinio's limit of connections: when the server stops, those still open use it after
// it is gone.
using PlainTraits = restinio::traits_t<restinio::asio_timer_manager_t, restinio::null_logger_t>;
using TlsTraits = restinio::tls_traits_t<restinio::asio_timer_manager_t, restinio::null_logger_t>;

std::string to_text(restinio::string_view_t view) {
    return {view.data(), view.size()};
}

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char letter) {
        return static_cast<char>(std::tolower(letter));
    });
    return text;
}

std::map<std::string, std::string> read_query(restinio::string_view_t text) {
    std::map<std::string, std::string> query;
    const auto parsed =
        restinio::try_parse_query<restinio::parse_query_traits::restinio_defaults>(text);
    if (parsed)
        for (const auto& [name, value] : *parsed)
            query[to_text(name)] = to_text(value);
    return query;
}

HttpRequest read_request(const restinio::request_t& raw, bool secure) {
    HttpRequest request;
    const auto& header = raw.header();
    request.method = header.method().c_str();
    request.path = to_text(header.path());
    request.query = read_query(header.query());
    header.for_each_field([&](const auto& field) {
        request.headers[lower(field.name())] = field.value();
    });
    request.body = raw.body();
    request.peer = raw.remote_endpoint().address().to_string();
    request.secure = secure;
    return request;
}

class ChunkedStream : public EventStream {
public:
    using Builder = restinio::response_builder_t<restinio::chunked_output_t>;

    explicit ChunkedStream(Builder builder) : m_builder(std::move(builder)) {}
    ~ChunkedStream() override {
        const std::lock_guard lock(m_guard);
        finish();
    }
    ChunkedStream(const ChunkedStream&) = delete;
    ChunkedStream& operator=(const ChunkedStream&) = delete;

    bool send(const SharedText& text) override {
        const std::lock_guard lock(m_guard);
        if (m_state->failed || m_state->waiting > most_waiting)
            finish();
        if (m_over)
            return false;
        m_state->waiting += text->size();
        m_builder.append_chunk(text);
        // May be called from within flush(): it touches nothing the lock guards.
        m_builder.flush([state = m_state, size = text->size()](const auto& error) {
            state->waiting -= size;
            state->failed = state->failed || static_cast<bool>(error);
        });
        return true;
    }

    void close() override {
        const std::lock_guard lock(m_guard);
        finish();
    }

private:
    struct State {
        std::atomic<std::size_t> waiting{};
        std::atomic<bool> failed{};
    };
    std::mutex m_guard{};
    Builder m_builder;
    std::shared_ptr<State> m_state{std::make_shared<State>()};
    bool m_over{};

    void finish() {
        if (m_over)
            return;
        m_over = true;
        try {
            m_builder.done();
        } catch (const std::exception&) { // the connection is gone: as wished
        }
    }
};

class RestinioExchange : public Exchange {
public:
    explicit RestinioExchange(restinio::request_handle_t request) : m_request(std::move(request)) {}

    void answer(const HttpResponse& response) override {
        const auto code = restinio::http_status_code_t(static_cast<std::uint16_t>(response.status));
        auto builder = m_request->create_response(restinio::http_status_line_t{code, ""});
        for (const auto& [name, value] : response.headers)
            builder.append_header(name, value);
        builder.set_body(response.body);
        builder.done();
    }

    std::shared_ptr<EventStream> stream(const HttpHeaders& headers) override {
        auto builder =
            m_request->create_response<restinio::chunked_output_t>(restinio::status_ok());
        for (const auto& [name, value] : headers)
            builder.append_header(name, value);
        builder.flush(); // the headers leave at once
        return std::make_shared<ChunkedStream>(std::move(builder));
    }

private:
    restinio::request_handle_t m_request;
};

template <typename Settings>
void limit(Settings& settings) {
    settings.read_next_http_message_timelimit(20s)
        .write_http_response_timelimit(20s)
        .handle_request_timeout(1h) // events go on and on
        // RESTinio numbers connections without a lock: two may share a number, which only its log
        // says.
        .concurrent_accepts_count(4)
        .incoming_http_msg_limits(restinio::incoming_http_msg_limits_t{}
                                      .max_url_size(2048)
                                      .max_field_name_size(256)
                                      .max_field_value_size(8192)
                                      .max_field_count(64)
                                      .max_body_size(longest_body));
}

asio::ssl::context read_certificate(const ServerSettings& settings) {
    asio::ssl::context context(asio::ssl::context::tls_server);
    context.set_options(
        asio::ssl::context::default_workarounds | asio::ssl::context::no_sslv2 |
        asio::ssl::context::no_sslv3 | asio::ssl::context::no_tlsv1 | asio::ssl::context::no_tlsv1_1
    );
    context.use_certificate_chain_file(settings.certificate);
    context.use_private_key_file(settings.private_key, asio::ssl::context::pem);
    return context;
}

template <typename Traits>
class RestinioServer : public Server {
public:
    using Settings = restinio::server_settings_t<Traits>;

    RestinioServer(Settings settings, HttpHandler handler, const ServerSettings& wanted)
        : m_handler(std::move(handler)) {
        constexpr bool secure = std::is_same_v<Traits, TlsTraits>;
        limit(settings);
        settings.port(wanted.port)
            .address(wanted.address)
            .acceptor_post_bind_hook([this](asio::ip::tcp::acceptor& acceptor) {
                m_port = acceptor.local_endpoint().port();
            })
            .request_handler([this](const restinio::request_handle_t& request) {
                return take(request, secure);
            });
        m_running =
            restinio::run_async<Traits>(restinio::own_io_context(), std::move(settings), threads);
    }

    std::uint16_t port() const override { return m_port; }

    void stop() override {
        if (!m_running)
            return;
        m_running->stop();
        m_running->wait();
    }

private:
    HttpHandler m_handler;
    std::uint16_t m_port{};
    std::unique_ptr<restinio::running_server_instance_t<restinio::http_server_t<Traits>>>
        m_running{};

    restinio::request_handling_status_t
    take(const restinio::request_handle_t& request, bool secure) {
        try {
            m_handler(read_request(*request, secure), std::make_shared<RestinioExchange>(request));
        } catch (const std::exception&) { // a bug or no memory: this request only
            request->create_response(restinio::status_internal_server_error()).done();
        }
        return restinio::request_accepted();
    }
};

} // namespace

Result<std::unique_ptr<Server>> Server::start(const ServerSettings& settings, HttpHandler handler) {
    try {
        if (settings.certificate.empty())
            return std::make_unique<RestinioServer<PlainTraits>>(
                RestinioServer<PlainTraits>::Settings{}, std::move(handler), settings
            );
        RestinioServer<TlsTraits>::Settings secured;
        secured.tls_context(read_certificate(settings));
        return std::make_unique<RestinioServer<TlsTraits>>(
            std::move(secured), std::move(handler), settings
        );
    } catch (const std::exception& error) {
        return fail(Error::Kind::Unreachable, std::string("cannot listen: ") + error.what());
    }
}

} // namespace guichet::hub
