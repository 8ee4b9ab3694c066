// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/engine.hpp"

#include "scan/pix.hpp"
#include "scan/text/one_thread.hpp"

#include <memory>

namespace guichet::scan {

namespace {

using Api = tesseract::TessBaseAPI;

Api* engine(const char* language, tesseract::OcrEngineMode mode) {
    const Quiet quiet;
    use_one_thread();
    auto api = std::make_unique<Api>();
    if (api->Init(nullptr, language, mode) != 0)
        return nullptr;
    api->SetVariable("debug_file", "/dev/null");
    // What one paper says must not change how the next one is read.
    api->SetVariable("tessedit_enable_doc_dict", "0");
    return api.release();
}

} // namespace

tesseract::TessBaseAPI* text_engine(Language language) {
    static const std::unique_ptr<Api> french(engine("fra", tesseract::OEM_LSTM_ONLY));
    if (language == Language::French)
        return french.get();
    static const std::unique_ptr<Api> english(engine("eng", tesseract::OEM_LSTM_ONLY));
    return english ? english.get() : french.get();
}

std::unique_ptr<tesseract::TessBaseAPI> orientation_engine() {
    return std::unique_ptr<Api>(engine("osd", tesseract::OEM_TESSERACT_ONLY));
}

} // namespace guichet::scan
