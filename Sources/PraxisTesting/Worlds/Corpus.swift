import Foundation
package import PraxisCapability
import PraxisCommunity
import PraxisImport
import PraxisStore
import Testing

/// A small file in the corpus format, and what importing it into a site does.
package struct Corpus {
    package static let lines = [
        #"{"type":"forum","id":1,"slug":"nursing","name":"Nursing","description":"We care.","visibility":"public"}"#,
        #"{"type":"category","id":5,"slug":"secret","name":"Secret circle","description":"","position":1,"kind":"peer-support"}"#,
        #"{"type":"category","id":6,"slug":"open","name":"Open talk","description":"","position":2}"#,
        #"{"type":"group","id":7,"community":1,"slug":"hid","name":"Hidden","description":"","position":3,"kind":"working","access":"hidden"}"#,
        #"{"type":"member","id":1,"username":"ann","display_name":"Ann","email":"ann@example.org","joined_at":"-P30D","last_visit":"-P1DT1H"}"#,
        #"{"type":"member","id":2,"username":"bob","display_name":"Bob","email":"bob@example.org","joined_at":"2022-01-01T00:00:00.500Z"}"#,
        #"{"type":"membership","member_id":1,"community_id":1,"role":"manager","joined_at":"-P30D"}"#,
        #"{"type":"membership","member_id":2,"community_id":1,"group_id":5,"role":"member","joined_at":"-P30D"}"#,
        #"{"type":"thread","id":9,"category_id":6,"author_id":2,"title":"A question","kind":"question","state":"answered","pinned":true,"created_at":"-P3D"}"#,
        #"{"type":"post","id":21,"thread_id":9,"author_id":2,"reply_to":null,"number":1,"created_at":"-P3D","body":"How *so*?"}"#,
        #"{"type":"post","id":22,"thread_id":9,"author_id":1,"reply_to":21,"number":2,"created_at":"-P2D","body":"Like so."}"#,
        #"{"type":"post","id":23,"thread_id":9,"author_id":2,"reply_to":22,"number":3,"created_at":"-PT5H","body":"Thanks."}"#,
    ]

    package let path: String

    package init(_ lines: [String]) throws {
        path = NSTemporaryDirectory() + "praxis-corpus-" + UUID().uuidString + ".jsonl"
        try Data(lines.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: path))
    }

    package init() throws { try self.init(Self.lines) }

    /// Imports it and returns the lines that were not taken.
    @discardableResult
    package func take(into site: TestSite) async throws -> (taken: Int, refused: [RefusedLine]) {
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try await Self.take(path, into: site)
    }

    package static func take(_ path: String, into site: TestSite) async throws -> (taken: Int, refused: [RefusedLine]) {
        var refused: [RefusedLine] = []
        let result = try await CorpusImport(path, site.env).run(
            refused: { refused.append($0) },
            progress: { _ in }
        )
        #expect(result.refused == refused.count)
        return (result.posts, refused)
    }

    /// Everything that an import writes, as text.
    package static func contents(of site: TestSite) async throws -> [String] {
        try await site.env.store.read { db in
            try [
                "SELECT id || slug || name || visibility FROM community ORDER BY id",
                "SELECT id || slug || kind || access || isListed || isCommons FROM \"group\" ORDER BY id",
                "SELECT id || email || name || joinedAt || coalesce(seenAt, '') FROM member ORDER BY id",
                "SELECT m.id || ' read ' || (SELECT count(*) FROM post p WHERE p.journal <= m.caughtUpTo) FROM member m ORDER BY m.id",
                "SELECT communityId || ' ' || memberId || role || (SELECT count(*) FROM post p WHERE p.journal <= readFrom) FROM membership ORDER BY communityId, memberId",
                "SELECT groupId || ' ' || memberId || role || readFrom FROM groupMembership ORDER BY groupId, memberId",
                "SELECT id || title || kind || state || isPinned || postCount || lastPostAt FROM thread ORDER BY id",
                "SELECT id || ' ' || threadId || ' ' || number || coalesce(replyToId, '') || body || createdAt FROM post ORDER BY id",
                "SELECT max(id) || '' FROM journal",
            ].flatMap { try db.all($0 as SQL<String>) }
        }
    }
}
