import Foundation
package import HTTPTypes
package import PraxisCapability
package import PraxisCommunity
package import PraxisDomain
import PraxisForum
package import PraxisStore
package import PraxisTriage
import PraxisWeb

/// A community whose people report, hold and decide.
package struct TriageWorld: Sendable {
    package let site: TestSite
    package let community: CommunityID
    package let commons: GroupID
    /// A confidential group: Ann and Fay have joined it, Fay facilitates it.
    package let circle: GroupID
    /// The author; a member; the moderators; the facilitator of the circle; the manager; the safeguarding contact; a stranger.
    package let ann, bob, mo, pri, fay, max, con, eve: MemberID
    package let thread: ThreadID
    package let first: PostID

    package init(
        limits: Bool = false,
        heldPosts: Int = 0,
        capabilities: Capabilities = Forum.capabilities
    ) async throws {
        site = try TestSite(limits: limits, capabilities: capabilities)
        (ann, bob) = (try await site.member("Ann Okafor"), try await site.member("Bob Baker"))
        (mo, pri) = (try await site.member("Mo Hassan"), try await site.member("Priya Nair"))
        (fay, max) = (try await site.member("Fay Gordon"), try await site.member("Max Manager"))
        (con, eve) = (try await site.member("Con Contact"), try await site.member("Eve Stranger"))
        community = try await site.community("nursing")
        for (member, role) in [
            (ann, Role.member), (bob, .member), (mo, .moderator), (pri, .moderator), (fay, .member), (max, .manager),
            (con, .member),
        ] { try await site.join(member, community, as: role) }
        commons = try await site.commons(of: community)
        circle = try await site.group("circle", in: community, kind: .peerSupport, access: .invite)
        try await site.join(ann, group: circle, of: community)
        try await site.join(bob, group: circle, of: community)
        try await site.join(fay, group: circle, of: community, as: .facilitator)
        try await site.env.communities[community].change(
            CareChange(heldPosts: heldPosts, contact: con, crisis: "Call the duty desk on 0123.", version: 0),
            as: Viewer(member: max)
        )
        if limits { site.pass(.days(2)) }
        thread = try await site.thread("A day at work", "The heron word.", in: commons, of: community, by: ann)
        let thread = thread
        first = try await site.value("SELECT id FROM post WHERE threadId = \(thread)")
        site.pass(.seconds(6))
    }

    package var actor: Community { site.env.communities[community] }

    package func viewer(_ member: MemberID) -> Viewer { Viewer(member: member) }

    @discardableResult
    package func report(
        _ post: PostID,
        _ reason: ReportReason = .spam,
        _ note: String = "",
        by member: MemberID
    ) async throws
        -> QueueItemID
    {
        let made = try await actor.report(post, NewReport(reason, note: note), as: viewer(member))
        return try await site.value("SELECT itemId FROM report WHERE id = \(made)")
    }

    /// A post by a member in the commons, or in the circle.
    package func post(_ body: String, by member: MemberID, in group: GroupID? = nil) async throws -> PostID {
        if let group {
            let thread = try await site.thread("About \(body)", body, in: group, of: community, by: member)
            return try await site.value("SELECT id FROM post WHERE threadId = \(thread)")
        }
        return try await site.reply(body, to: thread, of: community, by: member)
    }

    package func claim(_ item: QueueItemID, by member: MemberID) async throws {
        try await actor.claim(item, as: viewer(member), at: site.now)
    }

    package func resolve(
        _ item: QueueItemID,
        _ action: QueueAction,
        by member: MemberID,
        reason: String = "Because.",
        version: Int? = nil
    ) async throws {
        try await actor.resolve(item, Decision(action, reason: reason, version: version), as: viewer(member))
    }

    package func state(_ post: PostID) async throws -> String {
        try await site.value("SELECT state FROM post WHERE id = \(post)")
    }

    package func item(_ id: QueueItemID) async throws -> StoredItem {
        try await site.value("SELECT \(StoredItem.columns) FROM queueItem WHERE id = \(id)")
    }

    /// The item of a newcomer's post.
    package func held(_ post: PostID) async throws -> QueueItemID {
        try await site.value(
            "SELECT id FROM queueItem WHERE subjectKind = 'post' AND subjectId = \(post) AND kind = 'held' ORDER BY id DESC LIMIT 1"
        )
    }

    /// Whether anyone but its author meets a word: on pages, in lists, in search, through the API.
    package func places(showing word: String, to member: MemberID) async throws -> [String] {
        let browser = try await site.browser(member), bearer = try await site.bearer(member)
        var found: [String] = []
        for path in [
            "/", "/new", "/c/nursing", "/c/nursing/g/everyone", "/t/\(thread)", "/search?q=\(word)", "/api/v1/me/news",
            "/api/v1/communities/nursing/threads", "/api/v1/threads/\(thread)/posts", "/api/v1/search?q=\(word)",
        ] {
            let headers = path.hasPrefix("/api/") ? [("Authorization", "Bearer " + bearer)] : []
            let text = try await browser.get(path, headers: headers).text
            if text.replacing("q=\(word)", with: "").replacing("“\(word)”", with: "")
                .replacing("value=\"\(word)\"", with: "").contains(word)
            {
                found.append(path)
            }
        }
        return found
    }

    /// A JSON request by bearer.
    package func api(
        _ member: MemberID,
        _ method: HTTPRequest.Method,
        _ path: String,
        _ body: String = "",
        key: String? = nil
    ) async throws -> APIAnswer {
        let token = try await site.bearer(member)
        let onceKey = key.map { [("Idempotency-Key", $0)] } ?? []
        let answer = try await Browser(site).send(
            method,
            "/api/v1" + path,
            body: body,
            headers: [("Authorization", "Bearer " + token), ("Content-Type", "application/json")] + onceKey
        )
        let json = try? JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any]
        return APIAnswer(status: answer.status, json: json ?? [:], headers: answer.headers)
    }

    package func audited(_ act: AuditAct) async throws -> Int {
        try await site.value("SELECT count(*) FROM audit WHERE act = \(act)")
    }
}

package struct APIAnswer {
    package let status: Int
    package let json: [String: Any]
    package let headers: HTTPFields
}

package struct StoredItem: RowDecodable, Sendable {
    package let state: QueueItemState
    package let version: Int
    package let action: QueueAction?
    package let level: QueueLevel
    package let holder: MemberID?

    static let columns: SQL<Void> = "state, version, action, level, claimedBy"

    package init(_ columns: inout Columns) throws {
        state = try columns.word()
        version = try columns.int()
        action = try columns.optionalWord()
        (level, holder) = (try columns.word(), columns.optionalID())
    }
}
