import Foundation
import PraxisCapability
import PraxisCommunity
import PraxisDigest
import PraxisDomain
import PraxisForum
import PraxisMail
import PraxisOutbox
import PraxisPlaces
import PraxisStore
import PraxisTesting
import Synchronization

/// A site with one member and an outbox whose mails say what they are about.
struct OutboxWorld: Sendable {
    let site: TestSite
    let ann: MemberID
    let outbox: Outbox

    init(
        atOnce: Int = 4,
        _ make: @escaping @Sendable (MailOrder) throws -> MailContent? = OutboxWorld.content
    ) async throws {
        site = try TestSite()
        ann = try await site.member("Ann Okafor")
        outbox = Outbox(
            site.env,
            templates: [MailTemplate(.requestDecision, make: make), MailTemplate(.digest, isBulk: true, make: make)],
            atOnce: atOnce
        )
    }

    static let content: @Sendable (MailOrder) throws -> MailContent? = { order in
        MailContent(
            subject: "About \(order.about.numbers)",
            text: "Hello \(order.recipient.name).\n",
            html: "<p>Hello.</p>"
        )
    }

    func queue(_ period: String = "1", _ kind: MailKind = .requestDecision, to member: MemberID? = nil) async throws {
        let member = member ?? ann
        _ = try await site.env.site.command { db in
            try db.queueMail(kind, to: member, period: period, about: MailMatter(numbers: [7, 8]))
        }
    }

    /// State, attempts and reason of every mail, in the order they were queued.
    func rows() async throws -> [String] {
        try await site.env.store.read { db in
            try db.all(
                "SELECT state || ' ' || attempts || coalesce(' ' || failure, '') FROM outbox ORDER BY id" as SQL<String>
            )
        }
    }

    func run(_ sql: SQL<Void>) async throws {
        _ = try await site.env.site.command { db in try db.run(sql) }
    }
}

/// Holds its callers until it is opened, and tells how many came, and how many were there at once.
actor Gate {
    private var isOpen = false
    private var inside = 0
    private(set) var most = 0
    private var held: [CheckedContinuation<Void, Never>] = []
    private var expected: (count: Int, continuation: CheckedContinuation<Void, Never>)?

    func pass() async {
        inside += 1
        most = max(most, inside)
        if let waiting = expected, inside >= waiting.count {
            waiting.continuation.resume()
            expected = nil
        }
        if !isOpen { await withCheckedContinuation { held.append($0) } }
        inside -= 1
    }

    /// Returns when `count` are held.
    func arrival(of count: Int) async {
        if inside >= count { return }
        await withCheckedContinuation { expected = (count, $0) }
    }

    func open() {
        isOpen = true
        for continuation in held { continuation.resume() }
        held = []
    }
}
