import PraxisCommunity
import PraxisDomain
import PraxisStore

extension WriteDB {
    /// Refuses a name that passes for that of a person with authority: a site administrator, or anyone who
    /// manages or moderates a community.
    ///
    /// The same name, letter by letter, is allowed: people are called alike.
    ///
    /// Walks those few; names of ordinary members are not compared, so that nothing can be learnt of who belongs.
    /// - Throws: `Denial.input` naming `name`.
    func checkNoLookAlike(_ name: String, of member: MemberID?) throws {
        let folded = TypedText.folded(name), skeleton = NamePlan.skeleton(name)
        let names = try all(
            """
            SELECT a.nameFolded FROM member a
            WHERE a.id <> \(member?.rawValue ?? 0) AND a.standing = 'active' AND (a.isSiteAdministrator OR a.id IN (
                SELECT memberId FROM membership WHERE role IN ('manager', 'moderator') AND standing <> 'former'))
            """ as SQL<String>
        )
        guard names.contains(where: { $0 != folded && NamePlan.skeleton($0) == skeleton }) else { return }
        throw Denial.input([FieldError("name", .nameLooksLikeAnother)])
    }
}
