package import PraxisDomain

package enum StartThread: Act, PlainAct {
    package static let name = "startThread", allowed: Capacities = [.groupMember], scope = ActScope.group
}

/// Starts a notice, which only facilitators may.
package enum StartNotice: Act, AuditedAct {
    package static let name = "startNotice", allowed: Capacities = [.facilitator], scope = ActScope.group
}

package enum Reply: Act, PlainAct {
    package static let name = "reply", allowed: Capacities = [.groupMember], scope = ActScope.thread

    package static func condition(_ facts: Facts) -> Denial? { facts.thread?.state == .closed ? .closed : nil }
}

package enum MarkAnswered: Act, SharedAct {
    package static let name = "markAnswered", allowed: Capacities = [.threadAuthor, .facilitator],
        scope = ActScope.thread

    package static func isOwn(_ permit: borrowing Permit<MarkAnswered>) -> Bool { permit.isThreadAuthor }
}

package enum Edit: Act, PlainAct {
    package static let name = "edit", allowed: Capacities = [.author], scope = ActScope.thread
}

/// Takes one's own post back.
package enum Withdraw: Act, PlainAct {
    package static let name = "withdraw", allowed: Capacities = [.author], scope = ActScope.thread
    package static let writes = false
}

/// Removes identifying detail from a post.
package enum Redact: Act, SharedAct {
    package static let name = "redact", allowed: Capacities = [.author, .facilitator], scope = ActScope.thread
    package static let writes = false

    package static func isOwn(_ permit: borrowing Permit<Redact>) -> Bool { permit.isAuthor }
}

package enum Retitle: Act, SharedAct {
    package static let name = "retitle", allowed: Capacities = [.threadAuthor, .facilitator], scope = ActScope.thread

    package static func isOwn(_ permit: borrowing Permit<Retitle>) -> Bool { permit.isThreadAuthor }
}

package enum CloseThread: Act, AuditedAct {
    package static let name = "close", allowed: Capacities = [.facilitator], scope = ActScope.thread
}

package enum Pin: Act, AuditedAct {
    package static let name = "pin", allowed: Capacities = [.facilitator], scope = ActScope.thread
}

extension [any Act.Type] {
    static let threads: Self = [
        StartThread.self, StartNotice.self, Reply.self, MarkAnswered.self, Edit.self, Withdraw.self, Redact.self,
        Retitle.self, CloseThread.self, Pin.self,
    ]
}

extension AuditAct {
    package static let noticeStarted: AuditAct = "notice-started"
    package static let threadClosed: AuditAct = "thread-closed"
    package static let threadReopened: AuditAct = "thread-reopened"
    package static let threadPinned: AuditAct = "thread-pinned"
    package static let threadUnpinned: AuditAct = "thread-unpinned"
    /// Another member's thread was given another title.
    package static let threadRetitled: AuditAct = "thread-retitled"
    /// A helpful post was marked, or its mark removed, in another member's thread.
    package static let threadAnswered: AuditAct = "thread-answered"
    /// A member was admitted to one thread until a date, or the admission was ended.
    package static let threadAdmitted: AuditAct = "thread-admitted"
    package static let admissionEnded: AuditAct = "admission-ended"
    /// Identifying detail was removed from another member's post.
    package static let redacted: AuditAct = "redacted"
}
