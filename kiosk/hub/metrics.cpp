// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/metrics.hpp"

#include "hub/routes.hpp"

#include <string_view>

namespace guichet::hub {
namespace {

void add(
    std::string& text, std::string_view name, std::string_view type, const std::string& value
) {
    text += "# TYPE ";
    text += name;
    text += " ";
    text += type;
    text += "\n";
    text += name;
    text += " " + value + "\n";
}

} // namespace

std::string metrics_text(const Services& services) {
    const auto figures = services.desk.figures();
    std::string text;
    add(text, "guichet_calls_open", "gauge", std::to_string(figures.open_calls));
    add(text, "guichet_calls_waiting", "gauge", std::to_string(figures.waiting_calls));
    add(text, "guichet_calls_opened_total", "counter", std::to_string(figures.opened));
    add(text, "guichet_calls_ended_total", "counter", std::to_string(figures.ended));
    add(text, "guichet_calls_claimed_total", "counter", std::to_string(figures.claimed));
    add(text, "guichet_calls_acknowledged_total", "counter", std::to_string(figures.acknowledged));
    add(text,
        "guichet_acknowledged_seconds_total",
        "counter",
        std::to_string(figures.acknowledged_seconds));
    add(text, "guichet_kiosk_streams", "gauge", std::to_string(figures.kiosk_streams));
    add(text, "guichet_console_streams", "gauge", std::to_string(figures.console_streams));
    add(text, "guichet_store_failures_total", "counter", std::to_string(figures.store_failures));
    add(text, "guichet_tests_arrived_total", "counter", std::to_string(figures.tests_arrived));
    add(text, "guichet_tests_failed_total", "counter", std::to_string(figures.tests_failed));
    text += "# TYPE guichet_answers_total counter\n";
    for (std::size_t hundreds = 2; hundreds < services.answers.size(); hundreds++)
        text += "guichet_answers_total{status=\"" + std::to_string(hundreds) + "xx\"} " +
                std::to_string(services.answers.at(hundreds)) + "\n";
    return text;
}

} // namespace guichet::hub
