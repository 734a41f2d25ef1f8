import HTML
import HTTPTypes
import PraxisCapability
import PraxisCommunity
import PraxisCrypto
import PraxisDigest
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import PraxisWeb
import Testing

@Suite("A link in a mail")
struct UnsubscribeTests {
    private func path(_ world: DigestWorld, _ scope: MailLink.Scope = .digest, version: Int = 1) -> String {
        "/u/" + MailLink(member: world.ann, scope: scope).token(world.site.env.store.siteKey, version: version)
    }

    private func state(_ world: DigestWorld) async throws -> DigestState {
        try await world.site.env.store.read { try DigestState.of(world.ann, $0) }
    }

    private func click(
        _ world: DigestWorld,
        _ path: String,
        type: String = "application/x-www-form-urlencoded",
        body: String
    )
        async throws -> Browser.Answer
    {
        try await Browser(world.site).send(.post, path, body: body, headers: [("Content-Type", type)])
    }

    @Test("changes nothing when it is looked at, however often and by whatever program", arguments: ["GET", "HEAD"])
    func lookingChangesNothing(method: String) async throws {
        let world = try await DigestWorld()
        let before = try await world.site.everyRow()
        for scope in [MailLink.Scope.digest, .community(world.community)] {
            for _ in 0..<3 {
                let answer = try await Browser(world.site).send(
                    .init(rawValue: method) ?? .get,
                    path(world, scope),
                    body: ""
                )
                #expect(answer.status == 200)
                #expect(answer.headers[.cacheControl] == "no-store")
            }
        }
        #expect(try await world.site.everyRow() == before)
    }

    @Test(
        "stops the digest by one request without a cookie or a form token, and twice is as good as once",
        arguments: [
            ("application/x-www-form-urlencoded", "List-Unsubscribe=One-Click"),
            (
                "multipart/form-data; boundary=x",
                "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n"
            ),
        ]
    )
    func oneClick(type: String, body: String) async throws {
        let world = try await DigestWorld()
        for _ in 0..<2 {
            let answer = try await click(world, path(world), type: type, body: body)
            #expect(answer.status == 200)
            #expect(answer.headers[.setCookie]?.contains("praxis=") != true)
        }
        #expect(try await state(world).settings.cadence.rhythm == .none)
        try await world.thread("Nobody mails this")
        world.becomeMonday()
        try await world.round()
        #expect(try await world.queued().isEmpty)
        #expect(try await world.queued(world.sam).isEmpty)
    }

    @Test("leaves out one community, and takes it in again by undo")
    func oneCommunity() async throws {
        let world = try await DigestWorld()
        let path = path(world, .community(world.community))
        #expect(try await Browser(world.site).get(path).text.contains("Stop including Nursing"))
        let stopped = try await click(world, path, body: "do=stop")
        #expect(stopped.text.contains("no longer includes Nursing"))
        #expect(Markup.faults(stopped.text) == [])
        try await world.thread("Not mailed")
        world.becomeMonday()
        try await world.round()
        #expect(try await world.queued().isEmpty)
        #expect(try await click(world, path, body: "do=undo").text.contains("Your digest is as before."))
        try await world.thread("Mailed again")
        world.site.pass(.days(1))
        try await world.round()
        #expect(try await world.queued().count == 1)
    }

    @Test("undoes what it stopped, and chooses how often, without signing anybody in")
    func undoAndOften() async throws {
        let world = try await DigestWorld()
        try await world.settings { $0.rhythm = .weekly }
        let path = path(world)
        #expect(try await click(world, path, body: "do=stop").text.contains("not get any more digests"))
        #expect(try await click(world, path, body: "do=undo").text.contains("Your digest is as before."))
        #expect(try await state(world).settings.cadence.rhythm == .weekly)
        let answer = try await click(world, path, body: "do=often&rhythm=monthly")
        #expect(answer.text.contains("We have saved how often"))
        #expect(try await state(world).settings.cadence.rhythm == .monthly)
        // A page for visitors who are signed out, with no way to anyone's settings.
        #expect(answer.text.contains("/sign-in") && !answer.text.contains("Ann Okafor"))
    }

