package import PraxisDomain

/// The right to write to the journal what an act does: what the permit of a plain act gives, and that of an audited act once its line
/// stands in the audit log.
///
/// Functions that several acts share take one, of any act or of a few:
///
///     func appendPost<A: PostingAct>(_ post: RenderedPost, to place: PostTarget, by mandate: borrowing Mandate<A>) throws -> PostID
///
/// Like the permit it cannot be copied, and counts in its own transaction alone.
package struct Mandate<A>: ~Copyable {
    /// The member who acts; nil for the system and the administrator of the machine.
    package let actor: MemberID?
    package let place: Place

    fileprivate init(_ permit: borrowing Permit<A>) { (actor, place) = (permit.viewer.member, permit.place) }
}

extension Mandate<Consequence> {
    fileprivate init(_ entry: JournalEntry) {
        (actor, place) = (entry.actor, Place(community: entry.community, group: entry.group, thread: entry.thread))
    }
}

extension Permit where A: PlainAct {
    package var mandate: Mandate<A> { Mandate(self) }
}

// The only doors to journal and audit log.
extension WriteDB {
    /// Appends an entry to the journal, in this command's own transaction: ids, never text.
    ///
    /// `event` is one that the mandate's act may record (`ActEvent`), which the compiler checks.
    /// `subject` is what it happened to. By the access of `place` is judged who may hear of it; nil means the mandate's own. It may say less
    /// than that, or more if it lies within: a new thread of the group, a group of the community. The entry counts as the doing of `member`
    /// if the mandate names no member.
    ///
    /// - Returns: the entry's number.
    /// - Throws: `Denial.missing` for a place that is not within the mandate's, or not of the community whose actor runs the command.
    @discardableResult
    package func record<A>(
        _ event: ActEvent<A>,
        _ subject: Subject?,
        in place: Place? = nil,
        attributedTo member: MemberID? = nil,
        by mandate: borrowing Mandate<A>
    ) throws -> JournalNumber {
        try journal(event.event, subject, in: checked(place, within: mandate.place), actor: mandate.actor ?? member)
    }

    /// The same for an act of which nothing need be in the audit log.
    @discardableResult
    package func record<A: PlainAct>(
        _ event: ActEvent<A>,
        _ subject: Subject?,
        in place: Place? = nil,
        attributedTo member: MemberID? = nil,
        by permit: borrowing Permit<A>
    ) throws -> JournalNumber {
        try record(event, subject, in: place, attributedTo: member, by: permit.mandate)
    }

    /// The same for what members do to themselves: subject and actor are the member of the permit.
    @discardableResult
    package func record(
        _ event: ActEvent<OwnAccount>,
        in place: Place = .site,
        by permit: borrowing Permit<OwnAccount>
    ) throws -> JournalNumber {
        let member = try permit.author()
        return try journal(event.event, member.subject, in: checked(place, within: permit.place), actor: member)
    }

    /// The same for a request to join that its member withdraws.
    package func record(
        _ event: ActEvent<OwnAccount>,
        _ request: RequestID,
        in place: Place,
        by permit: borrowing Permit<OwnAccount>
    ) throws {
        try journal(event.event, request.subject, in: checked(place, within: permit.place), actor: permit.author())
    }

    /// Appends the entry, and has those act who follow its event.
    @discardableResult
    private func journal(_ event: Event, _ subject: Subject?, in place: Place, actor: MemberID?) throws -> JournalNumber
    {
        let entry = try append(event, subject, in: place, actor: actor)
        for follow in effects.followers[event] { try follow(entry, self, Mandate<Consequence>(entry)) }
        return entry.number
    }

    /// Appends a line to the audit log, in this command's own transaction.
    ///
    /// `subject` is what the act is about: a member, a post, a queue item; `detail` holds words of the vocabulary, never text that someone
    /// typed; `place` is as for `record`.
    ///
    /// - Returns: the right to record what the act does.
    /// - Throws: `Denial.missing` for a place that is not within the permit's.
    @discardableResult
    package func audit<A: AuditedAct>(
        _ act: AuditAct,
        _ subject: Subject?,
        detail: [String] = [],
        in place: Place? = nil,
        by permit: borrowing Permit<A>
    ) throws -> Mandate<A> {
        let place = try checked(place, within: permit.place)
        try appendAudit(act, by: permit.viewer.member, in: place, subject, detail.joined(separator: " "))
        return Mandate(permit)
    }

    /// The same for an act that needs no line towards the viewer's own.
    @discardableResult
    package func auditUnlessOwn<A: SharedAct>(
        _ act: AuditAct,
        _ subject: Subject?,
        by permit: borrowing Permit<A>
    ) throws -> Mandate<A> {
        A.isOwn(permit) ? Mandate(permit) : try audit(act, subject, by: permit)
    }

    /// Journals all posts beyond `known` that are held, or all others, as written by their authors, with the numbers that they have been given;
    /// nothing follows from it.
    package func recordPosts(
        _ event: ActEvent<SystemAct>,
        areHeld: Bool,
        after known: PostID,
        by permit: borrowing Permit<SystemAct>
    ) throws {
        try run(
            """
            INSERT INTO journal (id, at, event, communityId, groupId, threadId, subjectKind, subjectId, actorId)
            SELECT p.journal, \(now), \(event.event), t.communityId, t.groupId, t.id, \(Noun.Post.kind), p.id, p.authorId
            FROM post p JOIN thread t ON t.id = p.threadId
            WHERE p.id > \(known) AND (p.state = 'held') = \(areHeld) ORDER BY p.id
            """
        )
    }

    /// Where both name a community, a group or a thread it must be the same; what only `place` names is looked up.
    private func checked(_ place: Place?, within given: Place) throws -> Place {
        let place = place ?? given
        guard Self.agree(place.community, given.community), Self.agree(place.community, community),
            Self.agree(place.group, given.group), Self.agree(place.thread, given.thread)
        else { throw Denial.missing }
        if let thread = place.thread, given.thread == nil {
            let found = try first("SELECT \(ThreadPlace.columns) FROM thread WHERE id = \(thread)" as SQL<ThreadPlace>)
            guard let found, found.community == place.community, Self.agree(place.group, found.group) else {
                throw Denial.missing
            }
        } else if let group = place.group, given.group == nil {
            let found = try first("SELECT communityId FROM \"group\" WHERE id = \(group)" as SQL<CommunityID>)
            guard let found, found == place.community else { throw Denial.missing }
        }
        return place
    }

    private static func agree<Value: Equatable>(_ one: Value?, _ other: Value?) -> Bool {
        one == nil || other == nil || one == other
    }
}

private struct ThreadPlace: RowDecodable {
    let community: CommunityID
    let group: GroupID

    static let columns: SQL<Void> = "communityId, groupId"

    init(_ columns: inout Columns) throws { (community, group) = (try columns.id(), try columns.id()) }
}
