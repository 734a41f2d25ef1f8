import Foundation
import HTTPTypes
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisPlaces
import PraxisStore
import PraxisTesting
import Testing

@Suite("Search, whatever the spelling,")
struct SearchSpellingTests {
    @Test(
        "finds a word as others write it",
        arguments: [
            (
                "In Miʼkmaʼki and Hawaiʻi",
                ["Mi'kma'ki", "Mi’kma’ki", "mikmaki", "Hawai'i", "Hawai’i", "Hawaii", "hawaiʻi"]
            ),
            ("Hawaii only", ["Hawai'i", "Hawaiʻi"]),
            ("safe\u{AD}guard\u{200B}ing", ["safeguarding", "safe\u{AD}guarding"]),
            ("The conﬁdential oﬃce ﬂoor", ["confidential", "office", "floor", "ﬂoor"]), ("floor plan", ["ﬂoor"]),
            ("le cœur, un œdème", ["coeur", "oedeme", "cœur", "ŒDÈME"]), ("coeur", ["cœur"]),
            ("Straße nach Łódź, Søren, Đinh, ışık", ["strasse", "lodz", "soren", "dinh", "isik"]),
            (
                "e-mail, co-production, re-admission",
                ["e-mail", "email", "e‑mail", "coproduction", "re-admission", "readmission", "admission", "mail"]
            ),
            ("email and coproduction and readmission", ["e-mail", "co-production", "re-admission"]),
            ("The N.H.S. and a G.P., Ph.D.", ["NHS", "N.H.S.", "GP", "G.P.", "PhD", "Ph.D."]),
            ("NHS and PhD", ["N.H.S.", "Ph.D"]),
            ("l’école, aujourd’hui", ["ecole", "l'ecole", "lecole", "aujourdhui", "hui"]),
            ("les étudiant·e·s", ["etudiantes", "étudiant"]),
            ("COVID-19 and B-12", ["covid19", "covid-19", "B12", "covid"]),
            ("我们今天讨论服药问题", ["今天", "服药", "讨论服药", "我们"]), ("訪問看護ステーション", ["看護", "ステーション", "訪問看護"]),
            ("วันนี้เราคุยเรื่องยา", ["เรื่อง", "ยา", "คุย"]), ("약을 먹고 학교에서", ["약", "학교"]), ("बच्चों की किताब", ["किताब", "बच्चों"]),
            ("TB, BP, R&D, 24/7, C++", ["TB", "R&D", "24/7", "C++", "c"]),
        ]
    )
    func finds(body: String, words: [String]) async throws {
        let world = try await SearchWorld()
        try await world.write("Alpha thread", body)
        for word in words { #expect(try await world.found(word).titles == ["Alpha thread"], "\(word)") }
    }

    @Test(
        "finds no more than that",
        arguments: [
            ("Give 1.5 or 2-3 mg", ["15", "23", "53"]), ("It ended.Then we left", ["endedthen"]),
            ("e-mail", ["ail", "ema"]),
            ("2½ mg", ["212", "21"]), ("我们今天", ["天今"]), ("one - two", ["onetwo"]),
            ("\u{AD}\u{200B} text", ["\u{AD}", "'"]),
        ]
    )
    func findsNoMore(body: String, words: [String]) async throws {
        let world = try await SearchWorld()
        try await world.write("Alpha thread", body)
        for word in words { #expect(try await world.found(word).titles == [], "\(word)") }
    }

    @Test(
        "marks what was found, as it was written",
        arguments: [
            ("send an e-mail now", "email", "send an <mark>e-mail</mark> now"),
            ("send an e-mail now", "e", "send an <mark>e</mark>-mail now"),
            ("send an e-mail now", "mail", "send an e-<mark>mail</mark> now"),
            ("send an email now", "e-mail", "send an <mark>email</mark> now"),
            ("send an e-mail now", "\"e-mail now\"", "send an <mark>e-mail now</mark>"),
            ("co-op", "co op", "<mark>co</mark>-<mark>op</mark>"),
            ("in Hawaiʻi now", "hawaii", "in <mark>Hawaiʻi</mark> now"),
            ("à l’école", "ecole", "à l’<mark>école</mark>"),
            ("a safe\u{AD}guarding lead", "safeguarding", "a <mark>safe\u{AD}guarding</mark> lead"),
            ("the oﬃce", "office", "the <mark>oﬃce</mark>"),
            ("我们今天讨论", "今天", "我们<mark>今天</mark>讨论"),
            ("e-mail & mail", "email mail", "<mark>e-mail</mark> &amp; <mark>mail</mark>"),
        ]
    )
    func marks(body: String, query: String, snippet: String) async throws {
        let world = try await SearchWorld()
        try await world.write("Alpha thread", body)
        #expect(try await world.found(query).items.first?.snippet == snippet)
    }

    @Test(
        "finds a reply by one word of its own and one of its thread's title, and by the title alone the first post only"
    )
    func titles() async throws {
        let world = try await SearchWorld()
        let thread = try await world.write("Medication changes", "Who knows?")
        let reply = try await world.site.reply(
            "Try the lorazepam protocol",
            to: thread,
            of: world.community,
            by: world.ann
        )
        #expect(try await world.found("Medication lorazepam").items.map(\.id) == [String(reply.rawValue)])
        #expect(try await world.found("medication changes").items.map(\.id) == ["1"])
        #expect(try await world.found("lorazepam -medication").items.map(\.id) == [String(reply.rawValue)])
        let bearer = ("Authorization", "Bearer " + (try await world.site.bearer(world.ann)))
        let changed = try await Browser(world.site).send(
            .patch,
            "/api/v1/threads/\(thread)",
            body: #"{"title":"Insulin changes","version":1}"#,
            headers: [bearer, ("Content-Type", "application/json")]
        )
        #expect(changed.status == 200, "\(changed.text)")
        #expect(try await world.found("medication lorazepam").words == "some")
        #expect(try await world.found("insulin lorazepam").items.map(\.id) == [String(reply.rawValue)])
        try await world.site.write { db in
            _ = try db.run("INSERT INTO postSearch (postSearch, rank) VALUES ('integrity-check', 1)")
        }
    }

    @Test("says so when no post has all the words, and shows those with some")
    func someWords() async throws {
        let world = try await SearchWorld()
        try await world.write("Alpha thread", "An asthma plan.")
        try await world.write("Bravo thread", "The pump is broken.", in: world.circle)
        let found = try await world.found("asthma pump")
        #expect(found.titles == ["Alpha thread"] && found.words == "some")
        let page = try await world.page("asthma pump").text
        #expect(page.contains("No post has all of these words") && page.contains("<mark>asthma</mark>"))
        #expect(
            try await world.found("asthma pump", by: world.ann).titles.sorted() == ["Alpha thread", "Bravo thread"]
        )
        #expect(try await world.found("asthma plan").words == "all")
        #expect(try await world.found("zebra giraffe").titles == [])
    }

    @Test("says which operators it took for words, on the page and as JSON")
    func notUnderstood() async throws {
        let world = try await SearchWorld()
        try await world.write("Alpha thread", "zebra status sleepy")
        let found = try await world.found("zebra status:sleepy -before:2026-01-01")
        #expect(found.titles == ["Alpha thread"] && found.notUnderstood == ["status:sleepy", "-before:2026-01-01"])
        #expect(try await world.page("status:<i>").text.contains("not a filter we know: status:&lt;i&gt;"))
        #expect(try await world.found("zebra https://example.org").notUnderstood == [])
    }

    @Test(
        "takes any words of a name, with whatever apostrophe",
        arguments: [
            ("from:O'Brien", ["Mia"]), ("from:O’Brien", ["Mia"]), ("from:\"Mia O’Brien\"", ["Mia"]),
            ("from:\"Pat O'Dowd\"", ["Pat"]),
            ("from:Hoa", ["Hoa"]), ("from:\"van der Berg\"", ["Mary"]), ("from:Mary", ["Mary"]),
            ("from:mary-anne", ["Mary"]),
            ("from:Soren", ["Soren"]), ("from:李", ["Li"]), ("from:Ber", []), ("from:\"Mia Berg\"", []),
            ("from:\"*\"", []),
            ("kind:discussion -from:O'Brien -from:Hoa -from:Mary -from:李", ["Pat", "Soren"]),
        ]
    )
    func names(query: String, titles: [String]) async throws {
        let world = try await SearchWorld()
        let people = [
            ("Mia O'Brien", "Mia"), ("Pat O’Dowd", "Pat"), ("Nguyễn Thị Hoa", "Hoa"),
            ("Dr. Mary-Anne van der Berg", "Mary"), ("Søren", "Soren"),
            ("李小龍", "Li"),
        ]
        for (name, title) in people {
            let email = try #require(EmailAddress("\(title)@example.org"))
            let member = try await world.site.env.site.command { db in
                try db.addMember(NewMember(email: email, name: name), by: .system())
            }
            try await world.site.join(member, world.community)
            try await world.write(title + " thread", "zebra", by: member)
        }
        #expect(Set(try await world.found(query).titles) == Set(titles.map { $0 + " thread" }))
        if query.hasPrefix("from:"), !query.contains("*") {
            let field = "&from=" + encoded(String(query.dropFirst(5)).replacing("\"", with: ""))
            #expect(Set(try await world.found("zebra", field).titles) == Set(titles.map { $0 + " thread" }))
        }
    }

    @Test(
        "takes a group by words of its name, or by its address",
        arguments: [
            "group:\"Nouveaux arrivants\"", "group:arrivants", "group:nouveaux-arrivants",
            "group:\"nouveaux ARRIVANTS\"",
        ]
    )
    func groups(query: String) async throws {
        let world = try await SearchWorld()
        let named = NewGroup(slug: Slug(from: "Nouveaux arrivants"), name: "Nouveaux arrivants")
        let group = try await world.site.env.communities[world.community].command { db in
            try db.addGroup(named, in: world.community, by: Permit.system().mandate)
        }
        try await world.write("Alpha thread", "giraffe", in: group)
        try await world.write("Bravo thread", "giraffe")
        #expect(try await world.found(query + " giraffe").titles == ["Alpha thread"])
        #expect(try await world.found("-" + query + " giraffe").titles == ["Bravo thread"])
    }
}
