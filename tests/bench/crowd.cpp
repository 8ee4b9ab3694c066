// SPDX-License-Identifier: GPL-3.0-or-later
#include "crowd.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <thread>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace guichet::bench {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

/// Time the server's process used, in seconds.
double cpu_of(int process) {
    std::ifstream file("/proc/" + std::to_string(process) + "/stat");
    std::string text;
    std::getline(file, text);
    std::istringstream rest(text.substr(std::min(text.rfind(')') + 2, text.size())));
    std::string skipped;
    for (int field = 3; field < 14; field++)
        rest >> skipped;
    double user = 0;
    double system = 0;
    rest >> user >> system;
    return (user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

double memory_of(int process) {
    std::ifstream file("/proc/" + std::to_string(process) + "/status");
    for (std::string line; std::getline(file, line);)
        if (line.starts_with("VmRSS:"))
            return std::stod(line.substr(6)) / 1024;
    return 0;
}

struct Line {
    int socket{-1};
    bool is_kiosk{};
    int who{};
    bool listens{};
    std::string in{};
    std::string out{};
};

struct Pressed {
    Moment when{};
    int kiosk{};
    int heard{};
};

class Crowd {
public:
    Crowd(const Speech& speech, const Size& size) : m_speech(speech), m_size(size) {}
    ~Crowd() {
        for (const auto& line : m_lines)
            ::close(line.socket);
        ::close(m_epoll);
    }
    Crowd(const Crowd&) = delete;
    Crowd& operator=(const Crowd&) = delete;

    void connect(std::uint16_t port);
    /// Beats go on all the time; kiosks are pressed so often.
    void live(Clock::duration time, double calls_a_second);
    Figures& figures() { return m_figures; }

private:
    const Speech& m_speech;
    Size m_size;
    int m_epoll{::epoll_create1(EPOLL_CLOEXEC)};
    std::vector<Line> m_lines{};
    std::map<std::string, Pressed> m_calls{};
    Figures m_figures{};
    Moment m_next_beats{};
    int m_beat{};
    long m_call{};

    std::size_t line_of(bool is_kiosk, int who) const; ///< the one that speaks
    void open(std::uint16_t port, Line line);
    void say(std::size_t at, const std::string& bytes);
    static void flush(Line& line);
    void hear(std::size_t at);
    void beat_some(Moment now);
    void press(Moment now);
    void heard_call(int console, const std::string& id);
};

std::size_t Crowd::line_of(bool is_kiosk, int who) const {
    const auto person = static_cast<std::size_t>(is_kiosk ? who : m_size.kiosks + who);
    const auto each = static_cast<std::size_t>(m_speech.lines_each());
    return person * each + each - 1;
}

void Crowd::open(std::uint16_t port, Line line) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    line.socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::connect(line.socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
        m_figures.broken++;
    const int yes = 1;
    ::setsockopt(line.socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = m_lines.size();
    ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, line.socket, &event);
    m_lines.push_back(std::move(line));
    say(m_lines.size() - 1,
        m_speech.hello(m_lines.back().is_kiosk, m_lines.back().who, m_lines.back().listens));
}

void Crowd::connect(std::uint16_t port) {
    const auto people = m_size.kiosks + m_size.consoles;
    for (int person = 0; person < people; person++) {
        const bool is_kiosk = person < m_size.kiosks;
        const int who = is_kiosk ? person : person - m_size.kiosks;
        for (int each = 0; each < m_speech.lines_each(); each++)
            open(port, {.is_kiosk = is_kiosk, .who = who, .listens = each == 0});
        if (person % 50 == 49)
            live(50ms, 0); // nobody's room fills in one instant
    }
}

void Crowd::say(std::size_t at, const std::string& bytes) {
    m_lines[at].out += bytes;
    flush(m_lines[at]);
}

void Crowd::flush(Line& line) {
    if (line.out.empty())
        return;
    const auto sent =
        ::send(line.socket, line.out.data(), line.out.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
    if (sent > 0)
        line.out.erase(0, static_cast<std::size_t>(sent));
}

void Crowd::heard_call(int console, const std::string& id) {
    const auto found = m_calls.find(id);
    if (found == m_calls.end())
        return;
    auto& call = found->second;
    const std::chrono::duration<double, std::milli> delay = Clock::now() - call.when;
    m_figures.delays_ms.push_back(delay.count());
    if (++call.heard == 1)
        say(line_of(false, console), m_speech.acknowledge(console, id));
    if (call.heard < m_size.consoles / m_size.sites)
        return;
    say(line_of(true, call.kiosk), m_speech.end(call.kiosk, id));
    m_calls.erase(found);
}

void Crowd::hear(std::size_t at) {
    std::array<char, 65536> bytes{};
    const auto count = ::recv(m_lines[at].socket, bytes.data(), bytes.size(), MSG_DONTWAIT);
    if (count <= 0) {
        m_figures.broken++;
        ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, m_lines[at].socket, nullptr);
        return;
    }
    auto& line = m_lines[at];
    line.in.append(bytes.data(), static_cast<std::size_t>(count));
    const auto answer = m_speech.read(line.in, [&](const std::string& id) {
        if (!line.is_kiosk && line.listens)
            heard_call(line.who, id);
    });
    say(at, answer);
}

/// Each kiosk every 5 s and each page every 15 s, evenly.
void Crowd::beat_some(Moment now) {
    const auto people = m_size.kiosks + m_size.consoles;
    while (m_next_beats <= now) {
        m_next_beats += std::chrono::duration_cast<Clock::duration>(5s) / people;
        const auto turn = m_beat / people;
        const auto person = m_beat++ % people;
        const bool is_kiosk = person < m_size.kiosks;
        const int who = is_kiosk ? person : person - m_size.kiosks;
        if (is_kiosk || turn % 3 == who % 3)
            say(line_of(is_kiosk, who), m_speech.beat(is_kiosk, who));
    }
}

void Crowd::press(Moment now) {
    const auto kiosk = static_cast<int>(m_call * 7919 % m_size.kiosks);
    const auto id = "v-" + std::to_string(::getpid()) + "-" + std::to_string(m_size.kiosks) + "-" +
                    std::to_string(m_call++);
    m_calls[id] = {now, kiosk};
    m_figures.expected += m_size.consoles / m_size.sites;
    say(line_of(true, kiosk), m_speech.call(kiosk, id));
}

void Crowd::live(Clock::duration time, double calls_a_second) {
    const auto begun = Clock::now();
    auto next_call = begun;
    if (m_next_beats == Moment{})
        m_next_beats = begun;
    std::array<epoll_event, 256> events{};
    while (Clock::now() - begun < time) {
        const auto count = ::epoll_wait(m_epoll, events.data(), static_cast<int>(events.size()), 1);
        for (int each = 0; each < count; each++)
            hear(events.at(static_cast<std::size_t>(each)).data.u64);
        const auto now = Clock::now();
        const bool all_are_there = static_cast<int>(m_lines.size()) ==
                                   (m_size.kiosks + m_size.consoles) * m_speech.lines_each();
        if (all_are_there)
            beat_some(now);
        else
            m_next_beats = now;
        if (calls_a_second > 0 && now >= next_call) {
            press(now);
            next_call += std::chrono::duration_cast<Clock::duration>(
                std::chrono::duration<double>(1 / calls_a_second)
            );
        }
    }
}

} // namespace

Figures run_crowd(
    const Speech& speech,
    const Size& size,
    std::uint16_t port,
    int server,
    std::pair<double, double> seconds_and_rate
) {
    Crowd crowd(speech, size);
    crowd.connect(port);
    crowd.live(6s, 0); // everybody's first sign of life
    const auto cpu_before = cpu_of(server);
    const auto begun = Clock::now();
    crowd.live(
        std::chrono::duration_cast<Clock::duration>(
            std::chrono::duration<double>(seconds_and_rate.first)
        ),
        seconds_and_rate.second
    );
    crowd.live(2s, 0); // the last ones arrive
    auto figures = crowd.figures();
    const std::chrono::duration<double> took = Clock::now() - begun;
    figures.cpu = (cpu_of(server) - cpu_before) / took.count();
    figures.memory_mb = memory_of(server);
    std::ranges::sort(figures.delays_ms);
    return figures;
}

double part(const std::vector<double>& sorted, double p) {
    if (sorted.empty())
        return 0;
    return sorted[static_cast<std::size_t>(p * static_cast<double>(sorted.size() - 1))];
}

} // namespace guichet::bench
