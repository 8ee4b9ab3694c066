#include "scan/kind.hpp"

#include "base/files.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <system_error>
#include <utility>

#include <yaml-cpp/yaml.h>

namespace guichet::scan {

namespace {

namespace fs = std::filesystem;

i18n::Message form_message(std::string text) {
    return {.domain = i18n::Domain::Forms, .id = std::move(text)};
}

/// Reads one file and keeps every problem with its place.
class Loader {
public:
    explicit Loader(std::string file) : m_file(std::move(file)) {}

    Kind load(const YAML::Node& root) {
        Kind kind;
        if (!root.IsMap()) {
            complain(root, "expected keys and values");
            return kind;
        }
        allow(root, {"kind", "name", "mrz", "words", "enough", "code-types", "fields"});
        kind.id = text(root, "kind", true);
        kind.name = form_message(text(root, "name", true));
        kind.by_mrz = value<bool>(root, "mrz", false);
        kind.words = texts(root, "words");
        kind.enough = value<int>(root, "enough", 2);
        kind.code_types = texts(root, "code-types");
        const auto fields = root["fields"];
        if (!fields || !fields.IsSequence() || fields.size() == 0)
            complain(fields ? fields : root, "fields: at least one is needed");
        else
            for (const auto& node : fields)
                kind.fields.push_back(field(node));
        if (!kind.by_mrz && static_cast<int>(kind.words.size()) < kind.enough)
            complain(root, "words: fewer than are enough");
        return kind;
    }

    const std::string& problems() const { return m_problems; }

    void complain(const YAML::Node& node, const std::string& problem) {
        complain(node.Mark(), problem);
    }

    void complain(const YAML::Mark& mark, const std::string& problem) {
        m_problems += (m_problems.empty() ? "" : "\n") + m_file + ":" +
                      std::to_string(mark.line + 1) + ":" + std::to_string(mark.column + 1) +
                      ": error: " + problem;
    }

private:
    Field field(const YAML::Node& node) {
        Field field;
        if (!node.IsMap()) {
            complain(node, "a field needs keys and values");
            return field;
        }
        allow(node, {"field", "label", "mrz", "code", "near", "format"});
        field.name = text(node, "field", true);
        field.label = form_message(text(node, "label", true));
        field.mrz = text(node, "mrz", false);
        field.code = texts(node, "code");
        field.near = texts(node, "near");
        field.format = text(node, "format", false);
        if (field.mrz.empty() && field.code.empty() && field.near.empty())
            complain(node, "a field needs mrz, code or near");
        return field;
    }

    void allow(const YAML::Node& node, std::initializer_list<std::string_view> keys) {
        for (const auto& entry : node) {
            const auto key = entry.first.Scalar();
            if (std::ranges::find(keys, key) == keys.end())
                complain(entry.first, "unknown key '" + key + "'");
        }
    }

    std::string text(const YAML::Node& node, const char* key, bool needed) {
        const auto child = node[key];
        if (child && child.IsScalar() && !child.Scalar().empty())
            return child.Scalar();
        if (child || needed)
            complain(child ? child : node, std::string(key) + ": a text is needed");
        return {};
    }

    template <typename T>
    T value(const YAML::Node& node, const char* key, T otherwise) {
        const auto child = node[key];
        T result = otherwise;
        if (child && !YAML::convert<T>::decode(child, result))
            complain(child, std::string(key) + ": not a value of its kind");
        return result;
    }

    std::vector<std::string> texts(const YAML::Node& node, const char* key) {
        std::vector<std::string> list;
        const auto child = node[key];
        if (!child)
            return list;
        if (!child.IsSequence()) {
            complain(child, std::string(key) + ": a list is needed");
            return list;
        }
        for (const auto& item : child) {
            if (item.IsScalar() && !item.Scalar().empty())
                list.push_back(item.Scalar());
            else
                complain(item, std::string(key) + ": a text is needed");
        }
        return list;
    }

    std::string m_file;
    std::string m_problems;
};

Kind load_kind(Loader& loader, const std::string& content) {
    try {
        return loader.load(YAML::Load(content));
    } catch (const YAML::Exception& exception) {
        loader.complain(exception.mark, exception.msg);
        return {};
    }
}

} // namespace

Result<std::vector<Kind>> load_kinds(const std::filesystem::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
        if (it->path().extension() == ".yaml")
            files.push_back(it->path());
    if (error)
        return fail(Error::Kind::NotFound, "no folder of document kinds: " + folder.string());
    std::vector<Kind> kinds;
    std::string problems;
    for (const auto& file : files) {
        const auto content = read_file(file, std::size_t{1} << 20);
        if (!content)
            return tl::unexpected(content.error());
        Loader loader(file.string());
        kinds.push_back(load_kind(loader, *content));
        problems += (problems.empty() || loader.problems().empty() ? "" : "\n") + loader.problems();
    }
    if (!problems.empty())
        return fail(Error::Kind::Invalid, problems);
    std::ranges::sort(kinds, {}, &Kind::id);
    const auto twice = std::ranges::adjacent_find(kinds, {}, &Kind::id);
    if (twice != kinds.end())
        return fail(Error::Kind::Invalid, "two document kinds are called " + twice->id);
    return kinds;
}

} // namespace guichet::scan
