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
        visit.papers[stop.path] = reading.pages;
        visit.drafts.erase(stop.path);
    }
    refresh(visit);
}

} // namespace

std::vector<std::string> kinds_needed(const Visit& visit) {
    std::vector<std::string> all;
    std::vector<std::string> left;
    for (const auto& need : visit.procedure->need) {
        if (need.kind.empty()) // something to have at hand that the machine does not read
            continue;
        all.push_back(need.kind);
        if (std::ranges::count(visit.scanned, need.kind) == 0)
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
    if (visit.scan_from != Screen::Question)
        return nullptr;
    const auto* question = procedure::find_question(*visit.procedure, visit.scan_path);
    if (question == nullptr || question->type->input() != procedure::Input::Scan)
        return nullptr;
    return question;
}

bool is_wrong_document(const Visit& visit, const procedure::Reading& reading) {
    const auto* question = document_asked(visit);
    if (question == nullptr || question->kinds.empty() || reading.kind.empty())
        return false;
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
    if (visit.scan_from == Screen::Question && stop.path == visit.scan_path)
        return true;
    return procedure::split(stop.path).item < 0 &&
           std::ranges::count(stop.question->kinds, reading.kind) > 0 && reading.faults.empty() &&
           visit.answers.find(stop.path) == nullptr;
}

void take_in(Visit& visit, const procedure::Reading& reading) {
    if (!reading.kind.empty() && std::ranges::count(visit.scanned, reading.kind) == 0)
        visit.scanned.push_back(reading.kind);
    keep_paper(visit, reading);
}

} // namespace guichet::visit
