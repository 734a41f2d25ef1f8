import HTML
import PraxisDomain
import PraxisThreads
import PraxisWeb
import PraxisWords

/// Where the recording of a date is, above its posts, and how people who cannot hear it get what was said.
struct RecordingView {
    let call: Call
    let gathering: Gathering
    /// Nil if nothing is said of it.
    let recording: DateRecording?
    /// That of its series; nil for a date alone.
    let rule: RecordingRule?
    /// Of the thread; nil for a visitor.
    let facts: Facts?

    /// What is longer is folded.
    private static let shownScalars = 600

    private var said: GatheringRecordingWords { call.words.gatherings.recordings }
    private var keeps: Bool {
        gathering.takesRecording(at: call.now) && (facts.map { Policy.allows(KeepRecording.self, $0) } ?? false)
    }

    /// Empty where nothing is said of it, but for hosts of a date that may have been recorded.
    var html: HTML {
        if recording == nil, !keeps || rule == .never { return HTML() }
        let label = recording == nil ? said.add() : said.change()
        let form: HTML = """
            <p class="no-print"><a class="btn alt" href="\(Paths.recording(gathering.thread))">\(label)</a></p>
            """
        return """
            <section class="card" aria-labelledby="recording-h"><h2 id="recording-h">\(said.heading())</h2>
            \(recording.map(content))\(if: keeps, form)</section>

            """
    }

    private func content(_ recording: DateRecording) -> HTML {
        let link: HTML = recording.link.isEmpty ? HTML() : "<p>\(Self.link(recording.link))</p>"
        let transcript: HTML =
            recording.transcript.isEmpty ? HTML() : "<p>\(said.transcriptAt()) \(Self.link(recording.transcript))</p>"
        return "\(link)\(sentence(recording.access))\(transcript)\(text(recording))"
    }

    private static func link(_ address: String) -> HTML {
        "<a href=\"\(address)\" rel=\"noopener noreferrer\">\(address)</a>"
    }

    private func sentence(_ access: RecordingAccess) -> HTML {
        switch access {
        case .captions: "<p>\(said.hasCaptions())</p>"
        case .transcript: HTML()
        case .without: "<p>\(said.hasNeither())</p>"
        case .unrecorded: "<p>\(said.wasNotRecorded())</p>"
        }
    }

    private func text(_ recording: DateRecording) -> HTML {
        if recording.text.isEmpty { return HTML() }
        let text: HTML = "<p class=\"kept\" dir=\"auto\">\(recording.text)</p>"
        if recording.text.unicodeScalars.count <= Self.shownScalars { return text }
        return "<details><summary>\(said.readTranscript())</summary>\(text)</details>"
    }
}

/// The form in which a host says it.
struct RecordingFormPageView: PageView {
    let call: Call
    let read: ReadRecording
    let typed: Fields
    var errors: [FieldError] = []
    /// Whether it was changed in the meantime: the page says so, and the form is based on that.
    var isStale = false

    private var said: GatheringRecordingWords { call.words.gatherings.recordings }
    private var thread: ThreadID { read.date.gathering.thread }

    var page: Page {
        var page = Page(said.add(), main: main)
        page.banner = "\(call.errorSummary(errors))\(if: isStale, call.staleSummary)"
        page.lead = read.readers.strip(call)
        page.crumbs = [.init(read.date.title, Paths.thread(thread))]
        page.current = Paths.communities
        return page
    }

    private var main: HTML {
        let time = GatheringTimeView(call: call, gathering: read.date.gathering).time
        let remove: HTML =
            "<p>\(call.button(Paths.removeRecording(thread), said.remove(), style: "btn quiet danger"))</p>"
        return """
            <p><strong dir="auto">\(read.date.title)</strong><br>\(time)</p>\(rule)
            <form class="card" method="post" action="\(Paths.recording(thread))">\(call.tokenField)
            <input type="hidden" name="version" value="\(isStale ? String(read.recording?.version ?? 0) : typed.text("version"))">
            \(call.radios("recorded", said.question(), choices, chosen: typed.text("recorded"), errors))
            \(field("link", said.link(), hint: said.linkHint()))
            \(field("transcript", said.transcriptLink()))
            \(field("about", said.about(), hint: said.aboutHint(), isArea: true))
            <div class="actions"><button class="btn" data-busy="\(call.words.common.saving())">\(call.words.common.save())</button>\
            \(GoBackLink(call, Paths.thread(thread)).html)</div></form>\(if: read.recording != nil, remove)
            """
    }

    /// What the series says of it.
    private var rule: HTML {
        switch read.rule {
        case .agreed: "<p>\(said.agreedHint())</p>"
        case .never: "<p>\(said.neverHint())</p>"
        case .always, nil: HTML()
        }
    }

    private var choices: [FormChoice] {
        RecordingAccess.allCases.map { access in
            switch access {
            case .captions: FormChoice(access, said.captions())
            case .transcript: FormChoice(access, said.transcript())
            case .without: FormChoice(access, said.without())
            case .unrecorded: FormChoice(access, said.unrecorded())
            }
        }
    }

    private func field(_ name: String, _ label: String, hint: String = "", isArea: Bool = false) -> HTML {
        var field = Field(name, label, value: typed.text(name), errors: errors)
        (field.hint, field.isArea) = (hint, isArea)
        return call.field(field)
    }
}
