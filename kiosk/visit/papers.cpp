// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit/papers.hpp"

#include "visit/flow.hpp"

#include <algorithm>

namespace guichet::visit {
namespace {

void keep_paper(Visit& visit, const procedure::Reading& reading) {
    const procedure::Scanned paper{
        .kind = reading.kind, .pages = static_cast<int>(reading.pages.size())};
    const procedure::Origin origin{
        .kind = procedure::Origin::Kind::Read,
        .document = reading.kind,
        .document_name = reading.kind_name};
    for (const auto& stop : visit.route.stops) {
        if (!takes_paper(visit, stop, reading))
            continue;
        visit.answers.set(stop.path, {.value = paper, .origin = origin});
        visit.papers[stop.path] = {
            .picture = visit.scanning.original.number, .pages = reading.pages};
        visit.drafts.erase(stop.path);
    }
    refresh(visit);
}

/// Previews weigh some three megabytes each.
constexpr std::size_t most_previews = 12;

/// In the place of the one that was read before from the same or a worse picture.
void keep_document(Visit& visit, const procedure::Reading& reading) {
    const auto& scanning = visit.scanning;
    Document document{scanning.original, reading.kind, reading.kind_name};
    auto& all = visit.documents;
    const auto before = std::ranges::find_if(all, [&scanning](const Document& each) {
        return each.original.number == scanning.original.number ||
               each.original.number == scanning.replaces;
    });
    if (before != all.end()) {
        *before = std::move(document);
        return;
    }
    all.push_back(std::move(document));
    if (all.size() > most_previews)
        all[all.size() - 1 - most_previews].original.preview = nullptr;
}

/// What it was read as, or what was asked for then.
std::vector<std::string>
kinds_to_read_again(const Visit& visit, const Document& document, const procedure::Path& path) {
    if (const auto* question = procedure::find_question(*visit.procedure, path))
        return kinds_of(*question);
    return document.kind.empty() ? std::vector<std::string>{} : std::vector{document.kind};
}

/// The paper behind the answer is the document that is being read again.
bool is_read_again(const Visit& visit, const procedure::Path& path) {
    const auto paper = visit.papers.find(path);
    return visit.scanning.replaces != 0 && paper != visit.papers.end() &&
           paper->second.picture == visit.scanning.replaces;
}

} // namespace

bool is_read(const Visit& visit, const std::string& kind) {
    return !kind.empty() && std::ranges::count(visit.documents, kind, &Document::kind) > 0;
}

std::vector<std::string> kinds_needed(const Visit& visit) {
    std::vector<std::string> all;
    std::vector<std::string> left;
    for (const auto& need : visit.procedure->need) {
        if (need.kind.empty()) // something to have at hand that the machine does not read
            continue;
        all.push_back(need.kind);
        if (!is_read(visit, need.kind))
            left.push_back(need.kind);
    }
    return left.empty() ? all : left;
}

std::vector<std::string> kinds_of(const procedure::Question& question) {
    if (question.type->input() == procedure::Input::Scan)
        return question.kinds;
    std::vector<std::string> kinds;
    for (const auto& field : question.read) {
        const auto kind = field.substr(0, field.find('.'));
        if (std::ranges::count(kinds, kind) == 0)
            kinds.push_back(kind);
    }
    return kinds;
}

bool can_be_scanned(const procedure::Question& question) {
    return !question.read.empty() || question.type->input() == procedure::Input::Scan;
}

const procedure::Question* document_asked(const Visit& visit) {
    const auto* question = procedure::find_question(*visit.procedure, visit.scan_path);
    if (question == nullptr || question->type->input() != procedure::Input::Scan)
        return nullptr;
    return question;
}

bool is_wrong_document(const Visit& visit, const procedure::Reading& reading) {
    const auto* question = document_asked(visit);
    if (question == nullptr || question->kinds.empty())
        return false;
    if (reading.kind.empty())
        return !reading.kind_name.empty(); // a paper that is known and not read
    return std::ranges::count(question->kinds, reading.kind) == 0;
}

bool is_read_by_any(const Visit& visit, const std::string& kind) {
    const auto reads = [&kind](const procedure::Question& question) {
        return std::ranges::count(kinds_of(question), kind) > 0;
    };
    return std::ranges::any_of(visit.procedure->steps, [&reads](const procedure::Step& step) {
        return std::ranges::any_of(step.questions, reads);
    });
}

bool takes_paper(
    const Visit& visit, const procedure::Stop& stop, const procedure::Reading& reading
) {
    if (stop.question->type->input() != procedure::Input::Scan)
        return false;
    if (stop.path == visit.scan_path || is_read_again(visit, stop.path))
        return true;
    return procedure::split(stop.path).item < 0 &&
           std::ranges::count(stop.question->kinds, reading.kind) > 0 && reading.faults.empty() &&
           visit.answers.find(stop.path) == nullptr;
}

void take_in(Visit& visit, const procedure::Reading& reading) {
    keep_paper(visit, reading);
    keep_document(visit, reading);
}

void on(Turn& turn, const did::OpenDocument& event) {
    auto& visit = turn.visit;
    const auto& all = visit.documents;
    if (visit.screen != Screen::Check || event.document < 0 ||
        event.document >= static_cast<int>(all.size()))
        return;
    const auto& document = all[static_cast<std::size_t>(event.document)];
    if (document.original.preview == nullptr)
        return;
    const auto paper = std::ranges::find_if(visit.papers, [&document](const auto& each) {
        return each.second.picture == document.original.number;
    });
    const auto path = paper == visit.papers.end() ? procedure::Path{} : paper->first;
    open_scan(turn, path, kinds_to_read_again(visit, document, path));
    auto& scanning = visit.scanning;
    scanning.original = document.original;
    scanning.replaces = document.original.number;
    scanning.seen = document.name;
    enter(turn, Scanning::State::Looking);
}

void forget_originals(Visit& visit, Error::Kind why) {
    const bool is_reader_gone = why == Error::Kind::Crashed || why == Error::Kind::TimedOut;
    for (auto& document : visit.documents)
        if (is_reader_gone || document.original.number == visit.scanning.original.number)
            document.original.photo = false;
}

} // namespace guichet::visit
