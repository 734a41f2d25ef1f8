package import PraxisCommunity
package import PraxisDomain
import PraxisStore
import PraxisThreads

extension PostRole {
    /// What came of a discussion that was on the table of a date.
    static let outcome: PostRole = "outcome"
}

extension Community {
    /// Adds an item at the end of a date's agenda.
    /// - Throws: `Denial.missing` for what is no date that the viewer reads, and for a discussion that they do not read; `.input` for a date
    ///   that is over or cancelled, one with too many items, and a discussion that not all who read the date may read; what the policy says.
    package func addToAgenda(
        _ new: NewAgendaItem,
        of thread: ThreadID,
        as viewer: Viewer,
        once key: OnceKey? = nil
    ) async throws -> AgendaItemID {
        try await command(once: key) { db in
            let facts = try db.facts(of: thread, for: viewer)
            let gathering = try Gathering.load(thread, db.db)
            let permit = try Policy.permit(AddToAgenda.self, facts), author = try permit.author()
            try gathering.checkTakesItems(at: db.now)
            let items = try db.all(AgendaItem.of(thread))
            if items.count >= Limits.agendaItems { throw Denial.input([FieldError("title", .agendaIsFull)]) }
            if let about = new.about { try db.checkTabled(about, for: viewer, at: facts) }
            let id: AgendaItemID = try db.insert(
                """
                INSERT INTO agendaItem (threadId, position, title, minutes, lead, aboutId, outcome, outcomePostId, authorId, createdAt, version)
                VALUES (\(thread), \(items.count + 1), \(new.entry.title), \(new.entry.minutes), \(new.entry.lead), \(new.about), '', NULL,
                    \(author), \(db.now), 1) RETURNING id
                """
            )
            try db.record(.agendaChanged, thread.subject, by: permit)
            return id
        }
    }

    /// Changes an item, moves it, or says what came of it: its author the first, the host all.
    ///
    /// What came of an item with a discussion is written there as a reply of the host's.
    /// - Throws: `Denial.missing` for what is no item of a date that the viewer reads; `.stale`; `.input` for an outcome that is written already;
    ///   what the policy says of the item, and of a reply in its discussion.
    package func changeAgendaItem(_ id: AgendaItemID, _ change: AgendaChange, as viewer: Viewer) async throws {
        try await command { db in
            let found = try db.agendaItem(id, for: viewer), old = found.item
            if change.version != old.version { throw Denial.stale(current: old.version) }
            if change.position == nil, change.outcome == nil, found.isOwn {
                let permit = try Policy.permit(AddToAgenda.self, found.facts)
                if try db.setEntry(of: old, change.entry) {
                    try db.record(.agendaChanged, old.thread.subject, by: permit)
                }
                return
            }
            let permit = try Policy.permit(ArrangeAgenda.self, found.facts)
            var isChanged = try db.setEntry(of: old, change.entry)
            if let position = change.position { isChanged = try db.move(old, to: position) || isChanged }
            if let outcome = change.outcome {
                try db.write(outcome, of: old, as: viewer)
                isChanged = true
            }
            guard isChanged else { return }
            let mandate = try db.audit(.agendaArranged, old.thread.subject, by: permit)
            try db.record(.agendaChanged, old.thread.subject, by: mandate)
        }
    }

    /// Takes an item off the agenda.
    /// - Throws: `Denial.missing` for what is no item of a date that the viewer reads; `.agendaItemHasOutcome`; what the policy says.
    package func removeAgendaItem(_ id: AgendaItemID, as viewer: Viewer) async throws {
        try await command { db in
            let found = try db.agendaItem(id, for: viewer), thread = found.item.thread
            if found.item.hasOutcome { throw Denial.agendaItemHasOutcome }
            if found.isOwn {
                let permit = try Policy.permit(AddToAgenda.self, found.facts)
                try db.remove(found.item)
                try db.record(.agendaChanged, thread.subject, by: permit)
            } else {
                let permit = try Policy.permit(ArrangeAgenda.self, found.facts)
                try db.remove(found.item)
                let mandate = try db.audit(.agendaArranged, thread.subject, by: permit)
                try db.record(.agendaChanged, thread.subject, by: mandate)
            }
        }
    }
}

