// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit/advice.hpp"
#include "visit/flow.hpp"
#include "visit/stops.hpp"

#include <algorithm>

namespace guichet::visit {
namespace {

using procedure::Proposal;

/// Under this a reading without a check digit is shown as doubtful.
constexpr double sure_enough = 0.8;

struct Candidate {
    int proposal{-1};
    std::optional<procedure::Value> value{};
};

std::optional<procedure::Value>
understand(const procedure::Question& question, const Proposal& proposal) {
    const auto draft = question.type->read(question, proposal.value);
    if (draft.empty())
        return std::nullopt;
    const auto value = question.type->parse(question, draft);
    return value ? std::optional{*value} : std::nullopt;
}

/// The best proposal for a field: proven first, then the most confident; -1 for none.
int best_proposal(const procedure::Reading& reading, const std::string& field) {
    int best = -1;
    for (std::size_t i = 0; i < reading.proposals.size(); i++) {
        const auto& proposal = reading.proposals[i];
        if (proposal.field != field || proposal.value.empty())
            continue;
        const auto weight = [](const Proposal& each) {
            return std::pair{each.proven, each.confidence};
        };
        if (best < 0 ||
            weight(proposal) > weight(reading.proposals[static_cast<std::size_t>(best)]))
            best = static_cast<int>(i);
    }
    return best;
}

/// The first field the question reads that makes an answer; else the first one there is.
Candidate find_candidate(const procedure::Question& question, const procedure::Reading& reading) {
    Candidate first;
    for (const auto& field : question.read) {
        const int index = best_proposal(reading, field);
        if (index < 0)
            continue;
        auto value = understand(question, reading.proposals[static_cast<std::size_t>(index)]);
        if (value)
            return {.proposal = index, .value = std::move(value)};
        if (first.proposal < 0)
            first.proposal = index;
    }
    return first;
}

/// Words of the person's own are not written over by a document they did not show for that
/// question.
bool is_own_words(const Visit& visit, const procedure::Path& path) {
    const auto* answer = visit.answers.find(path);
    return answer != nullptr && answer->origin.kind != procedure::Origin::Kind::Read &&
           path != visit.scan_path;
}

bool is_doubtful(const Candidate& candidate, const procedure::Reading& reading) {
    const auto& proposal = reading.proposals[static_cast<std::size_t>(candidate.proposal)];
    if (!candidate.value || !proposal.differs.empty() || proposal.wrong_signature)
        return true;
    return !proposal.proven && (!proposal.doubtful.empty() || proposal.confidence < sure_enough);
}

procedure::Answer
make_answer(const procedure::Reading& reading, const Proposal& proposal, procedure::Value value) {
    procedure::Origin origin{.kind = procedure::Origin::Kind::Read};
    origin.document = reading.kind;
    origin.document_name = reading.kind_name;
    origin.proven = proposal.proven;
    auto picture = proposal.crop;
    const auto page = static_cast<std::size_t>(proposal.page);
    if (picture == nullptr && proposal.page >= 0 && page < reading.pages.size())
        picture = crop(reading.pages[page], proposal.box);
    return {
        .value = std::move(value),
        .origin = std::move(origin),
        .confidence = proposal.confidence,
        .crop = std::move(picture)};
}

void use_line(Visit& visit, const ReadLine& line) {
    const auto& reading = visit.confirming->reading;
    const auto& proposal = reading.proposals[static_cast<std::size_t>(line.proposal)];
    // What the person did not vouch for is asked in its turn, in an empty box: a wrong reading left
    // in the box would soon be taken for their own words.
    if (!line.use || line.state == ReadLine::State::Doubtful)
        return;
    auto answer = make_answer(reading, proposal, line.value);
    if (line.state == ReadLine::State::Corrected) {
        answer.origin = {};
        answer.confidence = 1.0;
    }
    visit.answers.set(line.path, std::move(answer));
    visit.drafts.erase(line.path);
    visit.hints.erase(line.path);
    visit.confirmed.push_back(line.path);
    visit.path = line.path;
}

ReadLine* line_at(Visit& visit, int index) {
    if (visit.screen != Screen::Confirm || index < 0)
        return nullptr;
    auto& lines = visit.confirming->lines;
    return index < static_cast<int>(lines.size()) ? &lines[static_cast<std::size_t>(index)]
                                                  : nullptr;
}

} // namespace

Confirming propose(const Visit& visit, const procedure::Reading& reading) {
    Confirming confirming{.reading = reading, .lines = {}};
    for (const auto& stop : visit.route.stops) {
        if (procedure::split(stop.path).item >= 0)
            continue;
        const auto candidate = find_candidate(*stop.question, reading);
        if (candidate.proposal < 0)
            continue;
        const auto* answer = visit.answers.find(stop.path);
        if (answer != nullptr && candidate.value && answer->value == *candidate.value)
            continue;
        const bool doubtful = is_doubtful(candidate, reading);
        confirming.lines.push_back(
            {.path = stop.path,
             .proposal = candidate.proposal,
             .value = candidate.value.value_or(procedure::NotKnown{}),
             .state = doubtful ? ReadLine::State::Doubtful : ReadLine::State::Sure,
             .use = !is_own_words(visit, stop.path)}
        );
    }
    return confirming;
}

void keep_corrections(Confirming& confirming, const Confirming& before) {
    for (const auto& line : before.lines) {
        const auto same = std::ranges::find(confirming.lines, line.path, &ReadLine::path);
        if (line.state != ReadLine::State::Corrected || same == confirming.lines.end())
            continue;
        same->value = line.value;
        same->state = line.state;
        same->use = line.use;
    }
}

void remember_hints(Visit& visit, const procedure::Reading& reading) {
    for (const auto& step : visit.procedure->steps) {
        for (const auto& question : step.questions) {
            if (stop_at(visit, question.id) != nullptr ||
                visit.answers.find(question.id) != nullptr)
                continue;
            const auto candidate = find_candidate(question, reading);
            if (candidate.proposal < 0 || is_doubtful(candidate, reading))
                continue;
            const auto& proposal = reading.proposals[static_cast<std::size_t>(candidate.proposal)];
            visit.hints[question.id] = make_answer(reading, proposal, *candidate.value);
        }
    }
}

void accept_reading(Turn& turn) {
    auto& visit = turn.visit;
    remember_hints(visit, visit.confirming->reading);
    for (const auto& line : visit.confirming->lines)
        use_line(visit, line);
    refresh(visit);
    after_scan(turn);
}

void correct_line(Turn& turn) {
    auto& visit = turn.visit;
    const auto& question = *visit.question();
    const auto& draft = visit.draft();
    if (draft.empty()) {
        visit.findings = {{.path = visit.path, .say = advice(question)}};
        return;
    }
    const auto value = question.type->parse(question, draft);
    if (!value) {
        visit.findings = {
            {.path = visit.path, .say = value.error().say, .part = value.error().part}};
        return;
    }
    auto& line = visit.confirming->lines[static_cast<std::size_t>(visit.correcting)];
    line.value = *value;
    line.state = ReadLine::State::Corrected;
    line.use = true;
    back_to_confirm(turn);
}

void back_to_confirm(Turn& turn) {
    auto& visit = turn.visit;
    visit.drafts.erase(visit.path);
    visit.path = visit.scan_path;
    visit.correcting = -1;
    show(turn, Screen::Confirm);
}

void on(Turn& turn, const did::CorrectReading& event) {
    auto& visit = turn.visit;
    const auto* line = line_at(visit, event.line);
    if (line == nullptr)
        return;
    const auto* question = procedure::find_question(*visit.procedure, line->path);
    const auto& proposal =
        visit.confirming->reading.proposals[static_cast<std::size_t>(line->proposal)];
    visit.drafts[line->path] = line->state == ReadLine::State::Corrected
                                   ? question->type->draft(*question, line->value)
                                   : question->type->read(*question, proposal.value);
    visit.correcting = event.line;
    ask(turn, procedure::Path{line->path});
}

void on(Turn& turn, const did::DismissReading& event) {
    if (auto* line = line_at(turn.visit, event.line))
        line->use = !line->use;
}

} // namespace guichet::visit
