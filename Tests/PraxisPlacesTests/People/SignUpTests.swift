import HTTPTypes
import PraxisCommunity
import PraxisDomain
import PraxisMail
import PraxisStore
import PraxisTesting
import Testing

@Suite("Signing up")
struct SignUpTests {
    @Test(
        "leads from the address by a mailed code and a name, with a password if one is wanted, to the second of four steps, signed in"
    )
    func wholeSignUp() async throws {
        let site = try TestSite(), browser = Browser(site)
        let start = try await browser.get("/sign-up?next=/c/nursing")
        #expect(start.status == 200 && start.headers[.cacheControl] == "no-store")
        let next = ("next", try #require(start.hidden("next")))
        let asked = try await browser.post("/sign-up", [("email", " Ann@Example.org"), next])
        #expect(asked.status == 200 && asked.text.contains("We have sent a 6-digit code to ann@example.org."))
        let mail = try #require(await site.mailsSent().first)
        #expect(mail.to.address.text == "ann@example.org" && mail.envelopeSender == .null)
        #expect(mail.headers.contains(Header("Auto-Submitted", "auto-generated")))
        let code = String(mail.subject.prefix(6))
        #expect(mail.subject == "\(code) is your code for Riverside" && mail.text.contains(code))
        #expect(mail.html?.contains(code) == true)
        let email = ("email", try #require(asked.hidden("email")))
        let spaced = String(code.prefix(3) + " " + code.suffix(3))
        let named = try await browser.post("/sign-up/code", [email, ("code", spaced), next], from: "/sign-up")
        let proof = ("proof", try #require(named.hidden("proof")))
        #expect(named.text.contains("<h1 dir=\"auto\">Step 1 of 4: Who are you?</h1>"))
        let fields = [proof, ("name", "Ann Okafor"), ("password", "three dull words"), next]
        let done = try await browser.post("/sign-up/name", fields, from: "/sign-up")
        #expect(done.status == 303 && done.location == "/welcome/communities?next=/c/nursing")
        #expect(try await browser.get("/settings").text.contains("Ann Okafor"))
        let other = try await Browser(site).signIn("ann@example.org", "three dull words")
        #expect(other.status == 303)
        #expect(try await site.count("SELECT count(*) FROM journal WHERE event = 'signed-up'") == 1)
    }

    @Test("needs no password", arguments: [[("password", "")], []])
    func withoutPassword(_ fields: [(String, String)]) async throws {
        let site = try TestSite(), browser = Browser(site)
        _ = try await browser.post("/sign-up", [("email", "ann@example.org")])
        let code = try await site.code(to: "ann@example.org")
        let named = try await browser.post(
            "/sign-up/code",
            [("email", "ann@example.org"), ("code", code)],
            from: "/sign-up"
        )
        let proof = [("proof", try #require(named.hidden("proof"))), ("name", "Ann")]
        #expect(try await browser.post("/sign-up/name", proof + fields, from: "/sign-up").status == 303)
        #expect(try await site.count("SELECT count(*) FROM member WHERE passwordHash IS NULL") == 1)
        #expect(try await browser.isSignedIn())
    }

    @Test("keeps what was typed when an address, a name or a password will not do")
    func badInput() async throws {
        let site = try TestSite(), browser = Browser(site)
        for typed in ["", "ann", "ann@nhs.example@evil.example", "\"ann\"@example.org", "ann@example.org."] {
            let answer = try await browser.post("/sign-up", [("email", typed)])
            #expect(answer.status == 422 && answer.text.contains("id=\"email-error\""), "\(typed)")
        }
        #expect(await site.mailsSent().isEmpty)
        _ = try await browser.post("/sign-up", [("email", "ann@example.org")])
        let code = [("email", "ann@example.org"), ("code", try await site.code(to: "ann@example.org"))]
        let proof = (
            "proof", try #require(try await browser.post("/sign-up/code", code, from: "/sign-up").hidden("proof"))
        )
        let name = try await browser.post("/sign-up/name", [proof, ("name", "x@y")], from: "/sign-up")
        #expect(name.status == 422 && name.hidden("proof") == proof.1 && name.text.contains("value=\"x@y\""))
        let short = [proof, ("name", "Ann"), ("password", "short")]
        let password = try await browser.post("/sign-up/name", short, from: "/sign-up")
        #expect(
            password.status == 422 && password.text.contains("value=\"Ann\"")
                && !password.text.contains("value=\"short\"")
                && password.text.contains("<details open><summary>Password (optional)")
        )
        let work = [
            proof, ("name", "Ann"), ("occupation", String(repeating: "n", count: 81)), ("organisation", "Harbour"),
            ("region", "W\0"),
        ]
        let long = try await browser.post("/sign-up/name", work, from: "/sign-up")
        #expect(
            long.status == 422 && long.text.contains("id=\"occupation-error\"")
                && long.text.contains("value=\"Harbour\"") && long.text.contains("id=\"region-error\"")
        )
        let swapped = [proof, ("name", "evil.example/login"), ("password", "three dull words")]
        #expect(try await browser.post("/sign-up/name", swapped, from: "/sign-up").status == 422)
        #expect(try await site.count("SELECT count(*) FROM member") == 0)
    }

    @Test("keeps what people do, and shows it on the page of people and in their settings")
    func work() async throws {
        let site = try TestSite(), browser = Browser(site)
        _ = try await browser.post("/sign-up", [("email", "ann@example.org")])
        let code = [("email", "ann@example.org"), ("code", try await site.code(to: "ann@example.org"))]
        let proof = try #require(try await browser.post("/sign-up/code", code, from: "/sign-up").hidden("proof"))
        let fields =
            [("proof", proof), ("name", "Ann"), ("occupation", "School <nurse>"), ("organisation", "Harbour")]
            + [("region", "Wales & <West>")]
        #expect(try await browser.post("/sign-up/name", fields, from: "/sign-up").status == 303)
        let ann = try #require(
            try await site.env.store.read { try $0.first("SELECT id FROM member WHERE name = 'Ann'" as SQL<MemberID>) }
        )
        let community = try await site.community("nursing")
        try await site.join(ann, community)
        #expect(
            try await browser.get("/c/nursing/members").text.contains(
                ">School &lt;nurse&gt;, Harbour · Wales &amp; &lt;West&gt; · Joined"
            )
        )
        let settings = [("name", "Ann"), ("language", "en"), ("timeZone", "Europe/London"), ("organisation", "Quay")]
        #expect(try await browser.get("/settings").text.contains("value=\"Harbour\""))
        #expect(try await browser.post("/settings", settings).location == "/settings?done=saved")
        #expect(try await browser.get("/c/nursing/members").text.contains(">Quay · Joined"))
        let wrong = settings + [("occupation", String(repeating: "n", count: 81))]
        #expect(try await browser.post("/settings", wrong).status == 422)
        #expect(try await browser.post("/settings", Array(settings.dropLast())).status == 303)
        #expect(try await site.count("SELECT count(*) FROM profile") == 0)
    }

    @Test("makes one account of a proof that is sent twice at once, and none without a proof")
    func parallelFinish() async throws {
        let site = try TestSite(), browser = Browser(site)
        _ = try await browser.post("/sign-up", [("email", "ann@example.org")])
        let code = [("email", "ann@example.org"), ("code", try await site.code(to: "ann@example.org"))]
        let proof = try #require(try await browser.post("/sign-up/code", code, from: "/sign-up").hidden("proof"))
        let token = try await browser.token(on: "/sign-up")
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 1...8 {
                group.addTask {
                    let fields = [("proof", proof), ("name", "Ann \(number)")]
                    return try await browser.post("/sign-up/name", fields, token: token).status
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses.filter { $0 == 303 }.count == 1)
        #expect(try await site.count("SELECT count(*) FROM member") == 1)
        let visitor = Browser(site)
        let forged = [("proof", "guessed"), ("email", "eve@example.org"), ("name", "Eve")]
        #expect(try await visitor.post("/sign-up/name", forged, from: "/sign-up").status == 422)
        #expect(try await site.count("SELECT count(*) FROM member") == 1)
    }

    @Test("forgets a proven address after a day")
    func proofExpires() async throws {
        let site = try TestSite(), browser = Browser(site)
        _ = try await browser.post("/sign-up", [("email", "ann@example.org")])
        let code = [("email", "ann@example.org"), ("code", try await site.code(to: "ann@example.org"))]
        let proof = (
            "proof", try #require(try await browser.post("/sign-up/code", code, from: "/sign-up").hidden("proof"))
        )
        site.pass(.hours(24))
        #expect(try await browser.post("/sign-up/name", [proof, ("name", "Ann")], from: "/sign-up").status == 422)
    }

    @Test("tells the owner of a known address by mail alone, and its code signs them in")
    func knownAddress() async throws {
        let site = try TestSite(), browser = Browser(site)
        _ = try await site.member("Ann")
        _ = try await browser.post("/sign-up", [("email", "ann@example.org")])
        let mail = try #require(await site.mailsSent().first)
        #expect(mail.text.contains("You already have an account"))
        let code = [("email", "ann@example.org"), ("code", String(mail.subject.prefix(6)))]
        let answer = try await browser.post("/sign-up/code", code, from: "/sign-up")
        #expect(answer.status == 303 && answer.session != nil)
        #expect(try await site.count("SELECT count(*) FROM member") == 1)
    }

    @Test(
        "is for the listed domains alone, exactly",
        arguments: [
            ("ann@nhs.example", 200), ("ann@NHS.example", 200), ("ann@attacker-nhs.example", 422),
            ("ann@sub.nhs.example", 422),
            ("ann@nhs.example.evil.example", 422), ("ann@nhs.example@evil.example", 422), ("ann@nhs.example.", 422),
        ]
    )
    func domains(_ address: String, _ status: Int) async throws {
        let site = try TestSite(change: { $0.signUp = .domains(["nhs.example"]) })
        let answer = try await Browser(site).post("/sign-up", [("email", address)])
        #expect(answer.status == status)
        #expect(await site.mailsSent().count == (status == 200 ? 1 : 0))
    }
}

@Suite("An account that waits for approval")
struct ApprovalTests {
    @Test("has no session until a site administrator approves it, and is then told")
    func approval() async throws {
        let site = try TestSite(change: { $0.signUp = .approval }), browser = Browser(site)
        let answer = try await browser.signUp(site, "ann@example.org", name: "Ann", password: "three dull words")
        #expect(answer.status == 200 && answer.session == nil && answer.text.contains("waiting for approval"))
        let waiting = try await browser.signIn("ann@example.org", "three dull words")
        #expect(waiting.status == 200 && waiting.session == nil && waiting.text.contains("waiting for approval"))
        let admin = try await site.browser(try await site.member("Root", isSiteAdministrator: true))
        #expect(try await admin.get("/settings").text.contains("href=\"/settings/accounts\""))
        let list = try await admin.get("/settings/accounts")
        #expect(list.text.contains("ann@example.org"))
        let done = try await admin.post("/settings/accounts/1/approve", [], from: "/settings/accounts")
        #expect(done.status == 303)
        #expect(await site.mailsSent().last?.subject == "Your account is approved: Riverside")
        #expect(try await browser.signIn("ann@example.org", "three dull words").status == 303)
        #expect(try await admin.post("/settings/accounts/1/decline", [], from: "/settings").status == 404)
        let empty = try await admin.get("/settings/accounts").text
        #expect(
            empty.contains(
                "<p class=\"empty\">No accounts are waiting. Accounts that need your approval appear here.</p>"
            )
        )
        #expect(
            try await site.count(
                "SELECT count(*) FROM journal WHERE event = 'account-approved' AND subjectId = 1 AND actorId = 2"
            ) == 1
        )
    }

