import Foundation
package import PraxisCapability
package import PraxisDomain
import PraxisForum
import PraxisThreads

/// A public community with an open group and a hidden circle; Ann belongs to all of it.
package struct SearchWorld {
    package let site: TestSite
    package let ann: MemberID
    package let community: CommunityID
    package let commons: GroupID
    package let circle: GroupID

    package init(limits: Bool = false, capabilities: Capabilities = Forum.capabilities) async throws {
        site = try TestSite(limits: limits, capabilities: capabilities)
        ann = try await site.member("Ann Okafor")
        community = try await site.community("nursing", visibility: .public)
        commons = try await site.commons(of: community)
        circle = try await site.group("circle", in: community, kind: .peerSupport, access: .invite, isListed: false)
        try await site.join(ann, community)
        try await site.join(ann, group: circle, of: community)
    }

    @discardableResult
    package func write(
        _ title: String,
        _ body: String,
        kind: ThreadKind = .discussion,
        in group: GroupID? = nil,
        by member: MemberID? = nil
    )
        async throws -> ThreadID
    {
        try await site.thread(title, body, kind: kind, in: group ?? commons, of: community, by: member ?? ann)
    }

    package func found(_ query: String, by member: MemberID? = nil, _ rest: String = "") async throws -> Found {
        var headers: [(String, String)] = []
        if let member { headers.append(("Authorization", "Bearer " + (try await site.bearer(member)))) }
        let answer = try await Browser(site).get("/api/v1/search?q=\(encoded(query))\(rest)", headers: headers)
        return try JSONDecoder().decode(Found.self, from: Data(answer.bytes))
    }

    package func page(_ query: String, by member: MemberID? = nil) async throws -> Browser.Answer {
        let browser = if let member { try await site.browser(member) } else { Browser(site) }
        return try await browser.get("/search?q=\(encoded(query))")
    }
}

package struct Found: Decodable {
    package let items: [Item]
    package let next: String?
    package let words: String
    package let notUnderstood: [String]

    package struct Item: Decodable {
        package let kind: String
        package let id: String
        package let thread: String
        let title: String
        package let snippet: String
        package let url: String
    }

    package var titles: [String] { items.map(\.title) }
}

package func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
}
