package import PraxisCommunity
package import PraxisDomain
import PraxisStore

/// What a community manager sets.
package struct CommunityChange: Sendable {
    package var name: String
    package var domain: String
    package var region: String
    package var visibility: CommunityVisibility
    package var joining: Joining
    package var language: Language
    /// The agreement as Markdown, empty for none.
    ///
    /// If it differs from the one in force it becomes its next version.
    package var agreement: String
    /// The version of the settings that the change is based on.
    package var version: Int
}

extension CommunityChange {
    /// The settings as they are, with another agreement.
    package init(of details: CommunityDetails, agreement: String) {
        let line = details.line
        self.init(
            name: line.name,
            domain: line.domain,
            region: line.region,
            visibility: line.visibility,
            joining: line.joining,
            language: line.language,
            agreement: agreement,
            version: details.version
        )
    }
}

extension Community {
    /// Changes the settings, atomically.
    /// - Throws: `Denial.stale` with the current version if that is not the one the change is based on.
    package func change(_ change: CommunityChange, as viewer: Viewer) async throws {
        let id = id
        try await command { db in
            let facts = try Access.community(id, db.reading(as: viewer))
            let permit = try Policy.permit(ChangeCommunity.self, facts)
            let current = try db.first("SELECT version FROM community WHERE id = \(id)" as SQL<Int>) ?? 0
            guard current == change.version else { throw Denial.stale(current: current) }
            try db.run(
                """
                UPDATE community SET name = \(change.name), domain = \(change.domain), region = \(change.region),
                    visibility = \(change.visibility), joining = \(change.joining), language = \(change.language),
                    version = version + 1
                WHERE id = \(id)
                """
            )
            let mandate = try db.audit(.communityChanged, id.subject, by: permit)
            try db.record(.communityChanged, id.subject, by: mandate)
            try db.replaceAgreement(change.agreement, of: id, by: mandate)
        }
    }
}

extension WriteDB {
    private func agreementText(of community: CommunityID) throws -> String {
        try first(
            """
            SELECT a.body FROM community c JOIN agreement a ON a.communityId = c.id AND a.version = c.agreementVersion
            WHERE c.id = \(community)
            """ as SQL<String>
        ) ?? ""
    }

    fileprivate func replaceAgreement(
        _ text: String,
        of community: CommunityID,
        by mandate: borrowing Mandate<ChangeCommunity>
    ) throws {
        guard try agreementText(of: community) != text else { return }
        if text.isEmpty {
            try run("UPDATE community SET agreementVersion = 0 WHERE id = \(community)")
        } else {
            try addAgreement(text, to: community, by: mandate)
        }
    }
}
