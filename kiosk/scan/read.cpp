// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/read.hpp"

#include "scan/clean/faults.hpp"
#include "scan/merge.hpp"
#include "scan/reader.hpp"
#include "scan/text/look/ahead.hpp"

#include <algorithm>
#include <future>
#include <optional>
#include <utility>

namespace guichet::scan {

namespace {

using Clock = std::chrono::steady_clock;

constexpr double sure_enough = 0.8;

void tell(const Options& options, procedure::ReadingStage stage) {
    if (options.stage)
        options.stage(stage);
}

bool found_something(const Findings& findings) {
    constexpr std::size_t much_text = 200; // a sheet of words is one, whatever its kind
    return !findings.codes.empty() || !findings.fields.empty() || !findings.kind.empty() ||
           findings.text.size() > much_text;
}

/// Room around a value so that a person recognises the place on their paper.
Box with_room(const Box& box) {
    const int across = std::max(box.height, box.width / 8);
    const int down = std::max(box.height, 12);
    return {
        .x = box.x - across,
        .y = box.y - down,
        .width = box.width + 2 * across,
        .height = box.height + 2 * down};
}

/// Pages in memory.
class Loaded : public Pages {
public:
    explicit Loaded(const std::vector<Page>& pages) : m_pages(pages) {}
    int count() const override { return static_cast<int>(m_pages.size()); }
    Result<Page> page(int index) override { return m_pages.at(static_cast<std::size_t>(index)); }
    std::size_t weight() const override { return 0; } // they are the caller's

private:
    const std::vector<Page>& m_pages;
};

class Examiner {
public:
    explicit Examiner(Task task) : m_task(std::move(task)) {}

    Result<void> read_page(Page page) {
        tell(m_task.options, procedure::ReadingStage::Cleaning);
        const auto engines =
            page.words.empty() ? open_engines(m_task.options) : std::future<void>{};
        const bool first = m_examination.pages.empty();
        m_page = clean(page, first ? m_task.options.corners : std::nullopt);
        if (!m_page.grey)
            return fail(Error::Kind::Unreadable, "a page without pixels");
        m_task.kind_is_sure = false;
        m_fields_here = false;
        m_first_code = m_examination.codes.size();
        m_faults.reset();
        if (!is_blank(m_page.grey))
            if (auto done = read_all(std::move(page)); !done)
                return done;
        if (first)
            m_examination.corners = m_page.corners;
        keep_page();
        return {};
    }

    Examination take() {
        judge(m_examination, m_task.kinds, m_task.options.kind, day());
        return std::move(m_examination);
    }

private:
    Result<void> read_all(Page page) {
        std::optional<TextAhead> ahead;
        if (m_page.words.empty())
            ahead.emplace(m_page, m_task);
        m_task.ahead = ahead ? &*ahead : nullptr;
        for (const auto& reader : readers()) {
            if (Clock::now() > m_task.end)
                break;
            // While the words are read; at once where running text will prove nothing.
            if (ahead && (m_task.options.text || reader.stage == procedure::ReadingStage::Text))
                look_at_picture(page);
            tell(m_task.options, reader.stage);
            m_task.kind = m_examination.kind;
            m_task.known = m_examination.fields;
            if (auto done = read_with(reader, page); !done)
                return done;
        }
        m_task.ahead = nullptr;
        tell_faults(page);
        return {};
    }

    /// Its faults, in case nothing will be read surely. The picture as it came is large and, unless
    /// the sheet was cut out of it, then of no more use.
    void look_at_picture(Page& page) {
        if (m_faults || !went_badly())
            return;
        m_faults = picture_faults(page, m_page);
        if (!m_page.corners)
            page = {};
    }

    void tell_faults(const Page& page) {
        if (!went_badly())
            return;
        if (!m_faults)
            m_faults = picture_faults(page, m_page);
        for (const auto fault : *m_faults)
            if (std::ranges::find(m_examination.faults, fault) == m_examination.faults.end())
                m_examination.faults.push_back(fault);
    }

