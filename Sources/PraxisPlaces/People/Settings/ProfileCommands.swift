package import PraxisCommunity
package import PraxisDomain
import PraxisStore

/// What a member says of themselves, checked.
package struct Profile: Equatable, Sendable {
    package var name: String
    package var language: Language
    package var timeZone: String
    package var work: Work

    package init(name: String, language: Language, timeZone: String, work: Work) {
        self.name = name
        (self.language, self.timeZone) = (language, timeZone)
        self.work = work
    }
}

extension Site {
    /// Changes the member's own profile.
    ///
    /// The journal hears of what really changed, since pages and sessions that are kept show it.
    package func changeProfile(of member: MemberID, to profile: Profile) async throws {
        try await command { db in
            let permit = try Policy.permitForOwnAccount(Viewer(member: member))
            try db.checkNoLookAlike(profile.name, of: member)
            let renamed = try db.run(
                """
                UPDATE member SET name = \(profile.name), nameFolded = \(TypedText.folded(profile.name))
                WHERE id = \(member) AND name <> \(profile.name)
                """
            )
            let changed = try db.run(
                """
                UPDATE member SET language = \(profile.language), timeZone = \(profile.timeZone)
                WHERE id = \(member) AND (language <> \(profile.language) OR timeZone <> \(profile.timeZone))
                """
            )
            let works = try db.setWork(profile.work, of: member)
            if works || renamed + changed > 0 { try db.record(.profileChanged, by: permit) }
        }
    }

    /// Turns the single keys of the moderation queue on or off for a member; off is remembered, too, so that members are asked once.
    package func setQueueKeys(_ isOn: Bool, of member: MemberID) async throws {
        try await command { db in
            let permit = try Policy.permitForOwnAccount(Viewer(member: member))
            let changed = try db.run(
                "UPDATE member SET queueKeys = \(isOn) WHERE id = \(member) AND queueKeys IS DISTINCT FROM \(isOn)"
            )
            // Sessions that are kept know of it.
            if changed > 0 { try db.record(.profileChanged, by: permit) }
        }
    }
}
