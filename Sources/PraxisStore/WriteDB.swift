import GRDB
import GRDBSQLite
package import PraxisDomain

/// One command's part of a write transaction: everything `DB` can read, and changes.
///
/// `Writer.write` passes one to each command. Commands that wait at the same time share a transaction; each runs in its own savepoint,
/// so that one that throws is undone without affecting the others.
///
///     let withdrawn = try await writer.write { db in
///         let permit = try Policy.permit(Withdraw.self, db.facts(of: post, for: viewer))
///         try db.run("UPDATE post SET state = 'withdrawn' WHERE id = \(post)")
///         return try db.record(.withdrawn, post.subject, by: permit)
///     }
///
/// **Guarantees**
///
/// - All of a command commits, or nothing: its rows, journal entries, audit lines and queued mail.
/// - It sees the changes of every command before it, those of its own group included.
/// - Followers of the journal, and the outbox, are told only after the commit.
///
/// **Rules**
///
/// A closure may run twice: if the transaction of a group fails (a full disk), its commands are replayed one by one. It must only read
/// and write here, without other side effects, and must not keep the `WriteDB`.
///
/// **Errors.** `StoreError.constraint` for a violated constraint, `.full` if the disk is full, `.statement` for SQL that SQLite
/// rejects. An error that the closure does not catch undoes its command and is thrown to the caller.
package struct WriteDB {
    package let db: DB
    /// The time of this command, the same throughout: never earlier than that of any command before it.
    package let now: Timestamp
    /// The community whose actor runs this command; nil for a command of the site.
    package private(set) var community: CommunityID?
    let effects: Effects

    init(db: DB, now: Timestamp, effects: Effects) {
        self.db = db
        self.now = now
        self.effects = effects
    }

    /// The same for a command of one community.
    package func within(_ community: CommunityID) -> WriteDB {
        var own = self
        own.community = community
        return own
    }

    /// What a command leaves to be done once for the whole group, or after the commit.
    final class Effects {
        var entries: [JournalEntry] = []
        var searchRows: [SearchRow] = []
        var cancelledSearchRows: [PostID] = []
        var queuesMail = false
        /// Posts that earlier commands of the same group left to be indexed.
        let waitingInGroup: Set<PostID>
        let followers: Followers

        init(waitingInGroup: Set<PostID>, followers: Followers) {
            (self.waitingInGroup, self.followers) = (waitingInGroup, followers)
        }
    }

    package func all<Value: RowDecodable>(_ sql: SQL<Value>) throws -> [Value] { try db.all(sql) }

    package func first<Value: RowDecodable>(_ sql: SQL<Value>) throws -> Value? { try db.first(sql) }

    /// Runs a statement that returns no rows.
    /// - Returns: the number of rows it changed.
    @discardableResult
    package func run(_ sql: SQL<Void>) throws -> Int {
        try run(sql, try db.prepared(sql))
        return Int(sqlite3_changes(db.engine.sqliteConnection))
    }

    /// Runs one statement for each of `rows`; its text must be the same for all of them and is prepared once.
    package func run<Rows: Sequence>(each rows: Rows, _ command: (Rows.Element) throws -> SQL<Void>) throws {
        var statement: Statement?
        for row in rows {
            let sql = try command(row), prepared = try statement ?? db.prepared(sql)
            statement = prepared
            try run(sql, prepared)
        }
    }

    private func run(_ sql: SQL<Void>, _ statement: Statement) throws {
        try db.bind(sql, to: statement)
        defer { sqlite3_reset(statement.sqliteStatement) }
        while try db.step(statement) {}
    }

    /// Inserts a row with a statement that ends in `RETURNING id`.
    package func insert<Entity>(_ sql: SQL<ID<Entity>>) throws -> ID<Entity> {
        guard let id = try db.first(sql) else { throw StoreError.statement("no row was inserted") }
        return id
    }

    /// Appends an entry to the journal: what `record` does once it has checked the place.
    func append(_ event: Event, _ subject: Subject?, in place: Place, actor: MemberID?) throws -> JournalEntry {
        let id: JournalNumber = try insert(
            """
            INSERT INTO journal (at, event, communityId, groupId, threadId, subjectKind, subjectId, actorId)
            VALUES (\(now), \(event), \(place.community), \(place.group), \(place.thread), \(subject?.kind), \(subject?.id),
                    \(actor)) RETURNING id
            """
        )
        let entry = JournalEntry(
            number: id,
            at: now,
            event: event,
            community: place.community,
            group: place.group,
            thread: place.thread,
            subject: subject,
            actor: actor
        )
        effects.entries.append(entry)
        return entry
    }
}

/// An entry of the journal.
package struct JournalEntry: Hashable, Sendable {
    package let number: JournalNumber
    package let at: Timestamp
    package let event: Event
    package let community: CommunityID?
    package let group: GroupID?
    package let thread: ThreadID?
    package let subject: Subject?
    package let actor: MemberID?

    package init(
        number: JournalNumber,
        at: Timestamp,
        event: Event,
        community: CommunityID?,
        group: GroupID?,
        thread: ThreadID?,
        subject: Subject?,
        actor: MemberID?
    ) {
        self.number = number
        self.at = at
        self.event = event
        self.community = community
        self.group = group
        self.thread = thread
        (self.subject, self.actor) = (subject, actor)
    }
}
