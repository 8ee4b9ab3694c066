// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/scan_json.hpp"

#include <nlohmann/json.hpp>

namespace guichet::app {

namespace {

Json to_json(const Box& box) {
    return Json::array({box.x, box.y, box.width, box.height});
}

Json to_json(const scan::CodeValue& value) {
    Json json{{"id", value.id}, {"value", value.value}};
    if (!value.label.empty())
        json["label"] = value.label;
    if (!value.sure)
        json["sure"] = false;
    return json;
}

Json to_json(const scan::Code& code) {
    Json json{{"kind", code.kind}, {"text", code.text}, {"proven", code.proven}};
    if (!code.lines.empty())
        json["lines"] = code.lines;
    if (code.box.width > 0)
        json["box"] = to_json(code.box);
    if (!code.type.empty())
        json["type"] = code.type;
    if (!code.signature.empty())
        json["signature"] = code.signature;
    for (const auto& value : code.values)
        json["values"].push_back(to_json(value));
    return json;
}

Json to_json(const procedure::Proposal& field) {
    Json json{
        {"name", field.field},
        {"value", field.value},
        {"confidence", field.confidence},
        {"reader", procedure::reader_names.at(static_cast<std::size_t>(field.reader))},
        {"proven", field.proven},
        {"box", to_json(field.box)},
        {"page", field.page}};
    if (!field.doubtful.empty())
        json["doubtful"] = field.doubtful;
    if (field.not_verified)
        json["not_verified"] = true;
    if (field.wrong_signature)
        json["wrong_signature"] = true;
    if (!field.differs.empty())
        json["differs"] = field.differs;
    return json;
}

} // namespace

Json to_json(const scan::Examination& examination, bool with_text) {
    Json json{{"kind", examination.kind}, {"codes", Json::array()}, {"fields", Json::array()}};
    for (const auto& code : examination.codes)
        json["codes"].push_back(to_json(code));
    for (const auto& field : examination.fields)
        json["fields"].push_back(to_json(field));
    if (examination.corners) {
        json["corners"] = Json::array();
        for (const auto& corner : *examination.corners)
            json["corners"].push_back(Json::array({corner.x, corner.y}));
    }
    if (with_text)
        json["text"] = examination.text;
    return json;
}

} // namespace guichet::app
