// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "call/words.hpp"
#include "procedure/answers.hpp"
#include "visit/corners.hpp"
#include "visit/look.hpp"

#include <string>

/// What the person did. Screens return one of these; nothing else changes a visit from the inside.
namespace guichet::visit::did {

struct Touch {}; ///< any touch or key that asked for nothing: keeps the visit awake
struct StillHere {};

struct ChooseLanguage { ///< from the welcome screen it goes on to the catalogue
    std::string code;
};
struct ChooseTextSize {
    TextSize size;
};
struct ChooseTheme {
    Theme theme;
};

struct Search { ///< words typed in the catalogue's search box
    std::string words;
};
struct ChooseProcedure {
    std::string id;
};

struct Edit { ///< what box `part` holds now, whole
    int part{};
    std::string text;
};
struct Choose { ///< an option was touched: chooses it; in many-choices, a second touch takes it
                ///< away
    std::string id;
};
struct Skip {};     ///< "Je ne sais pas"
struct Continue {}; ///< the one main action of the screen: go on, agree, yes it is right, finished
struct Back {};

struct AddItem {};
struct OpenItem {
    int item{};
};
struct RemoveItem { ///< asks first
    int item{};
};
struct ConfirmRemove {};

struct OpenScan {}; ///< go to the scanner from the list of papers or from a question
struct TakePicture {};
struct TypeInstead {};
struct FramePicture {
}; ///< "La page est mal cadrée": shows where the sheet's corners are taken to be
struct ChooseCorner {
    int corner{};
};
struct MoveCorner { ///< and chooses it
    int corner{};
    Spot to;
};
struct CorrectReading { ///< one line of what was read is wrong
    int line{};
};
struct DismissReading { ///< one line of what was read is not to be used; a second time takes it
                        ///< back
    int line{};
};

struct OpenDocument { ///< from the check page to the picture of a document shown before
    int document{};   ///< index into Visit::documents
};
struct Change { ///< from the check page to one question, and straight back
    procedure::Path path;
};
struct Print {};
struct Save {};

struct CallSomeone {};
struct GiveReason { ///< why somebody is called: after the press, never required
    call::Reason reason;
};
struct SomeoneIsHere { ///< the person says so, or the mediator gives their code
    std::string code{};
};
struct EndCall {};     ///< no longer needed; once somebody is there: the help is over
struct LeaveCall {};   ///< "J’y vais sans attendre": the call ends, other ways are shown
struct DeclineHelp {}; ///< of the offer made to somebody who seems stuck
struct PrintWays {};   ///< other ways to be helped, on paper
struct HideScreen {};  ///< "Cacher mon écran", while somebody is waited for
struct ShowScreen {};  ///< what was hidden is seen again

struct TypeCode { ///< what the pad of Panel::Code holds now, whole
    std::string digits;
};
struct OpenBeside {};         ///< the screen in two: the person's side and the mediator's
struct CloseBeside {};        ///< the whole screen for the person again
struct ChooseBesideLanguage { ///< the mediator's side of the split screen
    std::string code;
};
struct LendKeyboard {};     ///< the person lets the mediator write, until the step ends
struct TakeBackKeyboard {}; ///< the person writes again

struct AllowPointing {};
struct RefusePointing {};
struct StopPointing {};

struct Feel { ///< one of the three faces at the end
    call::Mood mood;
};
struct SayWhoDidIt {
    call::Doer doer;
};

struct Leave {}; ///< asks first when answers would be lost
struct ConfirmLeave {};

struct OpenPanel {
    Panel panel;
};
struct ClosePanel {}; ///< back to what was under it

} // namespace guichet::visit::did
