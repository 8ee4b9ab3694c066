// SPDX-License-Identifier: GPL-3.0-or-later
#include "person.hpp"

namespace samples {

namespace {

/// Weights 7, 3, 1; written here a second time so that a mistake in the reader does not hide.
std::string digit(const std::string& text) {
    const std::string order = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    int sum = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto value = order.find(text[i]);
        const int weight = i % 3 == 0 ? 7 : i % 3 == 1 ? 3 : 1;
        sum += value == std::string::npos ? 0 : static_cast<int>(value) * weight;
    }
    return std::to_string(sum % 10);
}

std::string filled(std::string text, std::size_t length) {
    for (char& c : text)
        if (c == ' ' || c == '-')
            c = '<';
    text.resize(length, '<');
    return text;
}

std::string short_date(const std::string& iso) {
    return iso.substr(2, 2) + iso.substr(5, 2) + iso.substr(8, 2);
}

std::string checked(const std::string& text) {
    return text + digit(text);
}

} // namespace

const std::vector<Person>& people() {
    static const std::vector<Person> all{
        {"BENALI",
         "SAMIRA",
         "1968-03-14",
         'F',
         "2031-06-20",
         "X4RTBPFW4",
         "120363300417",
         "21FV08417",
         "3041876520",
         "2563047112908",
         "12 RUE DES LILAS",
         "63000 CLERMONT-FERRAND",
         11284,
         "2,5"},
        {"LE GOFF",
         "YANN ERWAN",
         "1947-11-02",
         'M',
         "2029-02-11",
         "D2H6862M2",
         "100729200866",
         "19CK55023",
         "1870236541",
         "2429018830517",
         "3 PLACE DE L'EGLISE",
         "29120 PONT-L'ABBE",
         17950,
         "1"},
        {"MARTINEZ-ROUX",
         "LUCIE ELISE",
         "1993-07-28",
         'F',
         "2034-09-05",
         "9KZ8MP1T7",
         "130831100552",
         "24GA90718",
         "2290417863",
         "2531774026631",
         "48 AVENUE JEAN JAURES",
         "31000 TOULOUSE",
         23117,
         "1,5"}};
    return all;
}

std::string tax_number(const Person& person) {
    auto last = std::to_string(std::stoll(person.tax_number_start) % 511);
    return person.tax_number_start + std::string(3 - last.size(), '0') + last;
}

std::vector<std::string> card_zone(const Person& person) {
    const auto number = checked(person.card_number);
    const auto birth = checked(short_date(person.birth));
    const auto expiry = checked(short_date(person.expiry));
    const auto first = filled("IDFRA" + number, 30);
    const auto all = digit(first.substr(5) + birth + expiry + filled("", 11));
    return {
        first,
        birth + person.sex + expiry + "FRA" + filled("", 11) + all,
        filled(person.family_name + "<<" + person.given_names, 30)};
}

std::vector<std::string> old_card_zone(const Person& person) {
    const auto first =
        filled("IDFRA" + person.family_name, 30) + person.old_card_number.substr(4, 3) + "014";
    auto given = person.given_names;
    const auto space = given.find(' ');
    if (space != std::string::npos)
        given.insert(space, " "); // two fillers between given names
    const auto second = checked(person.old_card_number) + filled(given, 14) +
                        checked(short_date(person.birth)) + person.sex;
    return {first, second + digit(first + second)};
}

std::vector<std::string> passport_zone(const Person& person) {
    const auto first = filled("P<FRA" + person.family_name + "<<" + person.given_names, 44);
    const auto number = checked(person.passport_number);
    const auto birth = checked(short_date(person.birth));
    const auto expiry = checked(short_date(person.expiry));
    const auto optional = filled("", 14) + "0";
    return {
        first,
        number + "FRA" + birth + person.sex + expiry + optional +
            digit(number + birth + expiry + optional)};
}

} // namespace samples
