// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.hpp"
#include "call/call.hpp"
#include "call/misuse.hpp"
#include "call/presence.hpp"
#include "i18n/catalogue.hpp"
#include "procedure/answers.hpp"
#include "procedure/procedure.hpp"
#include "procedure/proposal.hpp"
#include "procedure/route.hpp"
#include "procedure/type.hpp"
#include "visit/beside.hpp"
#include "visit/effect.hpp"
#include "visit/event.hpp"
#include "visit/look.hpp"

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace guichet::visit {

/// Somebody on site, or reachable from it.
struct Contact {
    std::string name;  ///< "Accueil de la médiathèque"
    std::string where; ///< "Au comptoir, près de l’entrée"; may be empty
    std::string phone; ///< may be empty
    std::string hours; ///< schema.org openingHours; may be empty
};

/// What this kiosk offers; the same for every visit.
struct Offer {
    std::string site;  ///< "Médiathèque des Lilas"
    std::string place; ///< "Poste 2"
    std::vector<Contact> contacts{};
    std::vector<std::shared_ptr<const procedure::Procedure>> procedures{};
    std::map<std::string, i18n::Catalogue>
        words{};                        ///< by language code, for searching; French needs none
    std::chrono::seconds idle{180};     ///< then the warning
    std::chrono::seconds countdown{45}; ///< then the end
    call::Escalation escalation{};      ///< of a call that nobody takes
    bool can_scan{true};
    bool can_print{true};
    bool can_save{false};
    bool has_pin{false}; ///< mediators may confirm with the site's PIN, hub or not
};

/// A picture as it came, of one sheet.
struct Original {
    int number{0};                  ///< by which the reader keeps it
    Picture preview{};              ///< null for the oldest of very many
    bool photo{false};              ///< it can be framed
    Corners corners{whole_picture}; ///< of the sheet on it
};

/// The scanner screen.
struct Scanning {
    enum class State {
        Ready,
        Working,
        Failed,
        NotAsked, ///< it was read, and nothing on it answers a question asked so far
        Unclear,  ///< the paper asked for, with faults: keep `confirming` all the same?
        Framing,  ///< the person says where the corners of the sheet are
        Looking,  ///< a document shown before is looked at, from the check page
    };

    State state{State::Ready};
    std::vector<std::string> kinds{}; ///< what is asked for
    procedure::ReadingStage stage{procedure::ReadingStage::Opening};
    Original original{}; ///< what is on show
    /// Working: a camera shows what lies there and waits until it rests, or for TakePicture.
    bool live{false};
    procedure::CameraSight sight{};
    Error::Kind why{};                             ///< Failed
    std::vector<procedure::PictureFault> faults{}; ///< Failed, Unclear: what is wrong
    i18n::Message missing{};                       ///< Failed, Unclear: the side not seen, in words
    i18n::Message
        seen{}; ///< Failed, Unclear, NotAsked: what document it is; empty when not recognised
    bool for_later{false}; ///< NotAsked: a question that may still come reads it
    int corner{0};         ///< Framing: the one chosen
    State before{};        ///< Framing: what comes back; Ready: the confirm screen
    int replaces{0}; ///< the picture of a document that this reading takes the place of; 0: none
    Instant since{}; ///< when this state began
    int work{0};     ///< Working: whose news count
};

/// One value read on a document, while the person looks at it.
struct ReadLine {
    enum class State { Sure, Doubtful, Corrected };

    procedure::Path path;     ///< the question it answers
    int proposal{};           ///< index into Reading::proposals
    procedure::Value value{}; ///< NotKnown when the type refuses it: show the proposal's own words
    State state{State::Sure};
    bool use{true}; ///< a Doubtful line is left out all the same until it is Corrected
};

/// The confirm screen.
struct Confirming {
    procedure::Reading reading;
    std::vector<ReadLine> lines;
};

/// A document whose picture was taken: the person may look at it and have it read again.
struct Document {
    Original original{};
    std::string kind{};   ///< empty when not known
    i18n::Message name{}; ///< of its kind
};

/// The pages behind an answer that is a document.
struct Paper {
    int picture{};
    std::vector<Picture> pages{};
};

/// Whether somebody seems stuck: then help is offered, never called in their place.
struct Struggle {
    Instant screen_since{};                    ///< the screen on show is the same since
    std::map<procedure::Path, int> mistakes{}; ///< findings on one question
    std::map<procedure::Path, int> visits{};   ///< how often a question was shown, its answer the
                                               ///< same all the while
    bool offered{false};                       ///< the discreet question shows now
    bool declined{false};                      ///< not asked again in this visit
    int passed_over{0};                        ///< offers the person left unanswered, going on
};

/// How the result goes out.
struct Delivery {
    enum class State { No, Working, Done, Failed };

    State sheet{State::No};
    State print{State::No};
    State save{State::No};
    Error::Kind why{}; ///< of the last failure
    int sheet_work{0}; ///< whose news count
    int print_work{0};
    int save_work{0};
};

/// One person's time at the kiosk: all there is to know about it. Only `handle` changes it.
struct Visit {
    std::shared_ptr<const Offer> offer;
    std::string id; ///< random; names the call, nothing else
    std::string language{"fr"};
    TextSize size{};
    Theme theme{};

    Screen screen{};
    Panel panel{};
    bool curtain{false}; ///< the person hid the screen: nothing of it shows until they ask for it

    std::string search{}; ///< in the catalogue
    std::vector<std::shared_ptr<const procedure::Procedure>>
        found{}; ///< what the search finds, best first

    std::shared_ptr<const procedure::Procedure> procedure{};
    procedure::Answers answers{};
    procedure::Route route{}; ///< always that of `answers`
    procedure::Path path{};   ///< of the question on screen
    std::map<procedure::Path, procedure::Draft>
        drafts{};                               ///< typed and not confirmed: kept when going back
    std::vector<procedure::Finding> findings{}; ///< of the screen shown
    std::vector<procedure::Option> matches{};   ///< Pick: for what is typed
    int removing{-1};                           ///< Panel::RemoveItem: which item
    bool changing{false};      ///< came from the check page for one question: go straight back
    procedure::Path changed{}; ///< that question
    std::vector<procedure::Path> seen{}; ///< what was on the route then: only newer ones are asked
    bool agree_again{false}; ///< an answer changed after a consent, which was withdrawn then
    bool finishing{false};   ///< all is right, the person says: consents first, then the end

    Scanning scanning{};
    Screen scan_from{};          ///< where Back and TypeInstead lead
    int correcting{-1};          ///< line of `confirming` being corrected on a question screen
    procedure::Path scan_path{}; ///< the question the scanner was opened for; may be empty
    std::optional<Confirming> confirming{};
    std::vector<Document> documents{};        ///< read in this visit, in that order
    std::vector<procedure::Path> confirmed{}; ///< agreed to beside their document: not asked again
    /// Read on a document for questions that were not asked then: proposed when they are.
    std::map<procedure::Path, procedure::Answer> hints{};
    std::map<procedure::Path, Paper> papers{}; ///< by the question that asks for the document

    Delivery delivery{};
    int works{0}; ///< asked for in this visit: numbers them
    call::Call call{};
    int calls{0};         ///< made in this visit: numbers their ids
    int calls_counted{0}; ///< calls of people before this one on the same welcome screen
    call::Habit habit{};  ///< how calls were taken back
    std::optional<call::Staff> staff{}; ///< who would come, as measured; absent: not known
    std::string let_go{};               ///< the mediator who took the call and gave it back
    Code code{};
    Instant chimed{};       ///< the beacon's last sound
    Delivery::State ways{}; ///< the paper that says other ways to be helped
    Error::Kind ways_why{}; ///< Failed
    int ways_work{0};       ///< whose news count
    std::optional<Beside> beside{};
    std::optional<Pointing> pointing{};
    Struggle struggle{};
    call::Progress shown_progress{}; ///< last told to the hub
    std::optional<call::Mood> mood{};
    std::optional<call::Doer> doer{};
    Instant began{}; ///< the first sign of this person

    Instant touched{};             ///< last sign of the person
    std::optional<Instant> ends{}; ///< while the inactivity warning shows: when the visit ends
    Date today{};
    bool over{false}; ///< End was asked for: nothing happens any more

    const procedure::Draft& draft() const;       ///< of the question on screen
    const procedure::Question* question() const; ///< on screen; null elsewhere
};

/// A visit just begun, on the welcome screen.
Visit begin(std::shared_ptr<const Offer> offer, std::string id, Instant now, Date today);

/// A visit that nobody has begun to use is of the day it will be used on: kiosks stay on overnight.
void renew_day(Visit& visit, Date today);

/// So many times as long as otherwise nobody needs to touch anything while somebody is waited for.
inline constexpr int idle_times_waiting = 10;

/// How long nobody touches anything before the warning. Longer once a human was called, and while
/// two people talk; not for ever: whoever comes next would see the answers of those who left.
std::chrono::seconds patience(const Visit& visit);

/// The one place where a visit changes. Pure: same visit, event and time give the same visit and
/// effects. An event that makes no sense on the screen shown changes nothing.
Effects handle(Visit& visit, const Event& event, Instant now);

/// Somebody was called and is not there yet, and there is something to hide (facts/mediation.md
/// section 10, HND-03).
bool can_hide(const Visit& visit);

/// A consent that is not given, or not any more.
bool is_to_agree(const Visit& visit, const procedure::Path& path);

/// A document of this kind was read in this visit; false for no kind.
bool is_read(const Visit& visit, const std::string& kind);

/// When a Tick is due, if nothing else happens: idle warning, countdown seconds, a call's patience.
std::optional<Instant> next_wake(const Visit& visit, Instant now);

/// Which step of how many, for the header: {2, 6}; the check page is the last one.
struct Progress {
    int step{};
    int steps{};
};
Progress progress(const Visit& visit);

} // namespace guichet::visit
