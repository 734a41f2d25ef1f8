package import PraxisCommunity
package import PraxisDomain
import PraxisPlaces
import PraxisStore

extension Site {
    /// Admits a member to one thread until a time, or ends that: the administrator's command line.
    ///
    /// - Parameters:
    ///   - email: the member's address.
    ///   - thread: the one thread that is opened.
    ///   - until: when it ends by itself; nil ends it now.
    /// - Returns: the member.
    /// - Throws: `Denial.input` naming `member` or `thread` if it does not exist, or `until` if it has passed or there is nothing to end.
    package func setAdmission(
        of email: EmailAddress,
        to thread: ThreadID,
        until: Timestamp?
    ) async throws -> MemberID {
        try await command { db in
            let member = try db.member(at: email)
            guard let place = try db.first(AdmittedThread.of(thread)) else {
                throw Denial.input([FieldError("thread", .unknown)])
            }
            if let until {
                guard until > db.now else { throw Denial.input([FieldError("until", .notATime)]) }
                try db.admit(member, to: place, until: until, by: Permit.administrator())
            } else if try !db.endAdmission(of: member, to: place, by: Permit.administrator()) {
                throw Denial.input([FieldError("until", .missing)])
            }
            return member
        }
    }
}
