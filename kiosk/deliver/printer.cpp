// SPDX-License-Identifier: GPL-3.0-or-later
#include "deliver/printer.hpp"

#include <array>
#include <chrono>
#include <memory>
#include <optional>
#include <sstream>
#include <thread>

#include <cups/cups.h>

namespace guichet::deliver {

namespace {

constexpr auto patience = std::chrono::seconds(60);
constexpr auto between_looks = std::chrono::milliseconds(500);
constexpr int connect_ms = 5000;

using Connection = std::unique_ptr<http_t, decltype(&httpClose)>;
using Answer = std::unique_ptr<ipp_t, decltype(&ippDelete)>;

struct Destination {
    cups_dest_t* dest;
    explicit Destination(cups_dest_t* found) : dest(found) {}
    ~Destination() { cupsFreeDests(1, dest); }
    Destination(const Destination&) = delete;
    Destination& operator=(const Destination&) = delete;
};

Connection connect(const Printer& printer) {
    const std::string server = printer.server.empty() ? cupsServer() : printer.server;
    const int port = server.starts_with('/') ? 0 : ippPort();
    return {
        httpConnect2(
            server.c_str(), port, nullptr, AF_UNSPEC, cupsEncryption(), 1, connect_ms, nullptr
        ),
        &httpClose};
}

/// CUPS state reasons (RFC 8011 section 5.4.12) that a person can do something about.
Error::Kind kind_of(std::string_view reasons) {
    struct Reason {
        std::string_view word;
        Error::Kind kind;
    };
    static constexpr std::array known{
        Reason{"media-empty", Error::Kind::OutOfPaper},
        Reason{"media-needed", Error::Kind::OutOfPaper},
        Reason{"media-jam", Error::Kind::Jammed},
        Reason{"cover-open", Error::Kind::Jammed},
        Reason{"door-open", Error::Kind::Jammed},
        Reason{"offline", Error::Kind::NoDevice},
        Reason{"connecting-to-device", Error::Kind::NoDevice},
        Reason{"timed-out", Error::Kind::NoDevice},
        Reason{"paused", Error::Kind::Refused},
    };
    for (const auto& reason : known)
        if (reasons.find(reason.word) != std::string_view::npos)
            return reason.kind;
    return Error::Kind::TimedOut;
}

/// Those that keep the printer from going on: with "-report" or "-warning" it only says so, of a
/// second tray perhaps.
std::string without_warnings(std::string_view reasons) {
    std::string stopping;
    std::istringstream words{std::string(reasons)};
    for (std::string word; words >> word;)
        if (!word.ends_with("-report") && !word.ends_with("-warning"))
            stopping += word + " ";
    return stopping;
}

/// Adds up the values of a keyword attribute, separated by spaces.
std::string keywords(ipp_t* answer, const char* name) {
    std::string all;
    auto* attribute = ippFindAttribute(answer, name, IPP_TAG_ZERO);
    for (int i = 0; attribute != nullptr && i < ippGetCount(attribute); ++i) {
        const char* word = ippGetString(attribute, i, nullptr);
        all += std::string(word != nullptr ? word : "") + " ";
    }
    return all;
}

/// A print job that is taken back unless it was printed: a person's pages never wait in a queue for
/// the next one.
class Job {
public:
    Job(http_t* http, const Destination& to, int id) : m_http(http), m_to(to), m_id(id) {}
    ~Job() {
        if (!m_done)
            cupsCancelDestJob(m_http, m_to.dest, m_id);
    }
    Job(const Job&) = delete;
    Job& operator=(const Job&) = delete;

    /// Nothing when the server does not know the job any more (PreserveJobHistory No).
    std::optional<ipp_jstate_t> state() {
        const Answer answer(ask(IPP_OP_GET_JOB_ATTRIBUTES, "job-state"), &ippDelete);
        auto* attribute = ippFindAttribute(answer.get(), "job-state", IPP_TAG_ENUM);
        if (attribute == nullptr)
            return std::nullopt;
        const auto state = static_cast<ipp_jstate_t>(ippGetInteger(attribute, 0));
        m_done = m_done || state == IPP_JSTATE_COMPLETED;
        return state;
    }

