import PraxisCommunity
import PraxisDomain
import PraxisStore

extension Community {
    /// Withdraws the viewer's request to join the community, or with `group` given that group; does nothing if absent.
    /// - Returns: whether they did.
    func withdrawRequest(to group: GroupID?, as viewer: Viewer) async throws -> Bool {
        let id = id
        return try await command { db in
            let facts =
                try group.map { try db.facts(of: $0, for: viewer) }
                ?? Access.community(id, db.reading(as: viewer))
            return try db.withdrawRequest(of: facts.viewer, to: group, in: id)
        }
    }
}

extension WriteDB {
    /// Closes everything that `member` still asks for in a community that they leave or are shut out of.
    func closeRequests<A: RequestEndingAct>(
        of member: MemberID,
        in community: CommunityID,
        by mandate: borrowing Mandate<A>
    ) throws {
        let closed = try all(
            """
            UPDATE request SET decidedAt = \(now), decidedBy = \(mandate.actor), isAccepted = \(false)
            WHERE communityId = \(community) AND memberId = \(member) AND decidedAt IS NULL RETURNING \(ClosedRequest.columns)
            """ as SQL<ClosedRequest>
        )
        for request in closed {
            try record(.requestClosed, request.id.subject, in: request.place(in: community), by: mandate)
        }
    }

    /// Closes what `member` asks of one place, `group` or else the community itself, if they ask.
    ///
    /// Walks `request_open`.
    /// - Returns: whether they did.
    @discardableResult
    func closeRequest<A: RequestEndingAct>(
        of member: MemberID,
        to group: GroupID?,
        in community: CommunityID,
        accepting: Bool,
        by mandate: borrowing Mandate<A>
    ) throws -> Bool {
        let closed = try close(of: member, to: group, in: community, accepting: accepting, by: mandate.actor)
        guard let closed else { return false }
        try record(.requestClosed, closed.id.subject, in: closed.place(in: community), by: mandate)
        return true
    }

    private func close(
        of member: MemberID,
        to group: GroupID?,
        in community: CommunityID,
        accepting: Bool,
        by decider: MemberID?
    ) throws -> ClosedRequest? {
        try first(
            """
            UPDATE request SET decidedAt = \(now), decidedBy = \(decider), isAccepted = \(accepting)
            WHERE communityId = \(community) AND coalesce(groupId, 0) = \(group?.rawValue ?? 0) AND memberId = \(member)
              AND decidedAt IS NULL RETURNING \(ClosedRequest.columns)
            """ as SQL<ClosedRequest>
        )
    }

    /// Withdraws the viewer's request: it leaves the queue, and no one is told.
    /// - Returns: whether they asked.
    @discardableResult
    func withdrawRequest(of viewer: Viewer, to group: GroupID?, in community: CommunityID) throws -> Bool {
        let permit = try Policy.permitForOwnAccount(viewer), member = try permit.author()
        let closed = try close(of: member, to: group, in: community, accepting: false, by: member)
        guard let closed else { return false }
        let place = closed.place(in: community)
        try record(.requestClosed, closed.id, in: place, by: permit)
        try record(.declined, in: place, by: permit)
        return true
    }
}

private struct ClosedRequest: RowDecodable {
    let id: RequestID
    let group: GroupID?

    static let columns: SQL<Void> = "id, groupId"

    init(_ columns: inout Columns) throws { (id, group) = (try columns.id(), columns.optionalID()) }

    func place(in community: CommunityID) -> Place { Place(community: community, group: group) }
}