    @Test("does nothing when it is old, foreign or bent, and says so")
    func badLinks() async throws {
        let world = try await DigestWorld(), other = try await DigestWorld()
        let good = path(world)
        let foreign =
            "/u/" + MailLink(member: world.ann, scope: .digest).token(other.site.env.store.siteKey, version: 1)
        let unknown =
            "/u/"
            + MailLink(member: MemberID(rawValue: 999), scope: .digest)
            .token(world.site.env.store.siteKey, version: 1)
        // Other names before this one's seal: another member's, one place of it alone, another use.
        let bytes = try #require(Base64URL.decode(good.dropFirst(3))), seal = bytes.suffix(16)
        let bent = ["\(world.sam) digest", "\(world.ann) digest community 1", "\(world.ann) reply", "", " "]
            .map { "/u/" + Base64URL.encode(Array($0.utf8) + seal) }
        #expect(bytes == Array("\(world.ann) digest".utf8) + seal)
        try await world.site.env.site.endMailLinks(of: world.ann)
        let long = "/u/" + String(repeating: "A", count: 5_000)
        let others = [String(good.dropLast()), good + "A", long, "/u/x", "/u/%00", "/u/%C3%A9"]
        for bad in [good, foreign, unknown] + bent + others {
            let page = try await Browser(world.site).get(bad)
            #expect(page.status == 404 && page.text.contains("This link does not work"), "\(bad)")
            let answer = try await click(world, bad, body: "List-Unsubscribe=One-Click")
            #expect(answer.status == 404 && answer.text.contains("Nothing was changed"), "\(bad)")
        }
        #expect(try await state(world).settings.cadence.rhythm == .daily)
        #expect(try await Browser(world.site).get(path(world, version: 2)).status == 200)
    }

    @Test("does nothing if it is sealed for another use, about another thing, or with another spelling")
    func otherUses() async throws {
        let world = try await DigestWorld(), key = world.site.env.store.siteKey
        let group = Subject("group", world.commons.rawValue)
        let scopes = [
            MailLink.Scope("reply"), MailLink.Scope("reply", of: world.community.subject),
            MailLink.Scope(.digest, of: group), MailLink.Scope("digest community"), MailLink.Scope(""),
        ]
        for scope in scopes {
            let path = "/u/" + MailLink(member: world.ann, scope: scope).token(key, version: 1)
            let answer = try await click(world, path, body: "List-Unsubscribe=One-Click")
            #expect(answer.status == 404 && answer.text.contains("Nothing was changed"), "\(scope)")
        }
        #expect(try await state(world).settings.cadence.rhythm == .daily)
    }

