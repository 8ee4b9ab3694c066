// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan/text/ocr/engine.hpp"

#include "scan/pix.hpp"
#include "scan/text/ocr/one_thread.hpp"
#include "scan/text/ocr/quick_png.hpp"

#include <memory>
#include <mutex>

namespace guichet::scan {

namespace {

using Api = tesseract::TessBaseAPI;

std::unique_ptr<Api> engine(const char* language, tesseract::OcrEngineMode mode) {
    const Quiet quiet;
    use_one_thread();
    use_quick_png();
    auto api = std::make_unique<Api>();
    if (api->Init(nullptr, language, mode) != 0)
        return nullptr;
    static std::once_flag told;
    std::call_once(told, [&api] {
        api->SetVariable("debug_file", "/dev/null");
    }); // for all of them
    // What one paper says must not change how the next one is read.
    api->SetVariable("tessedit_enable_doc_dict", "0");
    return api;
}

template <EngineSlot>
Api* french() {
    static const auto api = engine("fra", tesseract::OEM_LSTM_ONLY);
    return api.get();
}

template <EngineSlot slot>
Api* text_engine_of(Language language) {
    if (language == Language::French)
        return french<slot>();
    static const auto api = engine("eng", tesseract::OEM_LSTM_ONLY);
    return api ? api.get() : french<slot>();
}

} // namespace

Api* text_engine(Language language, EngineSlot slot) {
    return slot == EngineSlot::First ? text_engine_of<EngineSlot::First>(language)
                                     : text_engine_of<EngineSlot::Second>(language);
}

std::unique_ptr<tesseract::TessBaseAPI> orientation_engine() {
    return engine("osd", tesseract::OEM_TESSERACT_ONLY);
}

} // namespace guichet::scan
