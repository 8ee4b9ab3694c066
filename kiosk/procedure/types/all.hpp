// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace guichet::procedure {
class Type;
} // namespace guichet::procedure

/// The question types, one file each; they have no state and live as long as the program.
namespace guichet::procedure::type {

const Type& text();
const Type& long_text();
const Type& family_name();
const Type& given_names();
const Type& email();
const Type& phone();
const Type& date();
const Type& month();
const Type& number();
const Type& money();
const Type& yes_no();
const Type& choice();
const Type& many_choices();
const Type& list();
const Type& address();
const Type& commune();
const Type& departement();
const Type& region();
const Type& country();
const Type& nationality();
const Type& nir();
const Type& iban();
const Type& siret();
const Type& tax_number();
const Type& reference();
const Type& document();
const Type& consent();
const Type& information();

} // namespace guichet::procedure::type
