import Foundation
import HTTPTypes
import PraxisCommunity
package import PraxisDomain
import PraxisForum
package import PraxisStore
import PraxisThreads
package import PraxisWeb

/// A community with an open group "winter", and people of every kind around it.
package struct ReadingWorld {
    package let site: TestSite
    package let community: CommunityID
    package let group: GroupID
    package let ann: MemberID
    package let bob: MemberID
    package let fay: MemberID
    /// Signed in, and not of this community.
    package let stranger: MemberID

    package init(
        visibility: CommunityVisibility = .members,
        kind: GroupKind = .topic,
        access: GroupAccess = .open,
        routes: [Route] = []
    ) async throws {
        site = try TestSite(routes: Forum.routes + routes)
        community = try await site.community("nursing", visibility: visibility)
        group = try await site.group("winter", in: community, kind: kind, access: access)
        ann = try await site.member("Ann Okafor")
        bob = try await site.member("Bob Reader")
        fay = try await site.member("Fay Ellis")
        stranger = try await site.member("Sue Stranger")
        for member in [ann, bob, fay] { try await site.join(member, community) }
        try await site.join(ann, group: group, of: community)
        try await site.join(fay, group: group, of: community, as: .facilitator)
    }

    package func thread(
        _ title: String = "How do you record this?",
        kind: ThreadKind = .discussion
    ) async throws -> ThreadID {
        try await site.thread(title, kind: kind, in: group, of: community, by: ann)
    }

    @discardableResult
    package func reply(_ body: String, to thread: ThreadID, by member: MemberID? = nil) async throws -> PostID {
        try await site.reply(body, to: thread, of: community, by: member ?? ann)
    }

    /// A post in another state than published.
    package func post(
        _ body: String,
        in thread: ThreadID,
        by member: MemberID,
        _ state: PostState
    ) async throws -> PostID {
        let text = try PostText(body), (community, group) = (community, group)
        return try await site.env.communities[community].command { db in
            var place = PostTarget(community: community, group: group, thread: thread)
            place.state = .held
            let permit = try Policy.permit(Reply.self, db.facts(of: thread, for: Viewer(member: member)))
            let id = try db.appendPost(RenderedPost(text), to: place, by: permit.mandate)
            try db.run("UPDATE post SET state = \(state) WHERE id = \(id)")
            return id
        }
    }

    /// Changes rows as a command of another slice would, and says so in the journal.
    package func change(_ thread: ThreadID, _ event: Event, _ sql: SQL<Void>) async throws {
        let community = community
        try await site.env.communities[community].command { db in
            try db.run(sql)
            let group = try db.first("SELECT groupId FROM thread WHERE id = \(thread)" as SQL<GroupID>)
            try db.journal(event, community: community, group: group, thread: thread)
        }
    }

    /// Changes rows and tells no one.
    package func changeSilently(_ sql: SQL<Void>) async throws {
        try await site.env.site.command { db in _ = try db.run(sql) }
    }

    package func page(_ path: String, _ member: MemberID?) async throws -> Browser.Answer {
        let browser = try await browser(member)
        browser.comeFromForm()
        return try await browser.get(path)
    }

    package func browser(_ member: MemberID?) async throws -> Browser {
        if let member { return try await site.browser(member) }
        return Browser(site)
    }

    /// The number of the reading place; nil if absent.
    package func place(of member: MemberID, in thread: ThreadID) async throws -> Int? {
        try await site.env.store.read { db in
            try db.first(
                "SELECT number FROM readingPlace WHERE memberId = \(member) AND threadId = \(thread)" as SQL<Int>
            )
        }
    }

    package func api(_ path: String, _ member: MemberID?) async throws -> Browser.Answer {
        try await Browser(site).get("/api/v1" + path, headers: try await headers(member))
    }

    package func put(_ path: String, _ body: String, _ member: MemberID?) async throws -> Browser.Answer {
        try await Browser(site).send(.put, "/api/v1" + path, body: body, headers: try await headers(member))
    }

    private func headers(_ member: MemberID?) async throws -> [(String, String)] {
        guard let member else { return [] }
        return [("Authorization", "Bearer \(try await site.bearer(member))")]
    }
}

extension Browser.Answer {
    package func count(_ part: String) -> Int { text.components(separatedBy: part).count - 1 }

    package func has(_ part: String) -> Bool { text.contains(part) }
}

extension ReadingWorld {
    package func react(
        _ kind: String,
        _ post: PostID,
        _ member: MemberID,
        part: String = "react"
    ) async throws -> Browser.Answer {
        try await browser(member).post("/p/\(post)/\(part)", [("reaction", kind)], from: "/")
    }

    package func reactions() async throws -> Int { try await site.value("SELECT count(*) FROM reaction" as SQL<Int>) }
}