    std::string reasons() {
        const Answer answer(
            ask(IPP_OP_GET_PRINTER_ATTRIBUTES, "printer-state-reasons"), &ippDelete
        );
        return keywords(answer.get(), "printer-state-reasons");
    }

private:
    ipp_t* ask(ipp_op_t what, const char* wanted) {
        const char* uri =
            cupsGetOption("printer-uri-supported", m_to.dest->num_options, m_to.dest->options);
        ipp_t* request = ippNewRequest(what);
        ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", nullptr, uri);
        if (what == IPP_OP_GET_JOB_ATTRIBUTES)
            ippAddInteger(request, IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", m_id);
        ippAddString(
            request, IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", nullptr, cupsUser()
        );
        ippAddString(
            request,
            IPP_TAG_OPERATION,
            IPP_CONST_TAG(IPP_TAG_KEYWORD),
            "requested-attributes",
            nullptr,
            wanted
        );
        return cupsDoRequest(m_http, request, "/");
    }

    http_t* m_http;
    const Destination& m_to;
    int m_id;
    bool m_done{false};
};

Result<int> send(http_t* http, const Destination& to, std::string_view pdf) {
    cups_dinfo_t* about = cupsCopyDestInfo(http, to.dest);
    if (about == nullptr)
        return fail(Error::Kind::NoDevice, "the printer does not describe itself");
    const std::unique_ptr<cups_dinfo_t, decltype(&cupsFreeDestInfo)> info(about, &cupsFreeDestInfo);
    int id = 0;
    if (cupsCreateDestJob(http, to.dest, about, &id, "Guichet", 0, nullptr) >
        IPP_STATUS_OK_EVENTS_COMPLETE)
        return fail(Error::Kind::Refused, cupsLastErrorString());
    // One step after the other: what fails leaves nothing to send.
    auto status =
        cupsStartDestDocument(http, to.dest, about, id, "Guichet", CUPS_FORMAT_PDF, 0, nullptr, 1);
    if (status == HTTP_STATUS_CONTINUE)
        status = cupsWriteRequestData(http, pdf.data(), pdf.size());
    const bool sent = status == HTTP_STATUS_CONTINUE &&
                      cupsFinishDestDocument(http, to.dest, about) == IPP_STATUS_OK;
    if (!sent) {
        cupsCancelDestJob(http, to.dest, id);
        return fail(Error::Kind::Refused, cupsLastErrorString());
    }
    return id;
}

Result<void> wait_printed(Job& job, const std::function<bool()>& cancelled) {
    const auto last = std::chrono::steady_clock::now() + patience;
    for (;;) {
        const auto state = job.state();
        if (!state)
            return fail(Error::Kind::TimedOut, "the print server forgot the job");
        const bool given_up = *state == IPP_JSTATE_CANCELED || *state == IPP_JSTATE_ABORTED;
        if (*state == IPP_JSTATE_COMPLETED)
            return {};
        if (given_up)
            return fail(Error::Kind::Refused, "the print job was given up");
        if (cancelled())
            return fail(Error::Kind::Cancelled, "");
        const auto reasons = job.reasons();
        const auto kind = kind_of(without_warnings(reasons));
        if (kind == Error::Kind::OutOfPaper || kind == Error::Kind::Jammed ||
            kind == Error::Kind::Refused)
            return fail(kind, reasons);
        if (std::chrono::steady_clock::now() > last)
            return fail(kind_of(reasons), reasons);
        std::this_thread::sleep_for(between_looks);
    }
}

} // namespace

Result<void>
print_pdf(const Printer& printer, std::string_view pdf, const std::function<bool()>& cancelled) {
    const auto http = connect(printer);
    if (!http)
        return fail(Error::Kind::NoDevice, "no print server");
    const char* name = printer.name.empty() ? nullptr : printer.name.c_str();
    const Destination to(cupsGetNamedDest(http.get(), name, nullptr));
    if (to.dest == nullptr)
        return fail(Error::Kind::NoDevice, "no such printer");
    const auto id = send(http.get(), to, pdf);
    if (!id)
        return tl::unexpected(id.error());
    Job job(http.get(), to, *id);
    return wait_printed(job, cancelled);
}

} // namespace guichet::deliver
