import Foundation
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import PraxisThreads
import Testing

@Suite("The home page")
struct HomeTests {
    @Test("leads a member without a community to the communities")
    func withoutCommunity() async throws {
        let site = try TestSite()
        let page = try await site.browser(try await site.member("Ann Okafor")).get("/")
        #expect(page.status == 200)
        #expect(page.text.contains("You are not in a community yet.") && page.text.contains("href=\"/communities\""))
    }

    @Test("shows three threads of a community with their counts, and the way to all that is new in it")
    func threads() async throws {
        let world = try await HomeWorld()
        for name in ["Alpha", "Bravo", "Charlie", "Delta", "Echo"] {
            try await world.thread("Thread \(name)", replies: 1)
        }
        let page = try await world.site.browser(world.ann).get("/")
        #expect(page.text.contains("10\u{A0}new posts in your community."))
        #expect(
            page.holds(inOrder: [
                "See all 10\u{A0}new<", "Thread Echo", "2\u{A0}new", "Thread Delta", "Thread Charlie",
            ])
        )
        #expect(!page.text.contains("Thread Bravo") && page.text.contains("<a href=\"/c/nursing?filter=new\">See all"))
        let all = try await world.site.browser(world.ann).get("/c/nursing?filter=new")
        #expect(all.holds(inOrder: ["Thread Echo", "Thread Delta", "Thread Charlie", "Thread Bravo", "Thread Alpha"]))
        #expect(page.text.contains("/t/5#new") && page.text.contains("<bdi>Sam Ellis</bdi>, <time"))
    }

    @Test("counts what is new in some of several communities, and puts the quiet ones last")
    func severalCommunities() async throws {
        let world = try await HomeWorld()
        try await world.thread("Only here")
        for number in 1...30 { try await world.site.join(world.ann, try await world.site.community("quiet-\(number)")) }
        let page = try await world.site.browser(world.ann).get("/")
        #expect(page.text.contains("1\u{A0}new post in 1 of your 31 communities."))
        #expect(
            page.holds(inOrder: [
                "/c/nursing", "Only here", "Nothing new", "/c/quiet-1\"", "no post yet", "/c/quiet-30\"",
            ])
        )
    }

    @Test("puts the community in which somebody mentions the member first")
    func mentionsFirst() async throws {
        let world = try await HomeWorld(), site = world.site
        let other = try await site.community("school")
        try await site.join(world.ann, other)
        try await site.join(world.sam, other)
        let asked = try await site.thread("Ask Ann", in: try await site.commons(of: other), of: other, by: world.sam)
        try await world.thread("Newer")
        let before = try await site.browser(world.ann).get("/")
        #expect(before.holds(inOrder: ["Newer", "Ask Ann"]))
        _ = try await site.reply("@Ann Okafor", to: asked, of: other, by: world.sam)
        try await world.thread("Newest")
        let after = try await site.browser(world.ann).get("/")
        #expect(after.holds(inOrder: ["Ask Ann", "Newest"]))
        #expect(after.text.contains("Sam Ellis mentioned you in “Ask Ann”"))
    }

    @Test(
        "says who answered or mentioned the member, with the way to the post, first of all; and says nothing if nothing waits"
    )
    func forMe() async throws {
        let world = try await HomeWorld(), site = world.site
        let quiet = try await site.browser(world.ann).get("/")
        #expect(!quiet.text.contains(">For you<"))
        let mine = try await site.thread("My question", in: world.commons, of: world.community, by: world.ann)
        let asked: PostID = try await site.value("SELECT id FROM post WHERE threadId = \(mine)")
        _ = try await site.reply("An aside.", to: mine, of: world.community, by: world.sam)
        let answer = try await site.env.communities[world.community].reply(
            to: mine,
            try PostText("So."),
            replyTo: asked,
            as: Viewer(member: world.sam)
        )
        for number in 1...6 {
            _ = try await site.reply("@Ann Okafor \(number)", to: mine, of: world.community, by: world.sam)
        }
        let page = try await site.browser(world.ann).get("/")
        #expect(
            page.holds(inOrder: [
                ">For you<", "/p/\(answer)\">Sam Ellis answered you in “My question”",
                "Sam Ellis mentioned you in “My question”", "2 more new posts for you", "8\u{A0}new",
            ])
        )
        _ = try await site.browser(world.ann).get("/t/\(mine)")
        #expect(!(try await site.browser(world.ann).get("/").text.contains(">For you<")))
    }

    @Test("leaves out what was read, what one wrote, and what is muted")
    func leavesOut() async throws {
        let world = try await HomeWorld(), site = world.site, ann = world.ann
        let read = try await world.thread("Read already", replies: 2), muted = try await world.thread("Muted thread")
        _ = try await site.thread("My own", in: world.commons, of: world.community, by: ann)
        try await site.read(read, upTo: 3, by: ann)
        try await site.write { db in
            try db.run("INSERT INTO follow (memberId, threadId, level) VALUES (\(ann), \(muted), 'muted')")
        }
        let page = try await site.browser(ann).get("/")
        #expect(page.text.contains("Nothing new in your communities."))
        for title in ["Read already", "Muted thread", "My own"] { #expect(!page.text.contains(title)) }
        #expect(!page.text.contains("Read everything in order"))
    }

    @Test("links to the first new post, on its page of the thread")
    func linksToFirstNew() async throws {
        let world = try await HomeWorld()
        let thread = try await world.thread("A long one", replies: 30)
        try await world.site.read(thread, upTo: 26, by: world.ann)
        let page = try await world.site.browser(world.ann).get("/")
        #expect(page.text.contains("href=\"/t/\(thread)?page=2#new\"") && page.text.contains("5\u{A0}new</span>"))
    }

    @Test("shows nothing of a closed group to whom it is closed, nor to whom has left it")
    func closedGroups() async throws {
        let world = try await HomeWorld(), site = world.site
        let circle = try await site.group(
            "circle",
            in: world.community,
            kind: .peerSupport,
            access: .invite,
            isListed: false
        )
        try await site.join(world.sam, group: circle, of: world.community)
        try await site.join(world.ann, group: circle, of: world.community)
        _ = try await site.thread("After a hard visit", in: circle, of: world.community, by: world.sam)
        let browser = try await site.browser(world.ann)
        #expect(try await browser.get("/").text.contains("After a hard visit"))
        try await site.join(world.ann, group: circle, of: world.community, standing: .former)
        for path in ["/", "/new"] { #expect(!(try await browser.get(path).text.contains("After a hard visit"))) }
        #expect(!(try await world.news().contains("After a hard visit")))
    }

    @Test("holds nothing of public communities that the member has not joined, nor what was written before joining")
    func notJoined() async throws {
        let world = try await HomeWorld(), site = world.site
        try await world.thread("Before Priya came", replies: 3)
        let priya = try await site.member("Priya Nair"), browser = try await site.browser(priya)
        #expect(!(try await browser.get("/").text.contains("Before Priya came")))
        try await site.join(priya, world.community)
        #expect(try await browser.get("/").text.contains("Nothing new in your communities."))
        try await world.thread("After Priya came")
        let page = try await browser.get("/")
        #expect(page.text.contains("After Priya came") && !page.text.contains("Before Priya came"))
    }

    @Test("says when the member was last here, and keeps saying so while the visit lasts")
    func lastVisit() async throws {
        let world = try await HomeWorld(), browser = try await world.site.browser(world.ann)
        #expect(!(try await browser.get("/").text.contains("Your last visit:")))
        world.site.pass(.hours(5))
        try await world.thread("While away")
        for _ in 0..<3 {
            let page = try await browser.get("/")
            #expect(page.text.contains("Your last visit: today at 9:00am.") && page.text.contains("While away"))
            world.site.pass(.minutes(2))
        }
    }

    @Test("tells a manager who asks to join, and an ordinary member nothing of it")
    func requests() async throws {
        let world = try await HomeWorld(), site = world.site, community = world.community
        let manager = try await site.member("Dawn Achebe"), guest = try await site.member("Priya Nair")
        try await site.join(manager, community, as: .manager)
        try await site.write { db in
            try db.run(
                """
                INSERT INTO request (communityId, memberId, note, askedAt) VALUES (\(community), \(guest), '', \(db.now))
                """
            )
        }
        #expect(try await site.browser(manager).get("/").text.contains("1 person asks to join Nursing"))
        #expect(!(try await site.browser(world.ann).get("/").text.contains("asks to join")))
    }

    @Test("counts the member's own drafts")
    func drafts() async throws {
        let world = try await HomeWorld(), site = world.site, ann = world.ann
        try await site.write { db in
            try db.run(
                """
                INSERT INTO draft (memberId, subjectKind, subjectId, title, body, revision, savedAt) VALUES (\(ann), 'thread', 1, '', 'x', 1, \(db.now))
                """
            )
        }
        #expect(try await site.browser(ann).get("/").text.contains("1 unfinished draft"))
        #expect(!(try await site.browser(world.sam).get("/").text.contains("unfinished")))
    }

    @Test("speaks French to whom reads French")
    func french() async throws {
        let world = try await HomeWorld(), ann = world.ann
        try await world.thread("Une question")
        try await world.site.write { db in try db.run("UPDATE member SET language = 'fr' WHERE id = \(ann)") }
        let page = try await world.site.browser(ann).get("/")
        #expect(
            page.text.contains("1\u{A0}nouveau message dans votre communauté.") && page.text.contains("Je suis à jour")
        )
    }

    @Test("escapes titles and names of communities")
    func escapes() async throws {
        let world = try await HomeWorld()
        try await world.thread("<script>alert(1)</script>")
        for path in ["/", "/new"] {
            let page = try await world.site.browser(world.ann).get(path)
            #expect(page.text.contains("&lt;script&gt;alert(1)") && !page.text.contains("<script>alert"))
        }
    }

    @Test(
        "names who mentions the member by an edit of a post that they have read, until they look at it or are caught up"
    )
    func mentionedByEdit() async throws {
        let world = try await HomeWorld(), site = world.site, browser = try await site.browser(world.ann)
        let thread = try await world.thread("A day at work", replies: 2)
        let first: PostID = try await site.value("SELECT id FROM post WHERE threadId = \(thread) AND number = 1")
        let edit = { (text: String, revision: Int) in
            try await site.env.communities[world.community].edit(
                first,
                to: try PostText(text),
                basedOn: revision,
                as: Viewer(member: world.sam)
            )
        }
        _ = try await browser.get("/t/\(thread)")
        #expect(!(try await browser.get("/").text.contains(">For you<")))
        try await edit("What does @Ann Okafor say?", 1)
        let home = try await browser.get("/").text
        #expect(home.contains("href=\"/p/\(first)\">Sam Ellis mentioned you in “A day at work”"))
        #expect(home.contains("Nothing new in your communities."), "what was read stays read")
        try await edit("What does @Ann Okafor say now?", 2)
        _ = try await browser.get("/t/\(thread)")
        #expect(!(try await browser.get("/").text.contains("mentioned you")))
        try await edit("What does @Ann Okafor say, then?", 3)
        #expect(!(try await browser.get("/").text.contains("mentioned you")), "she knows already")
        try await edit("Nothing.", 4)
        try await edit("@Ann Okafor, please.", 5)
        #expect(try await browser.get("/").text.contains("mentioned you"))
        _ = try await browser.post("/caught-up", [], from: "/")
        #expect(!(try await browser.get("/").text.contains("mentioned you")))
        _ = try await browser.post("/caught-up/undo", [], from: "/")
        #expect(try await browser.get("/").text.contains("mentioned you"))
    }

    @Test("names no mention by an edit where the member does not read, or wants to know nothing")
    func mentionedByEditElsewhere() async throws {
        let world = try await HomeWorld(), site = world.site, ann = world.ann
        let circle = try await site.group("circle", in: world.community, access: .request)
        for member in [ann, world.sam] { try await site.join(member, group: circle, of: world.community) }
        let thread = try await site.thread("In the circle", in: circle, of: world.community, by: world.sam)
        let first: PostID = try await site.value("SELECT id FROM post WHERE threadId = \(thread)")
        _ = try await site.browser(ann).get("/t/\(thread)")
        try await site.env.communities[world.community].edit(
            first,
            to: try PostText("@Ann Okafor"),
            basedOn: 1,
            as: Viewer(member: world.sam)
        )
        #expect(try await site.browser(ann).get("/").text.contains("mentioned you"))
        try await site.write { db in
            try db.run("INSERT INTO follow (memberId, threadId, level) VALUES (\(ann), \(thread), 'muted')")
        }
        #expect(!(try await site.browser(ann).get("/").text.contains("mentioned you")))
        try await site.write { db in
            try db.run("DELETE FROM follow")
            try db.run("DELETE FROM groupMembership WHERE memberId = \(ann)")
        }
        #expect(!(try await site.browser(ann).get("/").text.contains("In the circle")))
    }
}

@Suite("The front page")
struct FrontTests {
    @Test("shows visitors the communities that are not hidden, and how to come in")
    func front() async throws {
        let site = try TestSite()
        _ = try await site.community("nursing", visibility: .public)
        _ = try await site.community("midwives", visibility: .members)
        _ = try await site.community("canary", visibility: .hidden)
        let page = try await Browser(site).get("/")
        #expect(page.status == 200)
        #expect(
            page.holds(inOrder: [
                "Sign up", "/c/nursing", "How we practise.", "Public", "/c/midwives", "Members only",
            ])
        )
        #expect(!page.text.lowercased().contains("canary"))
    }

    @Test("asks a visitor of a member's pages to sign in")
    func signIn() async throws {
        let site = try TestSite()
        #expect(try await Browser(site).get("/new").location == "/sign-in?next=/new")
        #expect(try await Browser(site).get("/api/v1/me/news").status == 401)
    }
}
