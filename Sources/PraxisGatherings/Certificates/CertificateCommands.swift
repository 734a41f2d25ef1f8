package import PraxisCommunity
package import PraxisDomain
import PraxisStore
import PraxisThreads

// Neither journal nor audit log is told: it is its member’s alone to make and to show.
extension Community {
    /// Makes a certificate for the viewer, who was at a date that is over.
    ///
    /// `code` is 128 bits by chance, for a new one; a member who has made one gets the code of that.
    /// - Returns: the code of its address.
    /// - Throws: `Denial.missing` for what is no date that the viewer reads; `.input` naming `certificate` if it is not over or they were not there;
    ///   what the policy says.
    package func makeCertificate(of thread: ThreadID, code: String, as viewer: Viewer) async throws -> String {
        try await command { db in
            let facts = try db.facts(of: thread, for: viewer)
            let date = try Gathering.load(thread, db.db)
            let permit = try Policy.permit(Attend.self, facts), member = try permit.author()
            if let problem = AttendancePlan.refusal(date, at: db.now) {
                throw Denial.input([FieldError("certificate", problem)])
            }
            if date.endAt > db.now { throw Denial.input([FieldError("certificate", .gatheringIsNotOver)]) }
            guard let attended = try db.first(Attended.of(member, at: thread)), attended.isPresent else {
                throw Denial.input([FieldError("certificate", .notThere)])
            }
            if let made = try db.first(Certificate.code(of: member, at: thread)) { return made }
            try db.run(
                "INSERT INTO certificate (threadId, memberId, code) VALUES (\(thread), \(member), \(code))"
            )
            try db.writeCertificateVersion(of: member, at: date, attended)
            return code
        }
    }
}