    /// When the corners may have been wrong, the whole picture is tried too.
    Result<void> read_with(const Reader& reader, const Page& original) {
        auto findings = reader.read(m_page, m_task);
        if (!findings)
            return tl::unexpected(findings.error());
        if (!found_something(*findings) && m_page.corners && !m_fields_here &&
            Clock::now() < m_task.end) {
            auto whole = as_it_is(original);
            auto again = reader.read(whole, m_task);
            if (again && found_something(*again)) {
                m_page = std::move(whole);
                m_faults.reset();
                findings = std::move(again);
            }
        }
        move_boxes([&](const Box& box) {
            return turned(
                box, findings->quarters, width_of(m_page.colour), height_of(m_page.colour)
            );
        });
        turn(m_page, findings->quarters);
        m_fields_here = m_fields_here || !findings->fields.empty();
        m_task.kind_is_sure = m_task.kind_is_sure || !findings->kind.empty();
        const auto index = static_cast<int>(m_examination.pages.size());
        merge(m_examination, std::move(*findings), index, m_task.kinds);
        return {};
    }

    /// Nothing on this page was read surely: what is wrong with the picture is worth saying.
    bool went_badly() const {
        const auto index = static_cast<int>(m_examination.pages.size());
        return std::ranges::none_of(m_examination.fields, [&](const auto& field) {
            return field.page == index && (field.proven || field.confidence >= sure_enough);
        });
    }

    Date day() const { return m_task.options.today == Date{} ? today() : m_task.options.today; }

    /// What was found on this page goes with it.
    template <typename Move>
    void move_boxes(Move move) {
        const auto index = static_cast<int>(m_examination.pages.size());
        for (auto& field : m_examination.fields)
            if (field.page == index)
                field.box = move(field.box);
        for (auto code = m_first_code; code < m_examination.codes.size(); ++code)
            m_examination.codes[code].box = move(m_examination.codes[code].box);
    }

    /// Cuts the values out of the whole page, and keeps the page no larger than asked.
    void keep_page() {
        const auto index = static_cast<int>(m_examination.pages.size());
        const int longest = std::max(width_of(m_page.colour), height_of(m_page.colour));
        const int most = m_task.options.longest_side;
        const double scale = most > 0 && longest > most ? static_cast<double>(most) / longest : 1;
        for (auto& field : m_examination.fields)
            if (field.page == index)
                field.crop = to_picture(cut_out(m_page.colour, with_room(field.box)));
        move_boxes([scale](const Box& box) { return scaled(box, scale); });
        if (scale < 1)
            m_page.colour = resized(m_page.colour, scale);
        m_examination.pages.push_back(to_picture(m_page.colour));
        m_page = {};
    }

    Task m_task;
    CleanPage m_page;
    std::optional<std::vector<procedure::PictureFault>> m_faults{}; ///< of m_page, once looked at
    bool m_fields_here{false};  ///< their boxes are in m_page as it is
    std::size_t m_first_code{}; ///< of this page
    Examination m_examination;
};

} // namespace

Result<Examination> examine(Pages& pages, const std::vector<Kind>& kinds, const Options& options) {
    keep_freed_memory();
    Examiner examiner({.kinds = kinds, .options = options, .end = Clock::now() + options.patience});
    for (int i = 0; i < pages.count(); ++i) {
        auto read =
            pages.page(i).and_then([&](Page page) { return examiner.read_page(std::move(page)); });
        if (!read)
            return tl::unexpected(read.error());
    }
    return examiner.take();
}

Result<Examination>
examine(const std::vector<Page>& pages, const std::vector<Kind>& kinds, const Options& options) {
    Loaded loaded(pages);
    return examine(loaded, kinds, options);
}

procedure::Reading to_reading(const Examination& examination, const std::vector<Kind>& kinds) {
    procedure::Reading reading;
    const auto* kind = find_kind(kinds, examination.kind);
    if (kind != nullptr)
        reading.kind_name = kind->name;
    if (kind == nullptr || !kind->other)
        reading.kind = examination.answers.empty() ? examination.kind : examination.answers;
    reading.pages = examination.pages;
    reading.faults = examination.faults;
    reading.missing = examination.missing;
    reading.proposals = examination.fields;
    for (auto& proposal : reading.proposals) {
        const auto index = static_cast<std::size_t>(proposal.page);
        if (!proposal.crop && index < reading.pages.size())
            proposal.crop = crop(reading.pages[index], with_room(proposal.box));
    }
    return reading;
}

} // namespace guichet::scan
