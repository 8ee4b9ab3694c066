// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/postgres_url.hpp"

#include <doctest/doctest.h>

namespace guichet::hub {

TEST_CASE("a PostgreSQL that says nothing is not waited for without end") {
    const auto plain = with_patience("postgresql://guichet:word@127.0.0.1/guichet");
    CHECK(plain.starts_with("postgresql://guichet:word@127.0.0.1/guichet?connect_timeout=3&"));
    for (const auto* part :
         {"&tcp_user_timeout=10000", "&keepalives_idle=10", "statement_timeout%3D5000"})
        CHECK(plain.find(part) != std::string::npos);
    CHECK(plain.find('?') == plain.rfind('?'));
}

TEST_CASE("what an operator says of it stays") {
    const auto own =
        with_patience("postgres://@/guichet?host=/run/postgresql&connect_timeout=20&options=-c%20x"
        );
    CHECK(own.starts_with(
        "postgres://@/guichet?host=/run/postgresql&connect_timeout=20&options=-c%20x&"
        "tcp_user_timeout=10000&"
    ));
    CHECK(own.find("connect_timeout=3") == std::string::npos);
    CHECK(own.find("statement_timeout") == std::string::npos);
    CHECK(with_patience(own) == own);
}

TEST_CASE("a file is no server") {
    CHECK(is_postgres("postgresql://@/guichet"));
    CHECK(is_postgres("postgres://@/guichet"));
    CHECK_FALSE(is_postgres("/var/lib/guichet/hub.db"));
    CHECK_FALSE(is_postgres("postgres.db"));
}

} // namespace guichet::hub
