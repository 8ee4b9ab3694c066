// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/source/camera.hpp"

#include "base/files.hpp"
#include "scan/source/video.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>
#include <vector>

namespace guichet::scan {

namespace {

namespace fs = std::filesystem;

/// The JPEG files of a folder, as a camera would send them.
class FolderFrames : public FrameSource {
public:
    explicit FolderFrames(std::vector<fs::path> files) : m_files(std::move(files)) {}
    Result<std::string> next() override {
        const auto& file = m_files[m_next];
        m_next = std::min(m_next + 1, m_files.size() - 1);
        return read_file(file, Limits{}.bytes);
    }

private:
    std::vector<fs::path> m_files;
    std::size_t m_next{0};
};

Result<FramesPtr> open_folder(const fs::path& folder) {
    std::error_code error;
    std::vector<fs::path> files;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
        if (it->path().extension() == ".jpg" || it->path().extension() == ".jpeg")
            files.push_back(it->path());
    if (error)
        return fail(Error::Kind::NoDevice, "the camera's folder cannot be read");
    if (files.empty())
        return fail(Error::Kind::Empty, "the camera's folder has no JPEG");
    std::ranges::sort(files);
    return std::make_unique<FolderFrames>(std::move(files));
}

} // namespace

Result<FramesPtr> open_camera(const Scanner& scanner) {
    if (!scanner.path.empty())
        return open_folder(scanner.path);
    return open_video(scanner);
}

} // namespace guichet::scan
