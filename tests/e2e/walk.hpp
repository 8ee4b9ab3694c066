// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "answers.hpp"
#include "driver.hpp"

#include <filesystem>
#include <string>

namespace e2e {

/// Walks a visit from its welcome screen to its end as a person does: looks at the screen, moves
/// the real pointer, presses. Every screen it sees is left as a numbered picture.
class Walk {
public:
    struct Setting {
        std::string socket;
        std::filesystem::path samples; ///< the papers, by file name
        std::filesystem::path scanner; ///< the folder the kiosk's scanner drops files in
        std::filesystem::path pictures;
        std::string language{"fr"};
        std::string procedure;
    };

    Walk(Setting setting, Answers answers);

    /// To the screen of the end, with the sheet saved. Throws Failure.
    void to_done();
    /// "Terminer", and the next visit is there on its welcome screen.
    void leave();

    /// Everything the screens said, for looking for names.
    const std::string& words_seen() const { return m_seen; }

private:
    Json node(const std::string& id);
    bool has(const std::string& id);
    bool touchable(const std::string& id);
    std::string first_with(const std::string& prefix);
    void look();
    std::string where() const; ///< screen, panel and question
    void picture();
    void shoot(Driver& driver, const Json& screen);
    void tap(const std::string& id);
    void bring_into_sight(const std::string& id);

    void step();
    void welcome();
    void question();
    void answer_as_told(const Answer& answer, const std::string& question);
    void answer_plainly();
    void type(const std::string& box, const std::string& words);
    void press_key(const std::string& letter);
    void choose_match();
    void scan();
    void done();
    void next_visit(int before);
    void greet(Driver& next, int before);

    Setting m_setting;
    Answers m_answers;
    Driver m_driver;
    Json m_window;
    Json m_screen;
    Json m_tree;
    std::string m_last{}; ///< screen and question before
    std::string m_seen{};
    std::string m_paper{}; ///< file to lay on the scanner
    std::map<std::string, int> m_items{};
    bool m_leaving{false}; ///< the visit may end by a tap
    int m_pictures{0};
    int m_same{0}; ///< how often the same screen came again
};

} // namespace e2e
