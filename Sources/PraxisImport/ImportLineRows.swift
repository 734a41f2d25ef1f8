import PraxisCommunity
import PraxisDomain
import PraxisPlaces
import PraxisStore
import PraxisThreads

/// Lines that are written together, with the community that groups of the file without one belong to.
struct ImportBatch: Sendable {
    let lines: [(number: Int, line: CorpusLine)]
    let firstCommunity: Int64?
    /// What durations are counted back from.
    let startedAt: Timestamp
}

/// The outcome of a batch.
struct ImportOutcome: Sendable {
    var posts = 0
    var refused: [RefusedLine] = []
}

extension WriteDB {
    /// Takes the lines in their order.
    ///
    /// What a line has become before is left as it is now; a line that cannot be taken changes nothing.
    func take(_ batch: ImportBatch) throws -> ImportOutcome {
        var outcome = ImportOutcome()
        var posts: [(number: Int, post: ImportedPost)] = []
        for (number, line) in batch.lines {
            if case .post(let post) = line {
                posts.append((number, post))
                continue
            }
            try takePosts(posts, &outcome, startedAt: batch.startedAt)
            posts.removeAll(keepingCapacity: true)
            do { try take(line, batch) } catch let reason as BadLine { outcome.refused.append(.init(number, reason)) }
        }
        try takePosts(posts, &outcome, startedAt: batch.startedAt)
        return outcome
    }

    private func take(_ line: CorpusLine, _ batch: ImportBatch) throws {
        let now = batch.startedAt
        switch line {
        case .community(let source, let community): try take(community, source)
        case .group(let source, let community, let group):
            guard let community = community ?? batch.firstCommunity else { throw BadLine.missing(field: "community") }
            try take(group, source, in: community)
        case .member(let source, let member, let joined, let lastVisit):
            try take(member, source, joined: joined?.resolved(now), lastVisit: lastVisit?.resolved(now))
        case .membership(let membership): try take(membership, now)
        case .thread(let thread): try take(thread, now)
        case .post: return
        }
    }

    private func take(_ community: NewCommunity, _ source: Int64) throws {
        guard let known: CommunityID = try imported(.community, source) else {
            return try keep(.community, source, as: try addCommunity(community, by: Permit.system().mandate))
        }
        let other = try first(
            "SELECT name FROM community WHERE id = \(known) AND slug <> \(community.slug.text) AND name <> \(community.name)"
                as SQL<String>
        )
        if let other { throw ForeignCorpus(type: "community", source: source, name: community.name, knownAs: other) }
    }

    private func take(_ group: NewGroup, _ source: Int64, in community: Int64) throws {
        let community: CommunityID = try needed(.community, community, .community)
        if let known: GroupID = try imported(.group, source) {
            let elsewhere = try first(
                "SELECT name FROM \"group\" WHERE id = \(known) AND communityId <> \(community)" as SQL<String>
            )
            if let elsewhere {
                throw ForeignCorpus(type: "group", source: source, name: group.name, knownAs: elsewhere)
            }
            return
        }
        var group = group
        if group.kind == .topic, group.access == .open {
            group.isCommons =
                try first(
                    "SELECT 1 FROM \"group\" WHERE communityId = \(community) AND isCommons" as SQL<Int>
                ) == nil
        }
        try keep(.group, source, as: try addGroup(group, in: community, by: Permit.system().mandate))
    }

    /// An account that has the address already is the same person, and is left as it is.
    private func take(_ member: NewMember, _ source: Int64, joined: Timestamp?, lastVisit: Timestamp?) throws {
        guard try imported(.member, source, as: Noun.Member.self) == nil else { return }
        if let known = try account(at: member.email) {
            return try keep(.member, source, as: known)
        }
        var member = member
        member.joinedAt = joined
        let id = try addMember(member, by: .system())
        if let lastVisit {
            try run("UPDATE member SET seenAt = \(lastVisit), visitedAt = \(lastVisit) WHERE id = \(id)")
        }
        try keep(.member, source, as: id)
    }

    /// Joining counts nothing as read; roles and standings that were changed since the last import stay.
    private func take(_ membership: ImportedMembership, _ now: Timestamp) throws {
        let member: MemberID = try needed(.member, membership.member, .memberId)
        let community: CommunityID = try needed(.community, membership.community, .communityId)
        let unread = JournalNumber(rawValue: 0), joined = membership.joined?.resolved(now)
        if let source = membership.group {
            let group: GroupID = try needed(.group, source, .groupId)
            let isKnown =
                try first(
                    "SELECT 1 FROM groupMembership WHERE groupId = \(group) AND memberId = \(member)" as SQL<Int>
                ) != nil
            if isKnown { return }
            try setGroupMembership(
                member,
                of: group,
                in: community,
                Part(membership.role),
                joinedAt: joined,
                readFrom: unread,
                by: Permit.system().mandate
            )
        } else {
            let isKnown =
                try first(
                    "SELECT 1 FROM membership WHERE communityId = \(community) AND memberId = \(member)" as SQL<Int>
                ) != nil
            if isKnown { return }
            try setMembership(
                member,
                in: community,
                Part(membership.role),
                joinedAt: joined,
                readFrom: unread,
                by: Permit.system().mandate
            )
        }
    }

    private func take(_ thread: ImportedThread, _ now: Timestamp) throws {
        guard try imported(.thread, thread.source, as: Noun.Conversation.self) == nil else { return }
        let group: GroupID = try needed(.group, thread.group, .groupId)
        let author: MemberID = try needed(.member, thread.author, .authorId)
        guard let community = try first("SELECT communityId FROM \"group\" WHERE id = \(group)" as SQL<CommunityID>)
        else {
            throw BadLine.unknown(field: "group_id", source: thread.group)
        }
        let id = try insertThread(
            thread.title,
            thread.kind,
            in: group,
            of: community,
            by: author,
            at: thread.created.resolved(now)
        )
        if thread.state != .open || thread.isPinned {
            try run("UPDATE thread SET state = \(thread.state), isPinned = \(thread.isPinned) WHERE id = \(id)")
        }
        try keep(.thread, thread.source, as: id)
    }
}
