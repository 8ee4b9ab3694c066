// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <functional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace guichet::trials {

/// A process of ours that can be killed at any instant; its lines are heard as they come.
class Program {
public:
    Program(std::vector<std::string> command, std::function<void(const std::string&)> hear) {
        ::signal(SIGPIPE, SIG_IGN); // who is killed does not listen any more
        std::array<int, 2> in{};
        std::array<int, 2> out{};
        REQUIRE(::pipe2(in.data(), O_CLOEXEC) == 0);
        REQUIRE(::pipe2(out.data(), O_CLOEXEC) == 0);
        posix_spawn_file_actions_t actions;
        ::posix_spawn_file_actions_init(&actions);
        ::posix_spawn_file_actions_adddup2(&actions, in[0], STDIN_FILENO);
        ::posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
        std::vector<char*> words;
        words.reserve(command.size() + 1);
        for (auto& word : command)
            words.push_back(word.data());
        words.push_back(nullptr);
        const auto failed =
            ::posix_spawn(&m_pid, words.front(), &actions, nullptr, words.data(), environ);
        ::posix_spawn_file_actions_destroy(&actions);
        ::close(in[0]);
        ::close(out[1]);
        REQUIRE_MESSAGE(failed == 0, command.front());
        m_in = in[1];
        m_reader = std::thread([from = out[0], hear = std::move(hear)] { read_lines(from, hear); });
    }
    ~Program() {
        kill();
        m_reader.join();
        ::close(m_in);
    }
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    /// kill -9, and waits for it.
    void kill() {
        if (m_pid <= 0)
            return;
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
        m_pid = 0;
    }
    void say(const std::string& line) const {
        const auto text = line + "\n";
        [[maybe_unused]] const auto said = ::write(m_in, text.data(), text.size());
    }
    pid_t pid() const { return m_pid; }

private:
    pid_t m_pid{};
    int m_in{};
    std::thread m_reader{};

    static void read_lines(int from, const std::function<void(const std::string&)>& hear) {
        std::string line;
        char letter = 0;
        while (::read(from, &letter, 1) == 1) {
            if (letter != '\n') {
                line += letter;
                continue;
            }
            hear(line);
            line.clear();
        }
        ::close(from);
    }
};

} // namespace guichet::trials
