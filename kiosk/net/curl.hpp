// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.hpp"
#include "net/client.hpp"

#include <memory>
#include <string>

#include <curl/curl.h>

namespace guichet::net {

struct CloseEasy {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct CloseList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Easy = std::unique_ptr<CURL, CloseEasy>;
using HeaderList = std::unique_ptr<curl_slist, CloseList>;

/// A handle with what every request of ours has; never null.
Easy make_easy();
/// Sets where a request goes and how it proves who we are. `list` must outlive the transfer.
void aim(CURL* easy, const Endpoint& endpoint, const std::string& path, HeaderList& list);
void add_header(HeaderList& list, const std::string& header);
/// Whom to tell what from curl's own reasons.
Error explain(CURLcode code);

} // namespace guichet::net
