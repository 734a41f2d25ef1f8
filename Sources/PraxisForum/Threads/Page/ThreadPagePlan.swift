import PraxisDomain

/// What one reader may do on a page of a thread, decided once for the whole page.
struct ThreadPagePlan: Sendable {
    /// What one reader may do with a post, besides reading it.
    struct PostRights: Sendable {
        let edit, redact, withdraw: Bool
    }

    /// Where a viewer who may not write yet can ask to.
    enum Door: Sendable { case signIn, community, group }

    /// Why the reader may not reply; nil if they may.
    let refusal: Denial?
    let door: Door?
    /// Whether the place is the reader's own: what is new, follow levels and reading marks are for its people only.
    let belongs: Bool
    let pin, close, retitle, markAnswered, report: Bool
    let own: PostRights
    let others: PostRights

    init(_ facts: Facts) {
        refusal = Policy.refusal(.reply, facts)
        belongs = Policy.capacities(of: facts).contains(.groupMember)
        pin = Policy.refusal(.pin, facts) == nil
        close = Policy.refusal(.close, facts) == nil
        retitle = Policy.refusal(.retitle, facts) == nil
        markAnswered = Policy.refusal(.markAnswered, facts) == nil
        report = Policy.refusal(.report, facts) == nil
        own = Self.rights(facts, isAuthor: true)
        others = Self.rights(facts, isAuthor: false)
        door = Self.door(facts, refusal)
    }

    private static func rights(_ facts: Facts, isAuthor: Bool) -> PostRights {
        let facts = Facts(
            viewer: facts.viewer,
            now: facts.now,
            community: facts.community,
            group: facts.group,
            thread: facts.thread,
            isAuthor: isAuthor
        )
        return PostRights(
            edit: Policy.refusal(.edit, facts) == nil,
            redact: Policy.refusal(.redact, facts) == nil,
            withdraw: Policy.refusal(.withdraw, facts) == nil
        )
    }

    private static func door(_ facts: Facts, _ refusal: Denial?) -> Door? {
        switch refusal {
        case .signedOut: return .signIn
        case .notAllowed:
            let place = Facts(viewer: facts.viewer, now: facts.now, community: facts.community)
            if Policy.refusal(.joinCommunity, place) == nil { return .community }
            return Policy.refusal(.joinGroup, facts) == nil ? .group : nil
        case .agreement: return .community
        default: return nil
        }
    }
}
