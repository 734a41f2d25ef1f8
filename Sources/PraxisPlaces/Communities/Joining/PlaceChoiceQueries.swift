package import PraxisCommunity
package import PraxisDomain
import PraxisStore

/// A place that a newcomer is offered, with what joining it needs.
package struct PlaceChoice: Sendable {
    enum Way: Sendable {
        /// By the link that they came with, to the community or to one of its groups.
        case invitation(String, GroupLine?)
        case community
        /// A group of a community that they belong to.
        case group(GroupLine)
    }

    let way: Way
    let community: CommunityDetails
    let needsAgreement: Bool
    /// Whether it has to do with what they say they do.
    var fits = false
    /// Whether it is of a region like theirs.
    var isNear = false

    /// What stands for it in a form.
    var key: String {
        switch way {
        case .invitation: PlaceChoices.invitationKey
        case .community: "c\(community.line.id)"
        case .group(let group): "g\(group.id)"
        }
    }

    /// Whether someone decides before they are in.
    var asks: Bool {
        switch way {
        case .invitation: false
        case .community: community.line.joining == .request
        case .group(let group): group.access == .request
        }
    }

    var hasAsked: Bool {
        switch way {
        case .invitation: false
        case .community: community.hasAsked
        case .group(let group): group.hasAsked
        }
    }
}

/// What a newcomer can join, and where they are already.
package struct PlaceChoices: Sendable {
    /// Communities that are offered at once; all of them are on a page of their own.
    private static let most = 12
    /// Communities whose groups are offered.
    private static let mostOfGroups = 5

    /// What stands for an invitation in the form.
    package static let invitationKey = "invitation"

    /// The invitation's own place first.
    package let offered: [PlaceChoice]
    /// The names of those they belong to.
    package let own: [String]
    package let hasMore: Bool

    package var fitsAny: Bool { offered.contains { $0.fits || $0.isNear } }

    /// Offers the invitation's own place, then communities, then groups of those they belong to.
    ///
    /// `token` is of the invitation that they came with, if there was one; one that does not hold offers nothing. Communities stand in the order
    /// of `PlaceChoicePlan`, by what the member says they do and where they are, and the language of their pages.
    ///
    /// Two statements, and one for each community whose groups are offered.
    package static func load(
        invitedBy token: String?,
        work: Work,
        language: Language,
        _ reading: Reading
    ) throws -> PlaceChoices {
        let all = try reading.all(CommunityDetails.joinable(for: reading.viewer, at: reading.now))
        let own = all.filter { isOwn($0, reading.now) }
        let invited = try token.flatMap { try invitation($0, reading) }
        let open = all.filter {
            !isOwn($0, reading.now) && $0.line.joining != .invite && $0.line.id != invited?.community.line.id
        }
        let communities = open.map { details in
            let line = details.line
            var choice = PlaceChoice(way: .community, community: details, needsAgreement: line.agreementVersion > 0)
            choice.fits = PlaceChoicePlan.fits(work.occupation, name: line.name, concern: line.domain)
            choice.isNear = PlaceChoicePlan.isNear(work.region, line.region)
            return choice
        }.sorted { PlaceChoicePlan.isBefore($0.place(language), $1.place(language)) }
        let groups = try own.prefix(mostOfGroups).flatMap { try askable(in: $0, reading) }
        return PlaceChoices(
            offered: [invited].compactMap { $0 } + communities.prefix(most) + groups,
            own: own.map(\.line.name),
            hasMore: communities.count > most
        )
    }

    private static func isOwn(_ details: CommunityDetails, _ now: Timestamp) -> Bool {
        details.line.role(at: now).map { $0 != .guest } ?? false
    }

    private static func invitation(_ token: String, _ reading: Reading) throws -> PlaceChoice? {
        guard let view = try Access.unlessMissing({ try InvitationView.read(token, reading) }), case .ready = view.state
        else { return nil }
        return PlaceChoice(
            way: .invitation(token, view.group),
            community: view.community,
            needsAgreement: view.needsAgreement
        )
    }

    /// The groups of a community that its members ask to join.
    private static func askable(in details: CommunityDetails, _ reading: Reading) throws -> [PlaceChoice] {
        let groups = try reading.all(GroupLine.seen(in: details.line.id, by: reading.viewer, at: reading.now))
        return groups.filter { $0.access == .request && !$0.hasJoined(at: reading.now) }.map {
            PlaceChoice(way: .group($0), community: details, needsAgreement: false)
        }
    }
}

extension PlaceChoice {
    fileprivate func place(_ language: Language) -> PlaceChoicePlan.Key {
        PlaceChoicePlan.Key(
            fits: fits,
            isNear: isNear,
            isInLanguage: community.line.language == language,
            name: community.line.name
        )
    }
}

extension CommunityDetails {
    /// The communities that the viewer belongs to or may know of, by id.
    ///
    /// Walks the primary key of `community`.
    fileprivate static func joinable(for viewer: Viewer, at now: Timestamp) -> SQL<CommunityDetails> {
        """
        SELECT \(columns(for: viewer, at: now))
        FROM community c
        LEFT JOIN membership m ON m.communityId = c.id AND m.memberId = \(viewer.member)
        LEFT JOIN agreement a ON a.communityId = c.id AND a.version = c.agreementVersion
        WHERE \(Visibility.seesCommunity(at: now)) ORDER BY c.id LIMIT 100
        """
    }
}
