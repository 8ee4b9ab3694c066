#include "deliver/flow.hpp"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

namespace guichet::deliver {

Result<std::string> finish_pdf(std::string pdf, const i18n::Language& language) {
    try {
        QPDF document;
        document.setSuppressWarnings(true);
        document.processMemoryFile("sheet", pdf.data(), pdf.size());
        auto root = document.getRoot();
        root.replaceKey("/Lang", QPDFObjectHandle::newString(language.code));
        auto shown = QPDFObjectHandle::newDictionary();
        shown.replaceKey("/DisplayDocTitle", QPDFObjectHandle::newBool(true));
        if (language.direction == i18n::Direction::RightToLeft)
            shown.replaceKey("/Direction", QPDFObjectHandle::newName("/R2L"));
        root.replaceKey("/ViewerPreferences", shown);
        QPDFWriter writer(document);
        writer.setOutputMemory();
        writer.write();
        const auto buffer = writer.getBufferSharedPointer();
        return std::string(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
    } catch (const std::exception& problem) {
        return fail(Error::Kind::Unreadable, problem.what());
    }
}

} // namespace guichet::deliver
