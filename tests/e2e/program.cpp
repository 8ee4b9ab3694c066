// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.hpp"

#include "driver.hpp"

#include <exception>
#include <fstream>
#include <iostream>
#include <sstream>

namespace e2e {

void must(bool holds, const std::string& otherwise) {
    if (!holds)
        throw Failure{otherwise};
}

std::string content_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::stringstream all;
    all << in.rdbuf();
    return all.str();
}

int run(const std::string& program, const std::function<void()>& play) {
    try {
        play();
        return 0;
    } catch (const Failure& failure) {
        std::cerr << program << ": " << failure.what << std::endl;
    } catch (const std::exception& error) {
        std::cerr << program << ": " << error.what() << std::endl;
    }
    return 1;
}

} // namespace e2e
