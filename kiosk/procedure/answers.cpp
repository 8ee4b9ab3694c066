// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedure/answers.hpp"

#include <charconv>

namespace guichet::procedure {

Path item_path(std::string_view list, int item, std::string_view question) {
    Path path;
    path.reserve(list.size() + question.size() + 8);
    path += list;
    path += '[';
    path += std::to_string(item);
    path += "].";
    path += question;
    return path;
}

PathParts split(const Path& path) {
    const auto open = path.find('[');
    const auto close = path.find("].", open == Path::npos ? 0 : open);
    if (open == Path::npos || close == Path::npos)
        return {.list = {}, .item = -1, .question = path};
    int item = -1;
    const auto* begin = path.data() + open + 1;
    const auto* end = path.data() + close;
    const auto [stop, error] = std::from_chars(begin, end, item);
    if (error != std::errc{} || stop != end || item < 0)
        return {.list = {}, .item = -1, .question = path};
    return {.list = path.substr(0, open), .item = item, .question = path.substr(close + 2)};
}

const Answer* Answers::find(const Path& path) const {
    const auto found = m_answers.find(path);
    return found == m_answers.end() ? nullptr : &found->second;
}

void Answers::set(const Path& path, Answer answer) {
    const auto* before = find(path);
    if (before != nullptr && *before == answer)
        return;
    m_answers.insert_or_assign(path, std::move(answer));
    ++m_version;
}

void Answers::erase(const Path& path) {
    if (m_answers.erase(path) > 0)
        ++m_version;
}

int Answers::items(std::string_view list) const {
    const auto found = m_items.find(list);
    return found == m_items.end() ? 0 : found->second;
}

int Answers::add_item(std::string_view list) {
    ++m_version;
    const auto found = m_items.find(list);
    if (found != m_items.end())
        return found->second++;
    m_items.emplace(list, 1);
    return 0;
}

void Answers::remove_item(std::string_view list, int item) {
    const auto found = m_items.find(list);
    if (found == m_items.end() || item < 0 || item >= found->second)
        return;
    std::map<Path, Answer> kept;
    for (auto& [path, answer] : m_answers) {
        const auto parts = split(path);
        if (parts.list != list || parts.item < item)
            kept.emplace(path, std::move(answer));
        else if (parts.item > item)
            kept.emplace(item_path(list, parts.item - 1, parts.question), std::move(answer));
    }
    m_answers = std::move(kept);
    --found->second;
    ++m_version;
}

} // namespace guichet::procedure
