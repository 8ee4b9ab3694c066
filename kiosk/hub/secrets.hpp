// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace guichet::hub {

/// Made ready once, before anything else here; false: the system gives no randomness.
bool prepare_secrets();

/// A password as it is kept: argon2id with its own salt (64 MiB, about 0.1 s).
std::string hash_password(const std::string& password);
bool check_password(const std::string& hash, const std::string& password);

/// 32 random bytes in URL-safe letters.
std::string make_token();
/// What is kept of a token instead of it: a one-way image of 64 hexadecimal digits.
std::string fingerprint(std::string_view token);
/// Made of a session's token; a page that cannot read our answers cannot know it.
std::string csrf_of(std::string_view token);
/// In a time that does not tell how much is equal.
bool same(std::string_view one, std::string_view other);
/// Four digits that follow from a secret and a number; change both and they change.
std::string digits_of(std::string_view secret, long number);

} // namespace guichet::hub
