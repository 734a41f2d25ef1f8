import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore

/// A message as its date's page knows of it: for whom it is, and when it leaves.
struct AddressedMessage: RowDecodable, Sendable {
    let audience: [MessageAudience]
    let sentAt: Timestamp

    static let columns: SQL<Void> = "m.audience, m.sentAt"

    init(_ columns: inout Columns) throws {
        audience = MessageAudience.read(try columns.text())
        sentAt = try columns.time()
    }

    /// Those of a date: walks `hostMessage_by_thread`.
    ///
    /// Precondition: the caller has checked that the reader may read the thread.
    static func of(_ thread: ThreadID) -> SQL<AddressedMessage> {
        "SELECT \(columns) FROM hostMessage m WHERE m.threadId = \(thread) AND m.state NOT IN ('undone', 'removed') ORDER BY m.id"
    }

    /// When it leaves, and is on the page of those whom it is for.
    var leavesAt: Timestamp { sentAt + Limits.hostMessageHeld }

    /// Whether one who gave that answer is shown it: once it leaves, and a host at once.
    func isShown(to own: GivenAnswer?, isHost: Bool, at now: Timestamp) -> Bool {
        isHost || leavesAt <= now && (own?.audience.map(audience.contains) ?? false)
    }
}

/// A message with its text.
struct HostMessage: RowDecodable, Sendable {
    let id: HostMessageID
    let thread: ThreadID
    let author: MemberID
    let name: String
    let body: String
    let state: HostMessageState
    /// The last member whose mail is queued.
    let toldTo: Int64
    let addressed: AddressedMessage

    static let columns: SQL<Void> =
        "m.id, m.threadId, m.authorId, a.name, m.body, m.state, m.toldTo, \(AddressedMessage.columns)"

    init(_ columns: inout Columns) throws {
        (id, thread) = (try columns.id(), try columns.id())
        (author, name) = (try columns.id(), try columns.text())
        (body, state) = (try columns.text(), try columns.word())
        toldTo = try columns.integer()
        addressed = try AddressedMessage(&columns)
    }

    /// Walks the primary key.
    ///
    /// Precondition: the caller checks that the reader may read the thread.
    static func of(_ id: HostMessageID) -> SQL<HostMessage> {
        "SELECT \(columns) FROM hostMessage m JOIN member a ON a.id = m.authorId WHERE m.id = \(id)"
    }

    /// Those of a date that were not taken back, the latest first: walks `hostMessage_by_thread`.
    ///
    /// Precondition: the caller has checked that the reader may read the thread.
    static func of(_ thread: ThreadID) -> SQL<HostMessage> {
        """
        SELECT \(columns) FROM hostMessage m CROSS JOIN member a
        WHERE a.id = m.authorId AND m.threadId = \(thread) AND m.state NOT IN ('undone', 'removed') ORDER BY m.id DESC
        """
    }

    /// What a host took back last of a date, whose text they find in the form: walks `hostMessage_by_thread`.
    static func undone(by author: MemberID, of thread: ThreadID) -> SQL<HostMessage> {
        """
        SELECT \(columns) FROM hostMessage m CROSS JOIN member a
        WHERE a.id = m.authorId AND m.threadId = \(thread) AND m.authorId = \(author) AND m.state = 'undone'
        ORDER BY m.id DESC LIMIT 1
        """
    }

    /// Whether it is on no page any more.
    var isGone: Bool { state == .undone || state == .removed }

    /// Whether it can still be taken back before anybody gets it.
    func isHeld(at now: Timestamp) -> Bool { state == .waiting && addressed.leavesAt > now }
}

/// Who answered a date, with those messages of its hosts that the reader is shown.
struct AnswersWithMessages: Sendable {
    let answers: ReadAnswers
    let messages: [HostMessage]

    /// - Throws: `Denial.missing` for what is no date that the viewer reads.
    static func load(_ thread: ThreadID, _ reading: Reading) throws -> AnswersWithMessages {
        let answers = try ReadAnswers.load(thread, reading), own = answers.own(reading.viewer.member)
        let messages = try reading.viewer.member == nil ? [] : reading.all(HostMessage.of(thread))
        return AnswersWithMessages(
            answers: answers,
            messages: messages.filter { $0.addressed.isShown(to: own, isHost: answers.isHost, at: reading.now) }
        )
    }
}

/// What a host is about to write to people who answered.
struct MessageWriting: Sendable {
    let date: TitledGathering
    let author: MemberID
    let answers: Answers
    /// How much of it leaves by mail.
    let detail: MailDetail
    /// What they took back last.
    let undone: HostMessage?

    /// - Throws: `Denial.missing` for what is no date that the viewer reads; what the policy says.
    static func load(_ thread: ThreadID, _ reading: Reading) throws -> MessageWriting {
        let date = try TitledGathering.admitted(to: ChangeGathering.self, thread, reading).date
        guard let author = reading.viewer.member else { throw Denial.signedOut }
        guard let location = try MailLocation.of(thread, reading.db),
            let place = try PlaceInMail.of(location, reading.db)
        else { throw Denial.missing }
        return MessageWriting(
            date: date,
            author: author,
            answers: try Answers.load(thread, capacity: date.gathering.capacity, reading.db),
            detail: place.detail,
            undone: try reading.first(HostMessage.undone(by: author, of: thread))
        )
    }
}
