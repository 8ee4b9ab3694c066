// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include <sys/types.h>

namespace e2e {

/// A program that runs until this object goes.
class Process {
public:
    /// `keep`: a descriptor the program inherits as its 9; -1 for none.
    explicit Process(const std::vector<std::string>& command, int keep = -1);
    ~Process();
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;
    pid_t pid() const { return m_pid; }

private:
    pid_t m_pid;
};

/// Runs it to its end. Throws Failure when it cannot be started or says that it failed.
std::string output_of(const std::string& command);

/// A display without a screen. Sets DISPLAY for this process and its children.
class VirtualScreen {
public:
    explicit VirtualScreen(const std::string& size);

private:
    struct Pipe {
        Pipe();
        ~Pipe();
        Pipe(const Pipe&) = delete;
        Pipe& operator=(const Pipe&) = delete;
        std::array<int, 2> ends{-1, -1};
    };
    Pipe m_number;
    Process m_server;
};

/// A folder that goes with this object.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

/// Moves the real pointer there and presses its button.
void click(int x, int y);

} // namespace e2e