extension Gathering {
    fileprivate func checkTakesItems(at now: Timestamp) throws(Denial) {
        if state == .cancelled { throw .input([FieldError("title", .gatheringIsCancelled)]) }
        if endAt <= now { throw .input([FieldError("title", .gatheringIsOver)]) }
    }
}

/// An item as a command finds it.
private struct FoundAgendaItem {
    let item: AgendaItem
    /// Of its date.
    let facts: Facts
    /// Whether the viewer added it.
    let isOwn: Bool
}

extension WriteDB {
    fileprivate func agendaItem(_ id: AgendaItemID, for viewer: Viewer) throws -> FoundAgendaItem {
        guard let item = try first(AgendaItem.of(id)) else { throw Denial.missing }
        let facts = try facts(of: item.thread, for: viewer)
        return FoundAgendaItem(item: item, facts: facts, isOwn: item.author == facts.viewer.member)
    }

    /// The discussion stands in the date's own group, or is read by everyone who reads in the community: no title goes to others.
    fileprivate func checkTabled(_ about: ThreadID, for viewer: Viewer, at date: Facts) throws {
        _ = try facts(of: about, for: viewer)
        guard let tabled = try first(TabledThread.of(about)) else { throw Denial.missing }
        if !tabled.isOpen, tabled.group != date.group?.id {
            throw Denial.input([FieldError("thread", .threadIsElsewhere)])
        }
    }

    fileprivate func setEntry(of old: AgendaItem, _ entry: AgendaEntry?) throws -> Bool {
        guard let entry,
            (entry.title, entry.lead) != (old.title, old.lead) || entry.minutes != old.minutes
        else { return false }
        try run(
            """
            UPDATE agendaItem SET title = \(entry.title), minutes = \(entry.minutes), lead = \(entry.lead), version = version + 1
            WHERE id = \(old.id)
            """
        )
        return true
    }

    fileprivate func move(_ item: AgendaItem, to position: Int) throws -> Bool {
        var order = try all(AgendaItem.of(item.thread)).map(\.id)
        guard let from = order.firstIndex(of: item.id) else { return false }
        let to = min(max(position, 1), order.count) - 1
        if from == to { return false }
        order.insert(order.remove(at: from), at: to)
        try number(order)
        return true
    }

    private func number(_ order: [AgendaItemID]) throws {
        for (at, id) in order.enumerated() {
            try run("UPDATE agendaItem SET position = \(at + 1) WHERE id = \(id) AND position <> \(at + 1)")
        }
    }

    fileprivate func remove(_ item: AgendaItem) throws {
        try run("DELETE FROM agendaItem WHERE id = \(item.id)")
        try number(all(AgendaItem.of(item.thread)).map(\.id))
    }

    fileprivate func write(_ outcome: AgendaOutcome, of item: AgendaItem, as viewer: Viewer) throws {
        if item.outcomePost != nil { throw Denial.input([FieldError("outcome", .outcomeIsPost)]) }
        guard let about = item.about, let text = outcome.post else {
            try run(
                "UPDATE agendaItem SET outcome = \(outcome.text.text), version = version + 1 WHERE id = \(item.id)"
            )
            return
        }
        let facts = try facts(of: about, for: viewer), permit = try Policy.permit(Reply.self, facts)
        guard let community = permit.place.community, let group = permit.place.group else { throw Denial.missing }
        var place = PostTarget(community: community, group: group, thread: about)
        place.role = .outcome
        let made = try addReply(RenderedPost(text), to: place, facts, by: permit.mandate)
        try run("UPDATE agendaItem SET outcomePostId = \(made), version = version + 1 WHERE id = \(item.id)")
    }
}
