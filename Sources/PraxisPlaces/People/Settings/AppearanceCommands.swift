import PraxisCommunity
import PraxisDomain
import PraxisStore

extension Site {
    /// Sets how pages look for a member, on every device they sign in on.
    func setAppearance(_ appearance: Appearance, of member: MemberID) async throws {
        try await command { db in
            let permit = try Policy.permitForOwnAccount(Viewer(member: member))
            let changed = try db.run(
                """
                UPDATE member SET theme = \(appearance.theme), textSize = \(appearance.textSize)
                WHERE id = \(member) AND (theme <> \(appearance.theme) OR textSize <> \(appearance.textSize))
                """
            )
            // Sessions that are kept know of it.
            if changed > 0 { try db.record(.profileChanged, by: permit) }
        }
    }
}
