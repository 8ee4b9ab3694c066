// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/types/all.hpp"
#include "procedure/types/communes.hpp"
#include "procedure/types/one_box.hpp"

namespace guichet::procedure::type {

namespace {

constexpr int street_part = 0;
constexpr int complement_part = 1;
constexpr int commune_part = 2;

class AddressType : public Type {
public:
    std::string_view name() const override { return "address"; }
    Input input() const override { return Input::AddressForm; }

    logic::Type logic_type(const Question&) const override {
        const logic::Type string{.kind = logic::Type::Kind::String};
        return {
            .kind = logic::Type::Kind::Record,
            .fields = {
                {"street", string}, {"complement", string}, {"commune", commune_logic_type()}}};
    }
    logic::Value to_logic(const Value& value) const override {
        const auto* address = std::get_if<Address>(&value);
        if (address == nullptr)
            return logic::Value(logic::Unknown{});
        logic::Map fields;
        fields.emplace_back(logic::Value("street"), logic::Value(address->street));
        fields.emplace_back(logic::Value("complement"), logic::Value(address->complement));
        fields.emplace_back(logic::Value("commune"), commune_to_logic(address->commune));
        return logic::Value(std::move(fields));
    }

    std::vector<Part> parts(const Question&) const override {
        return {
            {.label = i18n::tr("Numéro et rue"),
             .keyboard = Keyboard::Mixed,
             .longest = 100,
             .width = 32},
            {.label = i18n::tr("Bâtiment, étage (facultatif)"),
             .keyboard = Keyboard::Mixed,
             .longest = 100,
             .width = 32},
            {.label = i18n::tr("Code postal ou commune"),
             .keyboard = Keyboard::Mixed,
             .longest = 60,
             .width = 28}};
    }

    tl::expected<Value, Rejection> parse(const Question&, const Draft& draft) const override {
        auto street = tidy(draft, street_part);
        if (street.empty())
            return reject(i18n::tr("Écrivez le numéro et la rue."), street_part);
        auto commune = chosen_commune(draft, tidy(draft, commune_part), commune_part);
        if (!commune)
            return tl::unexpected(commune.error());
        return Value(Address{
            .street = std::move(street),
            .complement = tidy(draft, complement_part),
            .commune = std::move(*commune)});
    }

    Draft draft(const Question&, const Value& value) const override {
        const auto* address = std::get_if<Address>(&value);
        if (address == nullptr)
            return {.parts = {"", "", ""}};
        return {
            .parts = {address->street, address->complement, commune_words(address->commune)},
            .chosen = {commune_id(address->commune)}};
    }

    Draft read(const Question&, std::string_view value) const override {
        auto found = read_commune(value);
        return {
            .parts = {std::move(found.before), "", std::move(found.words)},
            .chosen = std::move(found.chosen)};
    }

    std::string format(const Question&, const Value& value, const i18n::Catalogue&) const override {
        const auto* address = std::get_if<Address>(&value);
        if (address == nullptr)
            return {};
        const auto complement = address->complement.empty() ? "" : ", " + address->complement;
        return address->street + complement + ", " + commune_words(address->commune);
    }

    std::vector<Option> matches(std::string_view typed) const override {
        return match_communes(typed);
    }
};

} // namespace

const Type& address() {
    static const AddressType type;
    return type;
}

} // namespace guichet::procedure::type
