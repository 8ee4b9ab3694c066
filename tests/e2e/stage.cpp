// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage.hpp"

#include "driver.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>

#include <sys/wait.h>
#include <unistd.h>

namespace e2e {

namespace {

constexpr int inherited = 9;

} // namespace

Process::Process(const std::vector<std::string>& command, int keep) : m_pid(::fork()) {
    if (m_pid != 0)
        return;
    std::vector<char*> words;
    words.reserve(command.size() + 1);
    for (const auto& word : command)
        words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    if (keep >= 0)
        ::dup2(keep, inherited);
    ::execvp(words[0], words.data());
    std::perror(words[0]);
    ::_exit(127);
}

Process::~Process() {
    ::kill(m_pid, SIGTERM);
    for (int i = 0; i < 200; ++i) {
        if (::waitpid(m_pid, nullptr, WNOHANG) != 0)
            return;
        ::usleep(10'000);
    }
    ::kill(m_pid, SIGKILL);
    ::waitpid(m_pid, nullptr, 0);
}

std::string output_of(const std::string& command) {
    auto* pipe = ::popen(command.c_str(), "r");
    if (pipe == nullptr)
        throw Failure{"cannot run " + command};
    std::string output;
    std::array<char, 4096> buffer{};
    for (auto got = std::fread(buffer.data(), 1, buffer.size(), pipe); got > 0;
         got = std::fread(buffer.data(), 1, buffer.size(), pipe))
        output.append(buffer.data(), got);
    if (::pclose(pipe) != 0)
        throw Failure{command + " failed: " + output};
    return output;
}

VirtualScreen::Pipe::Pipe() {
    if (::pipe(ends.data()) != 0)
        throw Failure{"no pipe"};
}

VirtualScreen::Pipe::~Pipe() {
    ::close(ends[0]);
    ::close(ends[1]);
}

VirtualScreen::VirtualScreen(const std::string& size)
    : m_server(
          {"Xvfb",
           "-displayfd",
           std::to_string(inherited),
           "-screen",
           "0",
           size + "x24",
           "-nolisten",
           "tcp",
           "-noreset"},
          m_number.ends[1]
      ) {
    std::array<char, 16> number{};
    const auto got = ::read(m_number.ends[0], number.data(), number.size() - 1);
    if (got <= 0)
        throw Failure{"Xvfb did not start"};
    ::setenv("DISPLAY", (":" + std::to_string(std::atoi(number.data()))).c_str(), 1);
}

TemporaryFolder::TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "guichet-e2e-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr)
        throw Failure{"no temporary folder"};
    m_path = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code error;
    std::filesystem::remove_all(m_path, error);
}

void click(int x, int y) {
    output_of(
        "xdotool mousemove " + std::to_string(x) + " " + std::to_string(y) +
        " mousedown 1 mouseup 1"
    );
}

} // namespace e2e
