package import PraxisCommunity
package import PraxisDomain
import PraxisPlaces
import PraxisStore

/// What a community manager sets for its safety.
package struct CareChange: Sendable {
    package var heldPosts: Int
    package var contact: MemberID?
    /// As text, empty for the usual sentence.
    package var crisis: String
    /// The version of the settings that the change is based on.
    package var version: Int

    package init(heldPosts: Int, contact: MemberID?, crisis: String, version: Int) throws(Denial) {
        guard Limits.heldPosts.contains(heldPosts) else {
            throw .input([FieldError("heldPosts", .notAChoice(Limits.heldPosts.map(String.init)))])
        }
        self.crisis = try TypedText.checked(crisis, "text", Limits.crisisScalars)
        self.heldPosts = heldPosts
        self.contact = contact
        self.version = version
    }
}

extension Community {
    /// Changes how the community looks after its people, atomically.
    /// - Throws: `Denial.stale` with the version there is now, `.input` for a contact who does not belong to the community.
    package func change(_ change: CareChange, as viewer: Viewer) async throws {
        let id = id
        try await command { db in
            let facts = try Access.community(id, db.reading(as: viewer))
            let permit = try Policy.permit(ChangeCommunity.self, facts)
            let current = try db.first("SELECT version FROM communityCare WHERE communityId = \(id)" as SQL<Int>) ?? 0
            guard current == change.version else { throw Denial.stale(current: current) }
            if let contact = change.contact {
                let part = try db.part(of: contact, in: id)?.counting(at: db.now)
                guard let part, part.role != .guest else { throw Denial.input([FieldError("contact", .unknownMember)]) }
            }
            try db.run(
                """
                INSERT INTO communityCare (communityId, heldPosts, contactId, crisis, version)
                VALUES (\(id), \(change.heldPosts), \(change.contact), \(change.crisis), 1)
                ON CONFLICT (communityId) DO UPDATE SET heldPosts = excluded.heldPosts, contactId = excluded.contactId,
                    crisis = excluded.crisis, version = communityCare.version + 1
                """
            )
            let mandate = try db.audit(.communityChanged, change.contact?.subject, by: permit)
            try db.record(.communityChanged, id.subject, by: mandate)
        }
    }
}
