import HTML
import PraxisDomain
import PraxisStore
import PraxisWeb
import PraxisWords

extension QueueItemKind {
    package static let report: QueueItemKind = "report"
    /// A newcomer's post, held until it has been reviewed.
    package static let held: QueueItemKind = "held"
    /// A request to join the community or a group.
    package static let request: QueueItemKind = "request"
}

extension QueueKind {
    static let report = QueueKind(
        .report,
        { $0.triage.queue.reports() },
        heading: { words, line in
            words.triage.queue.reportOf(["reason": line.reason.map(words.triage.name(of:)) ?? ""])
        },
        .report,
        why: { _, _ in { page in page.reported } }
    )

    static let held = QueueKind(
        .held,
        { $0.triage.queue.firstPosts() },
        heading: { words, _ in words.triage.queue.firstPost() },
        .held,
        why: { _, _ in
            { page in "<div class=\"inset plain\"><p>\(page.call.words.triage.item.whyHeld())</p></div>" }
        }
    )

    /// Deciding is a command of the places, by which its item ends.
    static let request = QueueKind(
        .request,
        { $0.triage.queue.requests() },
        heading: { words, line in
            line.group.map { words.triage.queue.asksGroup(["group": $0.name]) } ?? words.triage.queue.asksCommunity()
        },
        begun: { $0.triage.steps.asked(["name": $1]) },
        .request,
        why: { matter, db in
            let note = try db.first(note(of: matter)) ?? ""
            return { page in page.asked(note) }
        }
    )

    private static func note(of matter: QueueMatter) -> SQL<String> {
        "SELECT note FROM request WHERE id = \(matter.subject?.id(as: Noun.Request.self))"
    }
}
