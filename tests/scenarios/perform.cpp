// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenarios/perform.hpp"

#include "procedure/type.hpp"
#include "scenarios/names.hpp"
#include "scenarios/perform_lines.hpp"

#include <functional>
#include <map>

namespace guichet::scenarios {
namespace {

namespace did = visit::did;
namespace happened = visit::happened;
using Action = std::function<void(Stage&, Words&)>;

template <typename Event>
void plain(Stage& stage, Words&) {
    stage.happen(Event{});
}

template <typename Event>
void with_number(Stage& stage, Words& words) {
    stage.happen(Event{words.number()});
}

template <typename Event>
void with_text(Stage& stage, Words& words) {
    stage.happen(Event{words.rest()});
}

template <typename Event>
void with_error(Stage& stage, Words& words) {
    stage.happen(Event{error_named(words.next())});
}

void edit(Stage& stage, Words& words) {
    const int part = words.number();
    stage.happen(did::Edit{.part = part, .text = words.rest()});
}

void open_panel(Stage& stage, Words& words) {
    stage.happen(did::OpenPanel{panel_named(words.next())});
}

/// "move_corner 2 85 90": to there, in hundredths of the picture.
void move_corner(Stage& stage, Words& words) {
    const int corner = words.number();
    const double x = words.number() / 100.0;
    const double y = words.number() / 100.0;
    stage.happen(did::MoveCorner{.corner = corner, .to = {.x = x, .y = y}});
}

void give_reason(Stage& stage, Words& words) {
    stage.happen(did::GiveReason{known(call::to_reason(words.next()), "reason")});
}

void feel(Stage& stage, Words& words) {
    stage.happen(did::Feel{known(call::to_mood(words.next()), "mood")});
}

void say_who(Stage& stage, Words& words) {
    stage.happen(did::SayWhoDidIt{known(call::to_doer(words.next()), "doer")});
}

const std::map<std::string, Action>& deeds() {
    static const std::map<std::string, Action> all{
        {"touch", plain<did::Touch>},
        {"still_here", plain<did::StillHere>},
        {"language", with_text<did::ChooseLanguage>},
        {"search", with_text<did::Search>},
        {"procedure", with_text<did::ChooseProcedure>},
        {"edit", edit},
        {"choose", with_text<did::Choose>},
        {"skip", plain<did::Skip>},
        {"continue", plain<did::Continue>},
        {"back", plain<did::Back>},
        {"add_item", plain<did::AddItem>},
        {"open_item", with_number<did::OpenItem>},
        {"remove_item", with_number<did::RemoveItem>},
        {"confirm_remove", plain<did::ConfirmRemove>},
        {"open_scan", plain<did::OpenScan>},
        {"take_picture", plain<did::TakePicture>},
        {"type_instead", plain<did::TypeInstead>},
        {"open_document", with_number<did::OpenDocument>},
        {"frame_picture", plain<did::FramePicture>},
        {"choose_corner", with_number<did::ChooseCorner>},
        {"move_corner", move_corner},
        {"correct", with_number<did::CorrectReading>},
        {"dismiss", with_number<did::DismissReading>},
        {"change", with_text<did::Change>},
        {"print", plain<did::Print>},
        {"save", plain<did::Save>},
        {"call", plain<did::CallSomeone>},
        {"someone_is_here", with_text<did::SomeoneIsHere>},
        {"type_code", with_text<did::TypeCode>},
        {"open_beside", plain<did::OpenBeside>},
        {"close_beside", plain<did::CloseBeside>},
        {"beside_language", with_text<did::ChooseBesideLanguage>},
        {"lend_keyboard", plain<did::LendKeyboard>},
        {"take_back_keyboard", plain<did::TakeBackKeyboard>},
        {"allow_pointing", plain<did::AllowPointing>},
        {"refuse_pointing", plain<did::RefusePointing>},
        {"stop_pointing", plain<did::StopPointing>},
        {"end_call", plain<did::EndCall>},
        {"reason", give_reason},
        {"leave_call", plain<did::LeaveCall>},
        {"decline_help", plain<did::DeclineHelp>},
        {"print_ways", plain<did::PrintWays>},
        {"hide_screen", plain<did::HideScreen>},
        {"show_screen", plain<did::ShowScreen>},
        {"feel", feel},
        {"who", say_who},
        {"leave", plain<did::Leave>},
        {"confirm_leave", plain<did::ConfirmLeave>},
        {"open_panel", open_panel},
        {"close_panel", plain<did::ClosePanel>},
    };
    return all;
}

/// "happens camera_shows still".
void camera_shows(Stage& stage, Words& words) {
    using procedure::CameraSight;
    const std::map<std::string, CameraSight> sights{
        {"empty", CameraSight::Empty},
        {"moving", CameraSight::Moving},
        {"blurred", CameraSight::Blurred},
        {"still", CameraSight::Still}};
    const auto found = sights.find(words.next());
    if (found == sights.end())
        throw Mismatch("a camera shows empty, moving, blurred or still");
    stage.happen(happened::CameraShows{.picture = nullptr, .sight = found->second});
}

/// "happens scan_shows photo", or "page".
void scan_shows(Stage& stage, Words& words) {
    const bool photo = words.take("photo");
    if (!photo && !words.take("page"))
        throw Mismatch("a scan shows a photo or a page");
    stage.happen(happened::ScanShows{.picture = blank_page(), .photo = photo});
}

/// "happens pin_checked right".
void pin_checked(Stage& stage, Words& words) {
    const auto what = words.next();
    if (what != "right" && what != "wrong")
        throw Mismatch("a PIN is right or wrong");
    stage.happen(happened::PinChecked{.right = what == "right", .work = stage.visit().code.work});
}

const std::map<std::string, Action>& reports() {
    static const std::map<std::string, Action> all{
        {"sheet_ready", plain<happened::SheetReady>},
        {"sheet_failed", with_error<happened::SheetFailed>},
        {"printed", plain<happened::Printed>},
        {"print_failed", with_error<happened::PrintFailed>},
        {"saved", plain<happened::Saved>},
        {"save_failed", with_error<happened::SaveFailed>},
        {"scan_failed", with_error<happened::ScanFailed>},
        {"camera_shows", camera_shows},
        {"scan_shows", scan_shows},
        {"pin_checked", pin_checked},
    };
    return all;
}

void run(const std::map<std::string, Action>& actions, Stage& stage, Words& words) {
    const auto name = words.next();
    const auto found = actions.find(name);
    if (found == actions.end())
        throw Mismatch("\"" + name + "\" is not known here");
    found->second(stage, words);
    if (!words.empty())
        throw Mismatch("\"" + words.rest() + "\" is too much");
}

void enter(Stage& stage, const procedure::Question& question, const std::string& words) {
    const auto draft = question.type->read(question, words);
    if (draft.empty())
        throw Mismatch("\"" + words + "\" cannot be typed in " + question.id);
    for (std::size_t i = 0; i < draft.parts.size(); i++)
        stage.happen(did::Edit{.part = static_cast<int>(i), .text = draft.parts[i]});
    for (const auto& id : draft.chosen)
        stage.happen(did::Choose{id});
}

/// "answer nom_naissance DUPONT": the question must be on screen; types, then Continue. "skip" is
/// "je ne sais pas", "-" goes on without an answer.
void answer(Stage& stage, Words& words) {
    const auto path = words.next();
    const auto* question = stage.visit().question();
    if (question == nullptr || stage.visit().path != path)
        throw Mismatch(
            "the screen is " + name_of(stage.visit().screen) + " " + stage.visit().path + ", not " +
            path
        );
    const auto text = words.rest();
    if (text == "skip")
        return stage.happen(did::Skip{});
    if (text != "-")
        enter(stage, *question, text);
    stage.happen(did::Continue{});
}

} // namespace

bool perform(Stage& stage, const std::string& verb, Words& words) {
    if (verb == "do")
        run(deeds(), stage, words);
    else if (verb == "happens")
        run(reports(), stage, words);
    else if (verb == "console")
        report_call(stage, words);
    else if (verb == "scan")
        scan(stage, words);
    else if (verb == "answer")
        answer(stage, words);
    else if (verb == "wait")
        stage.wait(std::chrono::seconds{words.number()});
    else
        return false;
    return true;
}

} // namespace guichet::scenarios
