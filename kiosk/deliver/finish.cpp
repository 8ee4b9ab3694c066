// SPDX-License-Identifier: GPL-3.0-or-later
#include "deliver/flow.hpp"

#include <memory>

// The C interface: clang-tidy 14 cannot parse qpdf's C++ headers with C++20's vector.
#include <qpdf/qpdf-c.h>

namespace guichet::deliver {

namespace {

struct CleanUp {
    void operator()(qpdf_data document) const { qpdf_cleanup(&document); }
};
using Document = std::unique_ptr<_qpdf_data, CleanUp>;

void describe(qpdf_data document, const i18n::Language& language) {
    const auto root = qpdf_get_root(document);
    qpdf_oh_replace_key(
        document, root, "/Lang", qpdf_oh_new_string(document, language.code.c_str())
    );
    const auto shown = qpdf_oh_new_dictionary(document);
    qpdf_oh_replace_key(document, shown, "/DisplayDocTitle", qpdf_oh_new_bool(document, QPDF_TRUE));
    if (language.direction == i18n::Direction::RightToLeft)
        qpdf_oh_replace_key(document, shown, "/Direction", qpdf_oh_new_name(document, "/R2L"));
    qpdf_oh_replace_key(document, root, "/ViewerPreferences", shown);
}

} // namespace

Result<std::string> finish_pdf(std::string pdf, const i18n::Language& language) {
    const Document document(qpdf_init());
    auto* const data = document.get();
    qpdf_silence_errors(data); // asked for below
    qpdf_set_suppress_warnings(data, QPDF_TRUE);
    const auto failed = [](QPDF_ERROR_CODE code) { return (code & QPDF_ERRORS) != 0; };
    bool whole = !failed(qpdf_read_memory(data, "sheet", pdf.data(), pdf.size(), nullptr));
    if (whole) {
        describe(data, language);
        whole = qpdf_has_error(data) == QPDF_FALSE && !failed(qpdf_init_write_memory(data)) &&
                !failed(qpdf_write(data));
    }
    if (!whole || qpdf_has_error(data) != QPDF_FALSE)
        return fail(Error::Kind::Unreadable, qpdf_get_error_full_text(data, qpdf_get_error(data)));
    const auto* bytes = reinterpret_cast<const char*>(qpdf_get_buffer(data));
    return std::string(bytes, qpdf_get_buffer_length(data));
}

} // namespace guichet::deliver
