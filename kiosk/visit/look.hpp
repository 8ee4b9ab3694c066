// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace guichet::visit {

/// Cap heights from 4.8 mm up to 7.4 mm and more.
enum class TextSize { Normal, Large, Larger, Largest };

enum class Theme { Default, Dark, BlackOnWhite, YellowOnBlack, Soft };

/// Something laid over the screen, one at a time.
enum class Panel {
    None,
    Language,
    Look,       ///< text size and colours
    Leave,      ///< "Voulez-vous terminer ?"
    RemoveItem, ///< "Voulez-vous enlever … ?"
    Call,       ///< the call for a human, or where to find one
    Ways,       ///< after leaving without waiting: other ways to be helped
    Code,       ///< the mediator confirms with their code
    Point,      ///< "Voulez-vous montrer cette page ?"
};

/// The screens of a visit, in the order of a whole one.
enum class Screen {
    Welcome,   ///< language
    Catalogue, ///< which procedure
    Need,      ///< what to have at hand
    Question,
    Scan,    ///< lay the document, see it, wait, or what went wrong
    Confirm, ///< is this what is written?
    Check,   ///< everything once more, with origins
    Exit,    ///< the procedure does not fit: why, and a human
    Done,    ///< the sheet, what happens next, the human contacts
};

} // namespace guichet::visit