    @Test("of any use is opened with what it is about, and does nothing for another")
    func subjects() async throws {
        let world = try await DigestWorld(), key = world.site.env.store.siteKey
        let opened = { (token: String) in
            try await world.site.env.store.read { db in try MailLink.opened(token, key, db) }
        }
        let uses: [(MailLink.Use, Subject?)] = [
            ("reply", Subject("post", 7)), ("follow", Subject("a-thing", .max)), ("reply", nil),
        ]
        for (use, subject) in uses {
            let link = MailLink(member: world.ann, scope: .init(use, of: subject)), token = link.token(key, version: 1)
            #expect(try await opened(token) == link)
            #expect(try await opened(link.token(key, version: 2)) == nil)
            await #expect(throws: Denial.missing) {
                try await world.site.env.site.follow(token, .stop, key: key)
            }
        }
        #expect(try await state(world).settings.cadence.rhythm == .daily)
    }

    @Test("opens and does what the capability brings whose use it is for, and no other")
    func brought() async throws {
        let outside = Capability(
            "outside",
            parts: [
                MailLinkUse(
                    "outside",
                    page: { OutsidePage(call: $0.call, text: "Looked at \($0.link.scope.subject?.id ?? 0)") },
                    follow: { opened in
                        guard let member = opened.link.scope.subject?.id(as: Noun.Member.self) else {
                            throw Denial.missing
                        }
                        try await opened.call.env.site.stopDigest(of: member)
                        return OutsidePage(call: opened.call, text: "One click: \(opened.isOneClick)")
                    }
                )
            ]
        )
        let site = try TestSite(capabilities: Capabilities(Forum.capabilities.all + [outside]))
        let ann = try await site.member("Ann Okafor"), sam = try await site.member("Sam Osei")
        let browser = Browser(site), key = site.env.store.siteKey
        func path(_ subject: Subject, _ use: MailLink.Use = "outside", version: Int = 1) -> String {
            "/u/" + MailLink(member: ann, scope: .init(use, of: subject)).token(key, version: version)
        }
        func rhythm(_ member: MemberID) async throws -> Cadence.Rhythm {
            try await site.env.store.read { try DigestState.of(member, $0).settings.cadence.rhythm }
        }
        let form = [("Content-Type", "application/x-www-form-urlencoded")]
        #expect(try await browser.get(path(sam.subject)).text.contains("Looked at \(sam)"))
        #expect(try await rhythm(sam) == .daily)
        let done = try await browser.send(
            .post,
            path(sam.subject),
            body: "List-Unsubscribe=One-Click",
            headers: form
        )
        #expect(done.status == 200 && done.text.contains("One click: true"))
        #expect(try await rhythm(sam) == .none)
        #expect(try await rhythm(ann) == .daily)
        for bad in [
            path(Subject("post", 1)), path(sam.subject, "inside"), path(sam.subject, .digest),
            path(sam.subject, version: 2),
        ] {
            let answer = try await browser.send(.post, bad, body: "do=stop", headers: form)
            #expect(answer.status == 404 && answer.text.contains("Nothing was changed"), "\(bad)")
        }
        #expect(try await rhythm(ann) == .daily)
    }

    @Test("does not name a community that its member has left")
    func leftCommunity() async throws {
        let world = try await DigestWorld()
        try await world.site.join(world.ann, world.community, standing: .former)
        let page = try await Browser(world.site).get(path(world, .community(world.community)))
        #expect(page.status == 200 && !page.text.contains("Nursing"))
    }

    @Test("has a page that is headed by what it is for, and then by what came of it; it says which days are chosen")
    func headings() async throws {
        let world = try await DigestWorld(), digest = path(world), one = path(world, .community(world.community))
        let text = try await Browser(world.site).get(digest).text
        #expect(text.contains(">Stop or change your digest</h1>") && text.contains("id=\"often\""))
        #expect(text.contains("At the moment: Monday, Tuesday, Wednesday, Thursday, Friday."))
        #expect(!text.contains("You can close this page."))
        let name = try await world.site.value("SELECT name FROM community" as SQL<String>)
        #expect(try await Browser(world.site).get(one).text.contains(">\(name) in your digest</h1>"))
        let done = try await click(world, one, body: "do=stop").text
        #expect(done.contains(">Your digest has changed</h1>") && done.contains("You can close this page."))
    }
}

/// A page of a capability that only these tests know.
private struct OutsidePage: PageView {
    let call: Call
    let text: String

    var page: Page { Page("Outside", main: "<p>\(text)</p>") }
}

extension TestSite {
    /// What every table holds, but for visits.
    func everyRow() async throws -> [String] {
        try await env.store.read { db in
            var rows: [String] = []
            for table in ["mailSetting", "digestState", "outbox", "journal", "session"] {
                rows += try db.all("SELECT count(*) FROM \(SQL<Void>(stringLiteral: table))" as SQL<Int>).map {
                    "\(table) \($0)"
                }
            }
            rows += try db.all(
                "SELECT memberId || ' ' || coalesce(nextAt, '') || ' ' || upTo FROM digestState ORDER BY memberId"
                    as SQL<String>
            )
            return rows
        }
    }
}
