import HTML
import PraxisCapability
import PraxisDomain
import PraxisWeb
import PraxisWords

extension ThreadFacet.Contents {
    private static let costOfGathering = 400

    private static let costOfItem = 300

    private static let costOfNotes = 300

    private static let costOfMessage = 60

    /// `answers`, `series`, `items`, `questions`, `notes`, `followUps`, `attendance`, `recording`, `note` and `messages` are those of the one date of a page.
    init(
        _ gatherings: [Gathering],
        _ purposes: [DatePurpose],
        _ answers: Answers = .none,
        _ series: SeriesOfDate? = nil,
        _ items: [AgendaItem] = [],
        _ questions: Questions = .none,
        _ notes: DateNotes? = nil,
        _ followUps: FollowUps = .none,
        _ attendance: Attendance = .none,
        _ recording: DateRecording? = nil,
        _ note: WaitingNote? = nil,
        _ messages: [AddressedMessage] = []
    ) {
        let purposes = Dictionary(purposes.map { ($0.thread, $0.post) }) { first, _ in first }
        let known = Dictionary(gatherings.map { ($0.thread, $0) }) { first, _ in first }
        self.init(
            cost: gatherings.count * Self.costOfGathering + answers.cost + items.count * Self.costOfItem
                + messages.count * Self.costOfMessage + questions.cost + followUps.cost + attendance.cost
                + (recording?.cost ?? 0)
                + (notes.map { Self.costOfNotes + $0.body.utf8.count * 2 + $0.html.count } ?? 0),
            panel: { thread, call, facts in
                known[thread].map {
                    GatheringPanelView(
                        call: call,
                        gathering: $0,
                        answers: answers,
                        series: series,
                        items: items,
                        questions: questions,
                        notes: notes,
                        followUps: followUps,
                        attendance: attendance,
                        recording: recording,
                        note: note,
                        messages: messages,
                        purpose: purposes[thread],
                        facts: facts
                    )
                    .panel
                } ?? .init()
            },
            note: { thread, call in
                known[thread].map { gathering in
                    let time = GatheringTimeView(call: call, gathering: gathering)
                    return "\(time.cancelled)\(time.dated)"
                } ?? HTML()
            },
            hasLead: { purposes[$0] != nil },
            value: { thread in known[thread].map { GatheringFacetJSON(gathering: $0) } }
        )
    }
}

/// When and where, above the posts of a date.
struct GatheringPanelView {
    let call: Call
    let gathering: Gathering
    let answers: Answers
    /// Nil for a date alone.
    let series: SeriesOfDate?
    let items: [AgendaItem]
    let questions: Questions
    let notes: DateNotes?
    let followUps: FollowUps
    let attendance: Attendance
    /// Nil if nothing is said of it.
    let recording: DateRecording?
    /// Nil if nobody will be told that it was changed.
    let note: WaitingNote?
    /// What its hosts wrote to people by what they answered.
    let messages: [AddressedMessage]
    /// Nil without one that everyone is shown who reads it.
    let purpose: PostID?
    /// Of the thread; nil for a visitor.
    let facts: Facts?

    private var said: GatheringWords { call.words.gatherings }
    /// What is not known of it is not to come any more, and it belongs into no calendar.
    private var isOver: Bool { gathering.endAt <= call.now }
    private var isToCome: Bool { gathering.takesAnswers(at: call.now) }
    private var seesLink: Bool { facts.map { Policy.allows(SeeJoinLink.self, $0) } ?? false }
    private var waits: Bool { answers.own(facts?.viewer.member)?.waiting != nil }
    private var changes: Bool { facts.map { Policy.allows(ChangeGathering.self, $0) } ?? false }

    var panel: ThreadFacet.Panel {
        var panel = ThreadFacet.Panel()
        panel.banner = banner
        panel.tag = GatheringTimeView(call: call, gathering: gathering).cancelled
        panel.lead = purpose.map { ($0, said.notes.purposeHeading()) }
        panel.head = """
            <section class="card" aria-labelledby="gathering-h"><h2 id="gathering-h">\(said.heading())</h2>
            \(state)\(if: changes, told)
            <dl class="facts">\(when)<dt>\(said.how())</dt><dd>\(GatheringTimeView(call: call, gathering: gathering).mode)</dd>\
            \(place)\(link)\(series.map { SeriesOfDateView(call: call, series: $0).html })</dl>
            \(series.map { SeriesOfDateView(call: call, series: $0).purpose })\
            \(if: changes || isToCome, "<div class=\"row no-print\">\(if: isToCome, calendar)\(if: changes, actions)</div>")</section>
            \(if: !isOver, coming)
            """
        let agenda = AgendaView(call: call, gathering: gathering, items: items, facts: facts).html
        let asked = QuestionsView(call: call, gathering: gathering, questions: questions, facts: facts).html
        let notes = NotesView(call: call, gathering: gathering, notes: notes, facts: facts).html
        let recorded = RecordingView(
            call: call,
            gathering: gathering,
            recording: recording,
            rule: series?.recording,
            facts: facts
        )
        .html
        // What came of it is what those look for who come afterwards.
        panel.main =
            isOver
            ? "\(notes)\(recorded)\(followUpsView.html)\(attendanceView.html)\(coming)\(agenda)\(asked)"
            : "\(attendanceView.html)\(agenda)\(asked)\(notes)\(recorded)\(followUpsView.html)"
        return panel
    }

