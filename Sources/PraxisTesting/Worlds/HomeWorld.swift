import Foundation
import PraxisCommunity
package import PraxisDomain
import PraxisForum
package import PraxisStore
import PraxisThreads

/// A community in which Ann reads and Sam writes.
package struct HomeWorld {
    package let site: TestSite
    package let ann: MemberID
    package let sam: MemberID
    package let community: CommunityID
    package let commons: GroupID

    package init() async throws {
        site = try TestSite()
        ann = try await site.member("Ann Okafor")
        sam = try await site.member("Sam Ellis")
        community = try await site.community("nursing", visibility: .public)
        commons = try await site.commons(of: community)
        try await site.join(ann, community)
        try await site.join(sam, community)
    }

    /// A thread by Sam with `replies` replies by him.
    @discardableResult
    package func thread(_ title: String, replies: Int = 0) async throws -> ThreadID {
        let thread = try await site.thread(title, in: commons, of: community, by: sam)
        for number in 0..<replies {
            _ = try await site.reply("\(title), reply \(number + 1).", to: thread, of: community, by: sam)
        }
        return thread
    }

    /// The API's answer as text.
    package func news() async throws -> String {
        let token = try await site.bearer(ann)
        return try await Browser(site).get("/api/v1/me/news", headers: [("Authorization", "Bearer " + token)]).text
    }

    package func journalNumber() async throws -> Int64 {
        try await site.env.store.read { try $0.journalNumber() }.rawValue
    }
}

extension TestSite {
    package func write(_ body: @escaping @Sendable (WriteDB) throws -> Void) async throws {
        try await env.site.command(body)
    }

    package func read(_ thread: ThreadID, upTo number: Int, by member: MemberID) async throws {
        try await write { db in try db.moveReadingPlace(of: member, in: thread, to: number) }
    }

}

extension Browser.Answer {
    /// Whether these stand in the text, in this order.
    package func holds(inOrder texts: [String]) -> Bool {
        var rest = text[...]
        for text in texts {
            guard let range = rest.range(of: text) else { return false }
            rest = rest[range.upperBound...]
        }
        return true
    }
}
