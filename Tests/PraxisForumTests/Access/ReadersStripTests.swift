import Foundation
import HTTPTypes
import PraxisBookmarks
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisGatherings
import PraxisPlaces
import PraxisTesting
import PraxisTriage
import PraxisWeb
import Testing

@Suite("Who can read it")
struct ReadersStripTests {
    /// Routes of a place whose answer carries no strip, each with why.
    private static let exempt = [
        "/c/{community}/reported/{report}": "says itself who was told of the report; the form before has the strip",
        "/c/{community}/audit.csv": "a file", "/c/{community}/g/{group}/audit.csv": "a file",
        "/t/{thread}.ics": "a file", "/c/{community}/series/{series}.ics": "a file",
        "/calendar/{token}.ics": "a file, asked by programs",
        "/p/{post}": "leads to the page of its thread", "/t/{thread}/next-unread": "leads to another thread",
        "/t/{thread}/previous-unread": "leads to another thread",
    ]

    /// What follows the heading of a page; nil for what is no page.
    private func body(_ answer: Browser.Answer) -> Substring? {
        guard answer.status == 200, let heading = answer.text.range(of: "<h1") else { return nil }
        return answer.text[heading.lowerBound...]
    }

    @Test("stands on every page of a place, for all who can open it")
    func everyPage() async throws {
        let world = try await TriageWorld(), site = world.site
        let post = try await site.reply("A heron.", to: world.thread, of: world.community, by: world.ann)
        try await site.env.site.bookmark(post, .unchanged, as: Viewer(member: world.ann))
        let gathering = try await site.env.communities[world.community].planGathering(
            try site.gathering("Of herons", purpose: "To meet."),
            in: world.circle,
            as: Viewer(member: world.fay)
        )
        let series = try await site.env.communities[world.community].planSeries(
            try site.series("Of grebes"),
            in: world.circle,
            as: Viewer(member: world.fay)
        )
        let list = try await site.env.communities[world.community].addHolidayList(
            NewHolidayList(name: "Of grebes", holidays: [Holiday(20_800...20_801, "A break")]),
            as: Viewer(member: world.max)
        )
        _ = try await site.env.communities[world.community].addToAgenda(
            NewAgendaItem(try AgendaEntry(title: "Herons", minutes: "", lead: "")),
            of: gathering,
            as: Viewer(member: world.fay)
        )
        let item = try await world.report(world.first, .spam, by: world.bob)
        let token = site.env.random.token(), manager = Viewer(member: world.max)
        _ = try await world.actor.invite(to: nil, token: token, uses: 9, as: manager)
        let values = [
            "community": "nursing", "group": "circle", "thread": gathering.description, "post": post.description,
            "member": world.ann.description, "item": item.description, "report": "1", "token": token,
            "series": series.description, "list": list.description,
        ]
        var browsers = [Browser(site)]
        for member in [world.ann, world.bob, world.mo, world.fay, world.max] {
            browsers.append(try await site.browser(member))
        }
        var unseen: Set<String> = []
        let starts = ["/c/{community}", "/t/{thread}", "/p/{post}", "/i/", "/agenda/"]
        for route in Forum.routes where route.method == .get && starts.contains(where: route.path.hasPrefix) {
            // A date is put on no table.
            let thread = route.path.hasSuffix("/table") ? world.thread.description : nil
            let address = route.path.replacing(/{(\w+)}/) { part in
                (part.1 == "thread" ? thread : nil) ?? values[String(part.1)] ?? "1"
            }
            var pages = 0
            for browser in browsers {
                guard let page = body(try await browser.get(address)), !page.contains("action=\"/sign-in\"") else {
                    continue
                }
                pages += 1
                let hasStrip = page.contains("<p class=\"strip")
                #expect(hasStrip == (Self.exempt[route.path] == nil), "\(address)")
            }
            if pages == 0 { unseen.insert(route.path) }
        }
        #expect(unseen.subtracting(Self.exempt.keys) == [], "no one could open it: add someone who can")
    }

    @Test("stands on what is a member's own, which no one else reads", arguments: ["/drafts", "/bookmarks"])
    func own(path: String) async throws {
        let world = try await WritingWorld()
        let page = try #require(body(try await world.site.browser(world.bob).get(path)))
        #expect(page.contains("<p class=\"strip") && page.contains("your \(path.dropFirst())."))
    }

    @Test("says on pages that only manage who can open them, which is so for everyone, and not who can read the place")
    func managers() async throws {
        let world = try await CommunityWorld(visibility: .public), site = world.site, community = world.community
        let member = try world.member(.member)
        _ = try await site.group("open", in: community)
        let circle = try await site.group("circle", in: community, kind: .peerSupport, access: .invite)
        let closed = try await site.group("closed", in: community, access: .request)
        for group in [circle, closed] {
            try await site.join(world.member(.facilitator), group: group, of: community, as: .facilitator)
        }
        try await site.join(member, group: closed, of: community)
        let pages: [(String, String, Set<Persona>)] = [
            ("/settings", "Only community managers can", [.manager]),
            ("/settings/care", "Only community managers can", [.manager]),
            ("/mail", "Only community managers can", [.manager]),
            (
                "/holidays/new", "Only community managers and administrators of the site can",
                [.manager, .siteAdministrator]
            ),
            ("/groups/new", "Only community managers can", [.manager]),
            ("/members/\(member)/remove", "Only community managers can", [.manager]),
            ("/g/open/settings", "Only facilitators and community managers can", [.facilitator, .manager]),
            ("/g/open/mail", "Only facilitators and community managers can", [.facilitator, .manager]),
            ("/g/circle/settings", "Confidential.</strong> Only facilitators of this group can", [.facilitator]),
            ("/g/circle/mail", "Confidential.</strong> Only facilitators of this group can", [.facilitator]),
            ("/g/circle/members", "Confidential.</strong> Only people who have joined this group can", [.facilitator]),
            (
                "/g/closed/members", "Only people who have joined this group and community managers can",
                [.facilitator, .member, .manager]
            ),
        ]
        for (path, sentence, personas) in pages {
            #expect(try await world.statuses(of: "/c/nursing" + path).with(200) == personas, "\(path)")
            let page = try await world.browser(personas.contains(.manager) ? .manager : .facilitator)
                .get("/c/nursing" + path).text
            let strips = page.matches(of: /<p class="strip.*?<\/p>/).map { String($0.0) }
            #expect(strips.count == 1 && strips.first?.contains(sentence + " open this page.") == true, "\(path)")
        }
        let people = try await world.browser(.manager).get("/c/nursing/g/open/members").text
        #expect(people.contains("Only members of Nursing can open this page."))
    }

    @Test(
        "says of an agreement what is so: all who find the community are shown it",
        arguments: [
            (CommunityVisibility.public, 200, "Anyone can read this agreement."),
            (.members, 200, "Anyone can read this agreement."),
            (.hidden, 404, "Only members and people with an invitation can read this agreement."),
        ]
    )
    func agreement(visibility: CommunityVisibility, status: Int, sentence: String) async throws {
        let world = try await CommunityWorld(
            visibility: visibility,
            agreement: "Be kind.",
            personas: [.member, .stranger]
        )
        #expect(try await world.browser(.member).get("/c/nursing/agreement").text.contains(sentence))
        #expect(try await world.browser(.stranger).get("/c/nursing/agreement").status == status)
    }
}
