import PraxisDomain
import PraxisPlaces

/// What one reader may do on a page of a thread, decided once for the whole page.
struct ThreadPagePlan: Sendable {
    /// What one reader may do with a post, besides reading it.
    struct PostRights: Sendable {
        let edit, redact, withdraw: Bool
        /// The roles whose posts they correct.
        let corrects: Set<PostRole>
    }

    /// Where a viewer who may not write yet can ask to.
    enum Door: Sendable { case signIn, community, group }

    /// Why the reader may not reply; nil if they may.
    let refusal: Denial?
    let door: Door?
    /// Whether the place is the reader's own: what is new, follow levels and reading marks are for its people only.
    let belongs: Bool
    let pin, close, retitle, markAnswered: Bool
    let own: PostRights
    let others: PostRights

    init(_ facts: Facts, _ roles: PostRoles) {
        refusal = Policy.refusal(Reply.self, facts)
        belongs = !Policy.capacities(of: facts).isDisjoint(with: [.groupMember, .admitted])
        pin = Policy.allows(Pin.self, facts)
        close = Policy.allows(CloseThread.self, facts)
        retitle = Policy.allows(Retitle.self, facts)
        markAnswered = Policy.allows(MarkAnswered.self, facts)
        own = Self.rights(facts, roles, isAuthor: true)
        others = Self.rights(facts, roles, isAuthor: false)
        door = Self.door(facts, refusal)
    }

    private static func rights(_ facts: Facts, _ roles: PostRoles, isAuthor: Bool) -> PostRights {
        let facts = Facts(
            viewer: facts.viewer,
            now: facts.now,
            community: facts.community,
            group: facts.group,
            thread: facts.thread,
            isAuthor: isAuthor
        )
        return PostRights(
            edit: Policy.allows(Edit.self, facts),
            redact: Policy.allows(Redact.self, facts),
            withdraw: Policy.allows(Withdraw.self, facts),
            corrects: roles.corrected(facts)
        )
    }

    private static func door(_ facts: Facts, _ refusal: Denial?) -> Door? {
        switch refusal {
        case .signedOut: return .signIn
        case .notAllowed:
            let place = Facts(viewer: facts.viewer, now: facts.now, community: facts.community)
            if Policy.allows(JoinCommunity.self, place) { return .community }
            return Policy.allows(JoinGroup.self, facts) ? .group : nil
        case .agreement: return .community
        default: return nil
        }
    }
}