    @Test(
        "is told by a mail that leads to where its owner was going; of an invitation, whose link is kept nowhere, that it is to be opened again",
        arguments: [("/t/7?page=2", "/sign-in?next=/t/7%3Fpage%3D2"), ("/i/SeCrEtToKeN", nil), ("/", nil)]
    )
    func goesOn(next: String, link: String?) async throws {
        let site = try TestSite(change: { $0.signUp = .approval }), browser = Browser(site)
        _ = try await browser.signUp(site, "ann@example.org", name: "Ann", next: next)
        let kept = try await site.text("SELECT coalesce(goingTo, '-') FROM member WHERE name = 'Ann'")
        #expect(kept?.contains("SeCrEt") == false)
        let admin = try await site.browser(try await site.member("Root", isSiteAdministrator: true))
        _ = try await admin.post("/settings/accounts/1/approve", [], from: "/settings/accounts")
        let mail = try #require(await site.mailsSent().last)
        let expected = site.env.settings.baseURL + (link ?? "/sign-in")
        #expect(
            mail.text.split(separator: "\n").contains(Substring(expected))
                && mail.html?.contains("\"\(expected)\"") == true
        )
        #expect(mail.text.contains("open your invitation link again") == next.hasPrefix("/i/"))
        #expect(try await site.count("SELECT count(*) FROM member WHERE goingTo IS NOT NULL") == 0)
    }

    @Test("stays out when it is declined")
    func declined() async throws {
        let site = try TestSite(change: { $0.signUp = .approval }), browser = Browser(site)
        _ = try await browser.signUp(site, "ann@example.org", name: "Ann", password: "three dull words")
        let admin = try await site.browser(try await site.member("Root", isSiteAdministrator: true))
        #expect(try await admin.post("/settings/accounts/1/decline", [], from: "/settings/accounts").status == 303)
        #expect(try await browser.signIn("ann@example.org", "three dull words").status == 403)
    }

    @Test("is decided on by nobody else")
    func nobodyElse() async throws {
        let site = try TestSite(change: { $0.signUp = .approval })
        _ = try await Browser(site).signUp(site, "ann@example.org", name: "Ann")
        let member = try await site.browser(try await site.member("Ben"))
        #expect(try await member.get("/settings/accounts").status == 403)
        #expect(!(try await member.get("/settings").text.contains("/settings/accounts")))
        #expect(try await member.post("/settings/accounts/1/approve", [], from: "/settings").status == 403)
        #expect(try await Browser(site).get("/settings/accounts").status == 303)
        #expect(try await site.count("SELECT count(*) FROM member WHERE standing = 'pending'") == 1)
    }
}
