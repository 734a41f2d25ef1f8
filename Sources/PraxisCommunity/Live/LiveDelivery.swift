import PraxisDomain
import PraxisStore

/// The hub's work in one snapshot of the store: who may still listen, who is told what, who is admitted.
struct LiveDelivery: Sendable {
    /// At most this many missed events are sent on reconnect; a listener who missed more is told to reload.
    private static let mostMissed = 500

    let kinds: EventKinds
    let entries: [JournalEntry]
    let openings: [LiveHub.Opening]
    /// Whether listeners whose rights were checked long ago are checked.
    let isLook: Bool
    var listeners: [LiveListener] = []

    init(_ kinds: EventKinds, entries: [JournalEntry], openings: [LiveHub.Opening], isLook: Bool) {
        self.kinds = kinds
        self.entries = entries
        self.openings = openings
        self.isLook = isLook
    }

    /// - Returns: the numbers of the admitted listeners, and the snapshot's journal number.
    func tell(_ db: DB, at now: Timestamp) throws -> (admitted: Set<Int>, number: JournalNumber) {
        try endThoseWithout(db, at: now)
        try tellWhatHappened(db, at: now)
        let number = try db.journalNumber()
        var admitted: Set<Int> = []
        for opening in openings where try opening.listener.isAdmitted(db, at: now) {
            try begin(opening.listener, after: opening.after, upTo: number, db, at: now)
            admitted.insert(opening.listener.number)
        }
        return (admitted, number)
    }

    // MARK: Access

    /// Runs before anything is told: ends the streams of members whose rights have ended, and checks those whose rights may have.
    ///
    /// A listener whose membership in the community or one of its groups changed must reconnect and is checked again, even if they gained
    /// rights.
    private func endThoseWithout(_ db: DB, at now: Timestamp) throws {
        var people: [MemberID: Reach] = [:]
        var places: Set<CommunityID> = []
        var isAll = false
        for entry in entries {
            switch kinds.rights(entry.event) {
            case .unchanged: continue
            case .ofSubject:
                guard let member = entry.subject?.id(as: Noun.Member.self) else { continue }
                people[member, default: Reach()].add(entry)
            case .ofCommunity:
                if let community = entry.community { places.insert(community) }
            case .ofEveryone: isAll = true
            }
        }
        for listener in listeners {
            let reach = people[listener.identity.member]
            if reach?.communities.contains(listener.community) == true {
                listener.end()
            } else if isAll || reach != nil || places.contains(listener.community) || (isLook && listener.isOld(now)) {
                if try !listener.isAdmitted(db, at: now) { listener.end() }
            }
        }
    }

    /// Where something happened to a member; no community means to the account.
    private struct Reach {
        var communities: Set<CommunityID> = []

        mutating func add(_ entry: JournalEntry) {
            if let community = entry.community { communities.insert(community) }
        }
    }

    // MARK: Telling

    private func tellWhatHappened(_ db: DB, at now: Timestamp) throws {
        let byCommunity = Dictionary(grouping: listeners, by: \.community)
        for entry in entries {
            guard let community = entry.community, let listeners = byCommunity[community],
                let message = try kinds.message(of: entry, db)
            else { continue }
            for listener in listeners where !listener.isOver && entry.number > listener.upTo {
                if try listener.mayHear(message, db, at: now) { listener.send(message.text, at: entry.number, now) }
            }
        }
    }

    private func begin(
        _ listener: LiveListener,
        after: JournalNumber?,
        upTo number: JournalNumber,
        _ db: DB,
        at now: Timestamp
    ) throws {
        let entries = after == nil ? [] : try Self.missed(listener.community, after, number, db)
        var missed: [(number: JournalNumber, text: [UInt8])] = []
        for entry in entries ?? [] {
            guard let message = try kinds.message(of: entry, db), try listener.mayHear(message, db, at: now) else {
                continue
            }
            missed.append((entry.number, message.text))
        }
        let reset = entries == nil ? "event: reset\ndata: {}\n" : ""
        listener.begin(missed, upTo: number, before: "retry: 2000\n" + reset, now)
    }

    /// The entries in between; returns nil if there are too many, or if the starting point is unknown.
    private static func missed(
        _ community: CommunityID,
        _ after: JournalNumber?,
        _ upTo: JournalNumber,
        _ db: DB
    ) throws -> [JournalEntry]? {
        guard let after, after.rawValue >= 0 else { return nil }
        let rows = try db.all(MissedRow.after(after, upTo: upTo, in: community, atMost: mostMissed + 1))
        return rows.count > mostMissed ? nil : rows.map(\.entry)
    }
}

/// An entry of the journal.
private struct MissedRow: RowDecodable {
    let entry: JournalEntry

    static let columns: SQL<Void> = "id, at, event, communityId, groupId, threadId, subjectKind, subjectId, actorId"

    init(_ columns: inout Columns) throws {
        let (number, at) = (try columns.id(Noun.JournalEntry.self), try columns.time())
        let event: Event = try columns.word()
        let community = columns.optionalID(Noun.Community.self)
        let group = columns.optionalID(Noun.Group.self)
        let thread = columns.optionalID(Noun.Conversation.self)
        let subject = columns.optionalSubject()
        let actor = columns.optionalID(Noun.Member.self)
        entry = JournalEntry(
            number: number,
            at: at,
            event: event,
            community: community,
            group: group,
            thread: thread,
            subject: subject,
            actor: actor
        )
    }

    /// Walks `journal_by_community`.
    static func after(
        _ number: JournalNumber,
        upTo last: JournalNumber,
        in community: CommunityID,
        atMost limit: Int
    ) -> SQL<MissedRow> {
        """
        SELECT \(Self.columns) FROM journal
        WHERE communityId = \(community) AND id > \(number) AND id <= \(last) ORDER BY id LIMIT \(limit)
        """
    }
}
