import PraxisCommunity
import PraxisDomain
import PraxisStore

/// Where an invitation link leads, for anyone who holds it.
struct InvitationView: Sendable {
    enum State: Sendable {
        case ready
        case belongs
        /// A link to a group, and the bearer does not belong to its community.
        case membersOnly
    }

    let community: CommunityDetails
    let group: GroupLine?
    /// What a signed-in bearer can do; for a visitor it is as for one who can use the link.
    let state: State
    let needsAgreement: Bool

    /// - Throws: `Denial.missing` for a link that does not hold, and for one that would tell of a hidden community to whom it lets in nowhere.
    static func read(_ token: String, _ reading: Reading) throws -> InvitationView {
        guard let invitation = try reading.db.invitation(token, at: reading.now),
            let details = try reading.first(
                CommunityDetails.of(invitation.community, for: reading.viewer, at: reading.now)
            )
        else { throw Denial.missing }
        let group = try invitation.group.flatMap {
            try reading.first(GroupLine.one($0, for: reading.viewer, at: reading.now))
        }
        let role = details.line.role(at: reading.now)
        let belongs = role != nil && role != .guest
        var state = State.ready
        if let group {
            if group.hasJoined(at: reading.now), role != nil { state = .belongs }
            if role == nil, details.line.joining != .open {
                if details.line.visibility == .hidden { throw Denial.missing }
                state = .membersOnly
            }
        } else if belongs {
            state = .belongs
        }
        let entersCommunity = group == nil ? !belongs : role == nil
        return InvitationView(
            community: details,
            group: group,
            state: state,
            needsAgreement: entersCommunity && details.line.agreementVersion > 0
        )
    }
}
