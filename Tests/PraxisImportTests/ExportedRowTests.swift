import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import Testing

@Suite("What an import makes of an export")
struct ExportedRowTests {
    /// Columns that an import fills anew, or that are said to stay behind (`docs/corpus.md`).
    private static let renewed: [String: Set<String>] = [
        "member": [
            "passwordHash", "visitedAt", "caughtUpTo", "caughtUpBefore", "caughtUpAt", "queueKeys", "goingTo",
        ],
        "community": ["version"], "communityCare": ["version"], "group": ["version"], "membership": ["readFrom"],
        "groupMembership": ["readFrom"], "admission": ["readFrom"], "mailSetting": ["valueBefore"],
        "gathering": ["remindAt"], "hostMessage": ["state", "toldTo"], "thread": ["version", "lastJournal"],
        "post": ["journal", "html", "plain", "body", "hash"],
        "revision": ["body", "hash"], "reaction": ["authorId", "journal"],
    ]

    private func rows(_ table: String, _ site: TestSite) async throws -> [String] {
        let left = Self.renewed[table, default: []].union(["seal"])
        return try await site.env.store.read { db in
            let names = try db.all("SELECT name FROM pragma_table_info(\(table))" as SQL<String>)
            let columns = names.filter { !left.contains($0) }
            let text = columns.map { "'\($0)=' || quote(\"\($0)\")" }.joined(separator: " || ' ' || ")
            return try db.all(SQL<String>(stringLiteral: "SELECT \(text) FROM \"\(table)\" ORDER BY 1"))
        }
    }

    @Test("are the rows that were there, in every table and column that travels", arguments: 1...3)
    func rows(seed: Int) async throws {
        let world = try await ExportWorld(seed: UInt64(seed))
        // Reactions to withdrawn posts are about to go.
        for tick in Forum.capabilities.ticks where tick.name == "withdrawals" { try await tick.run(world.site.env) }
        let (other, _) = try await TestSite.made(of: try await world.site.exported())
        var looked = 0
        for rule in Forum.capabilities.tables {
            guard case .with = rule.travel else { continue }
            let before = try await rows(rule.table, world.site)
            let after = try await rows(rule.table, other)
            #expect(before == after, "\(rule.table)")
            looked += before.count
        }
        #expect(looked > 140)
    }

    @Test("are the texts that are there, with their hashes")
    func texts() async throws {
        let world = try await ExportWorld(seed: 2)
        let (other, _) = try await TestSite.made(of: try await world.site.exported())
        for sql in [
            "SELECT body || plain || hex(html) || hex(hash) FROM post WHERE state <> 'withdrawn' ORDER BY id",
            "SELECT r.body FROM revision r JOIN post p ON p.id = r.postId WHERE NOT r.isSealed AND p.state <> 'withdrawn' ORDER BY 1",
        ] as [SQL<String>] {
            let before = try await world.site.env.store.read { try $0.all(sql) }
            let after = try await other.env.store.read { try $0.all(sql) }
            #expect(before == after && !before.isEmpty)
        }
    }
}
