// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/child/process.hpp"

#include <array>
#include <csignal>
#include <filesystem>
#include <utility>

#include <fcntl.h>
#include <spawn.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

namespace guichet::app {

namespace {

Exit to_exit(int status) {
    if (WIFSIGNALED(status))
        return {.signal = WTERMSIG(status)};
    return {.code = WEXITSTATUS(status)};
}

std::vector<char*> to_arguments(const Command& command) {
    std::vector<char*> arguments;
    for (const auto& word : command)
        arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    return arguments;
}

/// posix_spawn, because fork in a process with threads, locked memory and a GL driver is neither
/// safe nor quick.
int spawn(pid_t& pid, const Command& command, int channel) {
    posix_spawn_file_actions_t files;
    ::posix_spawn_file_actions_init(&files);
    ::posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_adddup2(&files, channel, channel_descriptor);
    ::posix_spawn_file_actions_addclosefrom_np(&files, channel_descriptor + 1);

    posix_spawnattr_t attributes;
    ::posix_spawnattr_init(&attributes);
    sigset_t none;
    sigset_t all;
    ::sigemptyset(&none);
    ::sigfillset(&all);
    ::posix_spawnattr_setsigmask(&attributes, &none);
    ::posix_spawnattr_setsigdefault(&attributes, &all);
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);

    const auto arguments = to_arguments(command);
    const int failed =
        ::posix_spawnp(&pid, arguments[0], &files, &attributes, arguments.data(), environ);
    ::posix_spawnattr_destroy(&attributes);
    ::posix_spawn_file_actions_destroy(&files);
    return failed;
}

} // namespace

Command ourselves(std::vector<std::string> arguments) {
    std::error_code error;
    auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    arguments.insert(arguments.begin(), error ? "guichet" : program.string());
    return arguments;
}

Result<Child> Child::start(const Command& command) {
    auto ends = Channel::create();
    if (!ends)
        return tl::unexpected(ends.error());
    // A child that does not listen must not hold its parent for ever.
    const timeval patience{.tv_sec = 5, .tv_usec = 0};
    ::setsockopt(ends->first.descriptor(), SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    pid_t pid = 0;
    if (spawn(pid, command, ends->second.descriptor()) != 0)
        return fail(Error::Kind::NotFound, "cannot start " + command.front());
    return Child{pid, std::move(ends->first)};
}

Child::Child(pid_t pid, Channel channel) : m_pid(pid), m_channel(std::move(channel)) {}

Child::~Child() {
    kill();
}

Child::Child(Child&& other) noexcept
    : m_pid(std::exchange(other.m_pid, -1)), m_channel(std::move(other.m_channel)),
      m_exit(other.m_exit) {}

Child& Child::operator=(Child&& other) noexcept {
    std::swap(m_pid, other.m_pid);
    std::swap(m_channel, other.m_channel);
    std::swap(m_exit, other.m_exit);
    return *this;
}

void Child::ask_to_end() const {
    if (m_pid > 0 && !m_exit)
        ::kill(m_pid, SIGTERM);
}

void Child::kill() {
    if (m_pid <= 0 || m_exit)
        return;
    ::kill(m_pid, SIGKILL);
    int status = 0;
    while (::waitpid(m_pid, &status, 0) < 0 && errno == EINTR) {
    }
    m_exit = to_exit(status);
}

void Child::let_go() {
    m_pid = -1;
}

std::optional<Exit> Child::ended() {
    int status = 0;
    if (!m_exit && ::waitpid(m_pid, &status, WNOHANG) == m_pid)
        m_exit = to_exit(status);
    return m_exit;
}

bool has_parent() {
    struct stat channel {};
    if (::fstat(channel_descriptor, &channel) != 0 || !S_ISSOCK(channel.st_mode))
        return false;
    ::fcntl(channel_descriptor, F_SETFD, FD_CLOEXEC);
    return true;
}

bool tie_to_parent() {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    return has_parent();
}

} // namespace guichet::app