    private var coming: HTML {
        ComingView(call: call, gathering: gathering, answers: answers, messages: messages, facts: facts).html
    }

    private var attendanceView: AttendanceView {
        AttendanceView(call: call, gathering: gathering, attendance: attendance, facts: facts)
    }

    private var followUpsView: FollowUpsView {
        FollowUpsView(call: call, gathering: gathering, followUps: followUps, facts: facts)
    }

    private var state: HTML {
        switch gathering.state {
        case .cancelled: "<div class=\"inset warn\"><p><strong>\(said.isCancelled())</strong></p></div>"
        case .skipped: "<div class=\"inset warn\"><p><strong>\(said.series.isSkipped())</strong></p></div>"
        case .planned: isOver ? "<div class=\"inset plain\"><p>\(said.isOver())</p></div>" : HTML()
        }
    }

    private var told: HTML {
        note.map { WaitingNoteView(call: call, thread: gathering.thread, note: $0).html } ?? HTML()
    }

    private var calendar: HTML {
        "<a class=\"btn alt\" href=\"\(Paths.gatheringFile(gathering.thread))\">\(said.addToCalendar())</a>"
    }

    private var when: HTML {
        let time = GatheringTimeView(call: call, gathering: gathering)
        let host: HTML = time.host.map { "<br><span class=\"meta\">\($0)</span>" } ?? ""
        return "<dt>\(said.whenLabel())</dt><dd>\(time.time)\(host)</dd>"
    }

    private var place: HTML {
        if !gathering.mode.hasPlace || gathering.place.isEmpty && !isToCome { return HTML() }
        let place: HTML =
            gathering.place.isEmpty ? "\(said.noPlace())" : "<bdi>\(gathering.place)</bdi>"
        return "<dt>\(said.place())</dt><dd>\(place)</dd>"
    }

    private var link: HTML {
        if !gathering.mode.hasLink || !isToCome && (!seesLink || gathering.joinLink.isEmpty) { return HTML() }
        let seated: HTML = "\(if: gathering.capacity != nil, " \(said.linkForSeated())")"
        let link: HTML =
            if !seesLink {
                "\(said.linkForMembers())\(seated)"
            } else if gathering.joinLink.isEmpty {
                "\(said.noLink())"
            } else if waits {
                "\(said.linkOncePlace())"
            } else {
                """
                <a href="\(gathering.joinLink)" rel="noopener noreferrer">\(gathering.joinLink)</a>\
                <br><span class="meta">\(said.linkReaders())\(seated)</span>
                """
            }
        return "<dt>\(said.joinLink())</dt><dd>\(link)</dd>"
    }

    private var actions: HTML {
        let thread = gathering.thread
        let state =
            gathering.state == .planned
            ? call.button(Paths.cancelGathering(thread), said.cancel(), style: "btn quiet danger")
            : call.button(Paths.restoreGathering(thread), said.restore(), style: "btn alt")
        let change: HTML = "<a class=\"btn alt\" href=\"\(Paths.gathering(thread))\">\(said.change())</a>"
        // What is over can be said of otherwise, but it did take place.
        return isOver && gathering.state == .planned ? change : change + state
    }

    /// What a form before this page did.
    private var banner: HTML {
        // The page of a visitor is kept for all of them, whatever its address says.
        if facts == nil { return HTML() }
        return switch call.query["done"] {
        case "planned": call.banner(said.isPlanned())
        case "answered":
            answers.own(facts?.viewer.member).map {
                call.banner(said.sentence($0, isOpen: gathering.takesAnswers(at: call.now)))
            } ?? HTML()
        case "attended": attendanceView.banner
        case "agenda": call.banner(said.agenda.isChanged())
        case "recording" where recording != nil: call.banner(said.recordings.isSaved())
        case "recording-removed" where recording == nil: call.banner(said.recordings.isRemoved())
        case "withheld": changes && note == nil ? call.banner(said.mail.note.withheld()) : HTML()
        case "moved": call.banner(said.isChanged())
        case "restored": gathering.state == .planned ? call.banner(said.isRestored()) : HTML()
        case "restored-onward": gathering.state == .planned ? call.banner(said.series.isRestored()) : HTML()
        case "cancelled": undoBanner(said.isCancelled(), of: .cancelled, .this)
        case "cancelled-onward": undoBanner(said.series.isCancelledOnward(), of: .cancelled, .onward)
        case "skipped": undoBanner(said.series.isSkipped(), of: .skipped, .this)
        case "skipped-onward": undoBanner(said.series.isSkippedOnward(), of: .skipped, .onward)
        case let word? where word.hasPrefix("follow-up"): followUpsView.banner(word)
        default: HTML()
        }
    }

    private func undoBanner(_ sentence: String, of state: GatheringState, _ scope: GatheringScope) -> HTML {
        if !changes || gathering.state != state { return HTML() }
        let undo = call.button(
            Paths.restoreGathering(gathering.thread),
            call.words.common.undo(),
            fields: scope == .onward ? [("scope", scope.rawValue)] : []
        )
        return call.banner(sentence, undo: undo)
    }
}
