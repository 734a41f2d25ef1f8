package import PraxisCommunity
package import PraxisDomain
import PraxisStore
import PraxisThreads

/// What a member reports of a post.
package struct NewReport: Sendable {
    package let reason: ReportReason
    package let note: String

    /// - Throws: `Denial.input` for a note that is too long.
    package init(_ reason: ReportReason, note: String) throws(Denial) {
        self.reason = reason
        self.note = try TypedText.checked(note, "note", Limits.reportNoteScalars)
    }
}

extension Community {
    /// Reports a post to those who look after its place, with its text as it is now.
    ///
    /// Reports of a post that is still undecided collect under one queue item, worries about its author under another.
    /// If a client could be identified the post is held at once.
    /// The same report again changes nothing.
    /// - Throws: `Denial.missing` if the viewer does not see the post, `.input` for their own, `.tooMany` beyond the day's limit.
    package func report(
        _ post: PostID,
        _ report: NewReport,
        as viewer: Viewer,
        once key: OnceKey? = nil
    ) async throws -> ReportID {
        let limitsAreOn = settings.limitsAreOn
        return try await command(once: key) { db in
            let facts = try db.facts(of: post, for: viewer)
            let permit = try Policy.permit(Report.self, facts), reporter = try permit.author()
            if facts.isAuthor { throw Denial.input([FieldError("reason", .ownPost)]) }
            if let known = try db.sameReport(post, report, by: reporter) { return known }
            if limitsAreOn { try db.checkReports(by: reporter) }
            let item = try db.openItem(about: post, kind: .report, at: facts, reason: report.reason)
            let made = try db.insertReport(report, of: post, under: item, by: reporter)
            try db.addStep(.reported, to: item, by: reporter, reason: report.reason)
            try db.record(.reported, about: item, by: permit.mandate)
            if report.reason == .identifiesClient {
                try db.moderate(post, to: .held, by: Permit.system(in: facts.place).mandate)
            }
            let deciders = try db.escalateIfUndecidable(item)
            if report.reason == .worried {
                for member in deciders {
                    try db.queueMail(.worried, to: member, period: "\(item)", about: MailMatter(item.subject))
                }
                try db.run("UPDATE report SET told = \(deciders.count) WHERE id = \(made)")
            }
            return made
        }
    }
}

extension WriteDB {
    /// Walks `report_by_reporter`.
    fileprivate func checkReports(by reporter: MemberID) throws {
        let rate = Rate.reportsPerDay
        let times = try all(
            "SELECT at FROM report WHERE reporterId = \(reporter) AND at > \(now - rate.span) ORDER BY at"
                as SQL<Timestamp>
        )
        guard times.count >= rate.count else { return }
        throw Denial.tooMany(retryAfter: (times[times.count - rate.count] + rate.span).since(now))
    }

    fileprivate func sameReport(_ post: PostID, _ report: NewReport, by reporter: MemberID) throws -> ReportID? {
        try first(
            """
            SELECT r.id FROM report r JOIN queueItem q ON q.id = r.itemId
            WHERE r.postId = \(post) AND q.state = 'open' AND r.reporterId = \(reporter) AND r.reason = \(report.reason)
              AND r.note = \(report.note) LIMIT 1
            """ as SQL<ReportID>
        )
    }

    fileprivate func insertReport(
        _ report: NewReport,
        of post: PostID,
        under item: QueueItemID,
        by reporter: MemberID
    ) throws -> ReportID {
        try insert(
            """
            INSERT INTO report (itemId, postId, reporterId, reason, note, at, revision, body)
            SELECT \(item), id, \(reporter), \(report.reason), \(report.note), \(now), revision, body FROM post WHERE id = \(post)
            RETURNING id
            """
        )
    }
}
