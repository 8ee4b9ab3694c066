// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.hpp"
#include "i18n/language.hpp"
#include "text/paragraph.hpp"

#include <functional>
#include <string>
#include <variant>
#include <vector>

struct _cairo;

namespace guichet::deliver {

/// A4, in points (1/72 inch).
constexpr float page_width = 595.276f;
constexpr float page_height = 841.890f;
constexpr float page_margin = 48.0f;
constexpr float text_width = page_width - 2 * page_margin;

/// A column of words inside a block, wrapped to its width, tagged on its own ("TH", "TD", "P",
/// "H1"…).
struct Column {
    std::string tag;
    text::Paragraph words;
    float x{}; ///< from the left margin
    float grey{0.1f};
};

/// A piece of the sheet that is never cut between two pages.
struct Block {
    std::string tag{}; ///< around the columns: "TR"; empty for none
    std::vector<Column> columns{};
    float space_after{6.0f};
    bool ruled{false};          ///< a thin line under it
    bool keep_with_next{false}; ///< a title never stands alone at the foot of a page

    float height() const;
};

/// What the file says of itself (PDF metadata and page feet).
struct About {
    std::string title;
    std::string foot;
    i18n::Language language;
    std::function<std::string(int page, int pages)> numbering;
};

/// Blocks one under the other over as many A4 pages as they need, and the structure tags around
/// them (PDF 32000-1 section 14.8: "Document", "H1", "Table"…), which may span pages.
class Flow {
public:
    void open(std::string tag);
    void close();
    void add(Block block);

    /// The whole PDF. Fails with Unreadable when cairo or the tagging cannot.
    Result<std::string> write(const About& about) const;

private:
    struct Open {
        std::string tag;
    };
    struct Close {};
    using Piece = std::variant<Open, Close, Block>;

    class Drawing;

    std::vector<int> paginate() const;
    void draw(_cairo* page, const About& about) const;

    std::vector<Piece> m_pieces;
};

/// Adds what cairo 1.16 cannot say: the document's language, and that its title is to be shown
/// (PDF/UA-1, 7.1 and 7.2).
Result<std::string> finish_pdf(std::string pdf, const i18n::Language& language);

} // namespace guichet::deliver
