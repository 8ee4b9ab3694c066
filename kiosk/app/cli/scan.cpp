#include "app/cli/scan.hpp"

#include "base/files.hpp"
#include "base/json.hpp"
#include "scan/read.hpp"

#include <chrono>
#include <utility>

#include <nlohmann/json.hpp>

namespace guichet::app {

namespace {

using Clock = std::chrono::steady_clock;

const char* name_of(Error::Kind kind) {
    switch (kind) {
    case Error::Kind::NotFound:
        return "NotFound";
    case Error::Kind::Unreadable:
        return "Unreadable";
    case Error::Kind::Invalid:
        return "Invalid";
    case Error::Kind::Empty:
        return "Empty";
    case Error::Kind::Protected:
        return "Protected";
    case Error::Kind::TooLarge:
        return "TooLarge";
    case Error::Kind::NoDevice:
        return "NoDevice";
    case Error::Kind::Jammed:
        return "Jammed";
    case Error::Kind::OutOfPaper:
        return "OutOfPaper";
    case Error::Kind::Full:
        return "Full";
    case Error::Kind::Unreachable:
        return "Unreachable";
    case Error::Kind::Refused:
        return "Refused";
    case Error::Kind::TimedOut:
        return "TimedOut";
    case Error::Kind::Crashed:
        return "Crashed";
    case Error::Kind::Cancelled:
        return "Cancelled";
    }
    return "Invalid";
}

Json to_json(const scan::Code& code) {
    Json json{{"kind", code.kind}, {"text", code.text}, {"proven", code.proven}};
    if (!code.lines.empty())
        json["lines"] = code.lines;
    return json;
}

Json to_json(const procedure::Proposal& field) {
    Json json{
        {"name", field.field},
        {"value", field.value},
        {"confidence", field.confidence},
        {"reader", field.reader},
        {"proven", field.proven},
        {"box", {field.box.x, field.box.y, field.box.width, field.box.height}},
        {"page", field.page}};
    if (!field.doubtful.empty())
        json["doubtful"] = field.doubtful;
    return json;
}

Json to_json(const scan::Examination& examination, bool with_text) {
    Json json{{"kind", examination.kind}, {"codes", Json::array()}, {"fields", Json::array()}};
    for (const auto& code : examination.codes)
        json["codes"].push_back(to_json(code));
    for (const auto& field : examination.fields)
        json["fields"].push_back(to_json(field));
    if (examination.corners) {
        json["corners"] = Json::array();
        for (const auto& corner : *examination.corners)
            json["corners"].push_back({corner.x, corner.y});
    }
    if (with_text)
        json["text"] = examination.text;
    return json;
}

} // namespace

int run_scan(const ScanArguments& arguments, std::ostream& out) {
    const auto kinds = scan::load_kinds(data_folder() / "forms/documents");
    if (!kinds) {
        out << to_text(Json{
                   {"error", name_of(kinds.error().kind)}, {"detail", kinds.error().detail}})
            << '\n';
        return 1;
    }
    scan::Options options;
    options.kind = arguments.kind;
    options.text = arguments.text;
    bool all_read = true;
    for (const auto& file : arguments.files) {
        const auto start = Clock::now();
        const auto read = scan::load_pages(file, {}).and_then([&](const auto& pages) {
            return scan::examine(pages, *kinds, options);
        });
        Json json =
            read ? to_json(*read, arguments.text) : Json{{"error", name_of(read.error().kind)}};
        json["file"] = file;
        json["ms"] =
            std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start).count();
        out << to_text(json) << '\n' << std::flush;
        all_read = all_read && read.has_value();
    }
    return all_read ? 0 : 1;
}

} // namespace guichet::app
