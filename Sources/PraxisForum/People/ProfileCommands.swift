package import PraxisCommunity
package import PraxisDomain
import PraxisStore

/// What a member says of themselves, checked.
package struct Profile: Equatable, Sendable {
    package var name: String
    package var language: Language
    package var timeZone: String
}

extension Site {
    /// Changes the member's own profile.
    ///
    /// The journal hears of a new name alone, since pages that are kept show names.
    package func changeProfile(of member: MemberID, to profile: Profile) async throws {
        try await command { db in
            let renamed = try db.run(
                """
                UPDATE member SET name = \(profile.name), nameFolded = \(TypedText.folded(profile.name))
                WHERE id = \(member) AND name <> \(profile.name)
                """
            )
            if renamed > 0 { try db.journal(.profileChanged, subject: member.rawValue, actor: member) }
            try db.run(
                "UPDATE member SET language = \(profile.language), timeZone = \(profile.timeZone) WHERE id = \(member)"
            )
        }
    }
}
