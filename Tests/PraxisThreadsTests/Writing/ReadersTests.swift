import Foundation
import PraxisCommunity
import PraxisDigest
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import Testing

@Suite("Who can read what is written")
struct ReadersTests {
    /// A public community with a group of each reach, and Ann in all of them.
    private func makeSite() async throws -> (site: TestSite, ann: Browser, community: CommunityID) {
        let site = try TestSite(), member = try await site.member("Ann Okafor")
        let community = try await site.community("college", visibility: .public)
        try await site.join(member, community)
        let circle = try await site.group("circle", in: community, kind: .peerSupport, access: .invite)
        let board = try await site.group("board", in: community, access: .request)
        for group in [circle, board] { try await site.join(member, group: group, of: community) }
        return (site, try await site.browser(member), community)
    }

    @Test("is said for every group that can be chosen, and none is chosen before its author does")
    func choices() async throws {
        let ann = try await makeSite().ann
        let page = try await ann.get("/c/college/new-thread").text
        #expect(page.contains("<option value=\"\" selected>Choose a group</option>"))
        #expect(page.contains("<option value=\"everyone\">Everyone (public)</option>"))
        #expect(page.contains("<option value=\"circle\">Circle (confidential)</option>"))
        #expect(page.contains("<option value=\"board\">Board</option>"))
        #expect(page.components(separatedBy: "Choose a group").count == 2 && !page.contains("name=\"group\" checked"))
        #expect(page.components(separatedBy: "Who can read this depends on the group.").count == 2)
        #expect(page.components(separatedBy: " data-readers>").count == 2)
        for example in ["**words**", "- words", "[words](https://…)", "&gt; words"] {
            #expect(page.components(separatedBy: "<dd><code>\(example)</code></dd>").count == 3, "\(example)")
        }
        for group in ["everyone", "circle", "board"] { #expect(page.contains("<li data-group=\"\(group)\"")) }
        #expect(
            page.contains("<li data-group=\"circle\" data-keep=\"server\">")
                && page.contains(" data-keep=\"server\" data-preview")
        )
        #expect(
            try await ann.get("/c/college/new-thread?group=board").text.contains("<option value=\"board\" selected>")
        )
    }

    @Test("is loud where that is anyone, and calm where it is confidential")
    func loudness() async throws {
        let ann = try await makeSite().ann
        let open = try await ann.get("/c/college/new-thread?group=everyone").text
        #expect(
            open.contains(" loud\">")
                && open.contains("<strong>Everyone.</strong> Anyone on the internet can read this.")
        )
        let circle = try await ann.get("/c/college/new-thread?group=circle").text
        #expect(circle.contains("class=\"strip confidential\"") && circle.contains("<strong>Circle.</strong>"))
        #expect(circle.contains("Only the 1 person who has joined Circle can read this."))
    }

    @Test("is not guessed: nothing is posted from the community’s page before a group is chosen, and nothing is lost")
    func missingGroup() async throws {
        let (site, ann, _) = try await makeSite()
        let fields = [
            ("place", "community:college"), ("group", ""), ("kind", "story"), ("title", "A whole title"),
            ("body", "All of it."),
        ]
        for path in ["/c/college/new-thread", "/preview"] {
            let refused = try await ann.post(path, fields, from: "/c/college/new-thread")
            #expect(
                refused.status == 422 && refused.text.contains("href=\"#group\"")
                    && refused.text.contains("id=\"group-error\"")
            )
            #expect(refused.text.contains("All of it.</textarea>") && refused.text.contains("value=\"story\" checked"))
            #expect(refused.text.contains("name=\"place\" value=\"community:college\""))
        }
        #expect(try await site.all("SELECT id FROM thread" as SQL<ThreadID>).isEmpty)
    }

    @Test("of a mail is said as the group and the community have it", arguments: MailDetail.allCases)
    func mail(detail: MailDetail) async throws {
        let (site, ann, community) = try await makeSite()
        let group = try await site.commons(of: community), manager = try await site.member("Mia Manager")
        try await site.join(manager, community, as: .manager)
        try await site.env.communities[community].setMailRule(
            of: group,
            detail,
            neutralName: "",
            as: Viewer(member: manager)
        )
        let page = try await ann.get("/c/college/new-thread?group=everyone").text
        let said = [
            "Members can get it in their email digest.", "shows only its title.",
            "Emails say only that there is something new, never what. The safeguarding contact may see a post that is reported.",
        ]
        let expected = try #require([MailDetail.full, .title, .something].firstIndex(of: detail))
        let box = page.suffix(from: page.range(of: "<div class=\"foot\"")?.lowerBound ?? page.endIndex)
        #expect(said.indices.filter { box.contains(said[$0]) } == [expected])
        let thread = try await site.thread(
            "A title",
            in: group,
            of: community,
            by: try await site.member("Cy Other"),
            joining: community
        )
        let reply = try await ann.get("/t/\(thread)").text
        #expect(said.indices.filter { reply.contains(said[$0]) } == [expected])
    }
}

extension TestSite {
    /// A thread by a member who joins for it.
    fileprivate func thread(
        _ title: String,
        in group: GroupID,
        of community: CommunityID,
        by member: MemberID,
        joining place: CommunityID
    ) async throws -> ThreadID {
        try await join(member, place)
        return try await thread(title, in: group, of: community, by: member)
    }
}

@Suite("What is confidential")
struct ConfidentialTests {
    @Test("says so above its posts and in every list, and what is not does not")
    func everywhere() async throws {
        let world = try await WritingWorld()
        let circle = try await world.site.group("circle", in: world.community, kind: .peerSupervision, access: .invite)
        for member in [world.ann, world.bob] { try await world.site.join(member, group: circle, of: world.community) }
        let bob = try await world.site.browser(world.bob)
        let thread = try await world.site.thread(
            "A hard week",
            "Marmalade.",
            in: circle,
            of: world.community,
            by: world.ann
        )
        let sign = "#lock\"/></svg>Confidential</span>"
        // Before it is read: the first two list what is new.
        for path in ["/", "/new", "/c/nursing", "/c/nursing/g/circle", "/search?q=marmalade"] {
            let list = try await bob.get(path).text
            #expect(list.contains("A hard week") && list.contains(sign), "\(path)")
        }
        let page = try await bob.get("/t/\(thread)").text
        let strip = try #require(page.range(of: "<p class=\"strip confidential\">")),
            posts = try #require(page.range(of: "<div class=\"posts\">"))
        #expect(strip.lowerBound < posts.lowerBound)
        #expect(
            page.contains(
                "print-only\">Nursing · Circle · http://127.0.0.1:8080/t/\(thread) · printed 21 November 2026"
            )
        )
        #expect(try await !bob.get("/t/\(world.thread)").text.contains(sign))
        #expect(try await !bob.get("/search?q=secretword").text.contains(sign))
    }
}
