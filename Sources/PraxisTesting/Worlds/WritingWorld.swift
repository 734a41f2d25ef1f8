import Foundation
import HTTPTypes
package import PraxisCapability
import PraxisCommunity
package import PraxisDomain
import PraxisForum
package import PraxisStore
import PraxisWeb

/// A community with a thread, and all who may or may not write in it.
package struct WritingWorld {
    package let site: TestSite
    package let community: CommunityID
    package let commons: GroupID
    package let thread: ThreadID
    package let first: PostID
    /// The author of the thread; a member; a facilitator; a person who belongs to nothing.
    package let ann, bob, fay, eve: MemberID

    package init(limits: Bool = false, capabilities: Capabilities = Forum.capabilities) async throws {
        site = try TestSite(limits: limits, capabilities: capabilities)
        ann = try await site.member("Ann Okafor")
        bob = try await site.member("Bob Baker")
        fay = try await site.member("Fay Gordon")
        eve = try await site.member("Eve Stranger")
        community = try await site.community("nursing")
        commons = try await site.commons(of: community)
        try await site.join(ann, community)
        try await site.join(bob, community)
        try await site.join(fay, community, as: .facilitator)
        if limits { site.pass(.days(2)) }
        thread = try await site.thread(
            "How do you record this?",
            "The first secretword post.",
            in: commons,
            of: community,
            by: ann
        )
        let thread = thread
        first = try await site.value("SELECT id FROM post WHERE threadId = \(thread)")
        site.pass(.seconds(6))
    }

    package func reply(_ body: String, by member: MemberID) async throws -> PostID {
        try await site.reply(body, to: thread, of: community, by: member)
    }

    package func post(_ id: PostID) async throws -> StoredPost {
        try await site.value("SELECT \(StoredPost.columns) FROM post WHERE id = \(id)")
    }

    /// The posts whose search rows hold a word of their own.
    package func found(_ word: String) async throws -> [Int64] {
        let own = "{title plain} : " + word
        return try await site.env.store.read { db in
            try db.all("SELECT rowid FROM postSearch WHERE postSearch MATCH \(own) ORDER BY rowid" as SQL<Int64>)
        }
    }

    /// A JSON request by bearer.
    package func api(
        _ member: MemberID,
        _ method: String,
        _ path: String,
        _ body: [String: Any] = [:],
        key: String? = nil
    ) async throws -> (status: Int, json: [String: Any]) {
        let token = try await site.bearer(member)
        var headers = [("Authorization", "Bearer " + token), ("Content-Type", "application/json")]
        if let key { headers.append(("Idempotency-Key", key)) }
        let text = String(
            decoding: try JSONSerialization.data(withJSONObject: body, options: .sortedKeys),
            as: UTF8.self
        )
        let answer = try await Browser(site).send(
            .init(method) ?? .get,
            "/api/v1" + path,
            body: method == "GET" ? "" : text,
            headers: headers
        )
        let json = try JSONSerialization.jsonObject(with: Data(answer.bytes.isEmpty ? Array("{}".utf8) : answer.bytes))
        return (answer.status, json as? [String: Any] ?? [:])
    }
}

package struct StoredPost: RowDecodable, Sendable {
    package let body: String
    package let state: String
    package let revision: Int
    package let editedAt: Timestamp?

    static let columns: SQL<Void> = "body, state, revision, editedAt"

    package init(_ columns: inout Columns) throws {
        body = try columns.text()
        state = try columns.text()
        revision = try columns.int()
        editedAt = columns.optionalTime()
    }
}

extension TestSite {
    /// The first row of an answer that has one.
    package func value<Value: RowDecodable & Sendable>(_ sql: SQL<Value>) async throws -> Value {
        guard let value = try await env.store.read({ db in try db.first(sql) }) else { throw Denial.missing }
        return value
    }

    package func all<Value: RowDecodable & Sendable>(_ sql: SQL<Value>) async throws -> [Value] {
        try await env.store.read { db in try db.all(sql) }
    }
}
