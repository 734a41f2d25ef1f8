package import PraxisCommunity
package import PraxisDomain
import PraxisStore
import PraxisThreads

extension Community {
    /// Says where the recording of a date is and how people who cannot hear it get what was said, or that it was not recorded.
    /// - Throws: `Denial.missing` for what is no date that the viewer reads; `.stale` with the version that is there, 0 for
    ///   nothing; `.input` before its beginning, if it does not take place, and for a link where its series is not recorded; what the policy says.
    package func keepRecording(
        _ new: NewRecording,
        of thread: ThreadID,
        basedOn version: Int,
        as viewer: Viewer
    ) async throws {
        try await command { db in
            let facts = try db.facts(of: thread, for: viewer)
            let gathering = try Gathering.load(thread, db.db)
            let permit = try Policy.permit(KeepRecording.self, facts), author = try permit.author()
            let old = try db.first(DateRecording.of(thread))
            if version != old?.version ?? 0 { throw Denial.stale(current: old?.version ?? 0) }
            try gathering.checkTakesRecording(at: db.now)
            if new.access.hasLink, try RecordingRule.of(gathering, db.db) == .never {
                throw Denial.input([FieldError("recorded", .seriesIsNotRecorded)])
            }
            if let old, old.says(new) { return }
            try db.run(
                """
                INSERT INTO recording (threadId, access, link, transcript, text, authorId, saidAt, version)
                VALUES (\(thread), \(new.access), \(new.link), \(new.transcript), \(new.text), \(author), \(db.now), 1)
                ON CONFLICT (threadId) DO UPDATE SET access = excluded.access, link = excluded.link, transcript = excluded.transcript,
                    text = excluded.text, authorId = excluded.authorId, saidAt = excluded.saidAt, version = recording.version + 1
                """
            )
            let mandate = try db.audit(.recordingKept, thread.subject, by: permit)
            try db.record(.recordingChanged, thread.subject, by: mandate)
        }
    }

    /// Takes away what was said of the recording of a date; where nothing was, nothing changes.
    /// - Throws: `Denial.missing` for what is no date that the viewer reads; what the policy says.
    package func removeRecording(of thread: ThreadID, as viewer: Viewer) async throws {
        try await command { db in
            let facts = try db.facts(of: thread, for: viewer)
            _ = try Gathering.load(thread, db.db)
            let permit = try Policy.permit(KeepRecording.self, facts)
            if try db.run("DELETE FROM recording WHERE threadId = \(thread)") == 0 { return }
            let mandate = try db.audit(.recordingKept, thread.subject, by: permit)
            try db.record(.recordingChanged, thread.subject, by: mandate)
        }
    }
}

extension Gathering {
    /// Whether something can be said of its recording: from its beginning on.
    func takesRecording(at now: Timestamp) -> Bool { state == .planned && startAt <= now }

    fileprivate func checkTakesRecording(at now: Timestamp) throws(Denial) {
        switch state {
        case .cancelled: throw .input([FieldError("recorded", .gatheringIsCancelled)])
        case .skipped: throw .input([FieldError("recorded", .gatheringIsSkipped)])
        case .planned: if startAt > now { throw .input([FieldError("recorded", .gatheringIsToCome)]) }
        }
    }
}

extension DateRecording {
    fileprivate func says(_ new: NewRecording) -> Bool {
        access == new.access && link == new.link && transcript == new.transcript && text == new.text
    }
}
