import PraxisCommunity
import PraxisDomain
import PraxisOutbox
import PraxisPlaces
import PraxisStore
import PraxisTesting
import PraxisThreads
import PraxisTriage
import Testing

@Suite("What may identify somebody")
struct IdentityTests {
    private static let samples: [(text: String, kinds: [IdentityPlan.Kind])] = [
        ("Kayleigh Smith, NHS 943 476 5919, born 3/2/2012, BS3 4AB", [.nhsNumber, .birthDate, .postcodeAndDate]),
        ("NHS number 9434765919.", [.nhsNumber]), ("943-476-5918", [.phone]), ("94347659101 a", []),
        ("call 020 7946 0958 or 07700 900123", [.phone, .phone]), ("+44 7700 900123", [.phone]),
        ("(416) 555-0142 or 1-416-555-0142", [.phone, .phone]), ("+33 1 23 45 67 89", [.phone]),
        ("0800 1111, 1-800-668-6868, 116 123, 911 and 988", []), ("SIN 130 692 544", [.socialInsurance]),
        ("SIN 130 692 545", []), ("TREM 6203 1216", [.healthCard]), ("TREM 6213 1216 then TREM 6299 1216", []),
        ("health card 1234-567-897 AB", [.healthCard]), ("1234-567-890 AB", []),
        ("AB 12 34 56 C", [.nationalInsurance]),
        ("born on February 3, 2012", [.birthDate]), ("né le 3 février 2012", [.birthDate]),
        ("DOB 03.02.12", [.birthDate]),
        ("we met on 3/2/2012", []), ("she lives in BS3 4AB", []),
        ("BS3 4AB, 03/02/2012", [.postcodeAndDate, .postcodeAndDate]),
        ("come to BS3 4AB on 3/12/2026", []), ("ISBN 978-0-306-40615-7", []), ("invoice 20261128000123456", []),
        ("2 tablets, 10 mg, 3 times, 2012 to 2026", []), ("🌿 http://127.0.0.1:8080/t/1234567890123", []),
    ]

    @Test("is found by the checks of its kind, and what only looks like it is not", arguments: samples)
    func found(text: String, kinds: [IdentityPlan.Kind]) {
        #expect(IdentityPlan.findings(in: text, year: 2026).map(\.kind) == kinds, "\(text)")
    }

    @Test("interrupts a reply once for each text, keeps all that was typed, and never blocks")
    func interrupts() async throws {
        let world = try await WritingWorld()
        let bob = try await world.site.browser(world.bob), path = "/t/\(world.thread)/posts"
        let text = "Her NHS number is 943 476 5919."
        let asked = try await bob.post(
            path,
            [("body", text), ("replyTo", "\(world.first)"), ("key", "k")],
            from: "/drafts"
        )
        #expect(asked.status == 200 && asked.text.contains("This may identify someone"))
        #expect(asked.text.contains("<strong>943 476 5919</strong>") && asked.text.contains("could be an NHS number"))
        #expect(
            asked.text.contains(text + "</textarea>")
                && asked.text.contains("name=\"replyTo\" value=\"\(world.first)\"")
        )
        #expect(asked.text.contains("Post it as it is</button>"))
        let told = String(try #require(asked.text.firstMatch(of: /name="told" value="([0-9a-f]+)"/)).1)
        let other = try await bob.post(path, [("body", text + " Or 020 7946 0958."), ("told", told)], from: "/drafts")
        #expect(other.status == 200 && other.text.contains("020 7946 0958"))
        #expect(
            try await bob.post(path, [("body", text), ("told", told), ("key", "k")], from: "/drafts").status == 303
        )
        #expect(try await world.site.value("SELECT count(*) FROM post WHERE body = \(text)") as Int == 1)
    }

    @Test(
        "interrupts a new discussion, by its title too, and an edit that adds it, but not one that leaves what was there"
    )
    func elsewhere() async throws {
        let world = try await WritingWorld()
        let ann = try await world.site.browser(world.ann)
        let fields = [
            ("group", "everyone"), ("kind", "question"), ("title", "Who is 943 476 5919?"), ("body", "I ask."),
        ]
        let asked = try await ann.post("/c/nursing/new-thread", fields)
        #expect(asked.status == 200 && asked.text.contains("This may identify someone"))
        #expect(asked.text.contains("value=\"question\" checked"))
        let edit = "/p/\(world.first)/edit"
        let first = try await ann.post(edit, [("body", "Ring 020 7946 0958."), ("revision", "1")])
        #expect(first.status == 200 && first.text.contains("could be a phone number"))
        let told = String(try #require(first.text.firstMatch(of: /name="told" value="([0-9a-f]+)"/)).1)
        #expect(
            try await ann.post(
                edit,
                [("body", "Ring 020 7946 0958."), ("revision", "1"), ("told", told)],
                from: "/drafts"
            )
            .status == 303
        )
        let again = try await ann.post(edit, [("body", "Do ring 020 7946 0958."), ("revision", "2")], from: "/drafts")
        #expect(again.status == 303)
    }
}

@Suite("What others quoted of a removed text")
struct QuoteRedactionTests {
    private let old = "She was seen on Monday.\nKayleigh Smith from Bedminster came in.\nOk."
    private let new = "She was seen on Monday.\nA pupil came in.\nOk."

    private func blanked(_ body: String) -> String? {
        let removed = QuoteRedactionPlan.removedLines(from: [old], to: new)
        return QuoteRedactionPlan.blanked(body, without: removed, keeping: new, mark: "[removed]")
    }

    @Test("is blanked line by line, in quotations of quotations and in parts, and the rest stays")
    func plan() {
        #expect(
            blanked("> She was seen on Monday.\n> Kayleigh  Smith from Bedminster came in.\n> Ok.\n\nI agree.")
                == "> She was seen on Monday.\n> [removed]\n> Ok.\n\nI agree."
        )
        #expect(blanked("> > kayleigh smith from Bedminster") == "> > [removed]")
        #expect(blanked("Kayleigh Smith from Bedminster came in.") == "[removed]")
        #expect(blanked("> Ok.\n> A pupil came in.") == nil && blanked("> came in.") == nil && blanked("") == nil)
        #expect(blanked("I met Kayleigh Smith.") == nil)
    }

    @Test("leaves the page, the history, the search and the reports, and the post is whole afterwards")
    func everywhere() async throws {
        let world = try await WritingWorld()
        let told = try await world.reply("Mind this:\nKayleigh Marmalade from Bedminster\nPlease.", by: world.ann)
        let quote = try await world.reply("> Kayleigh Marmalade from Bedminster\n\nPoor girl.", by: world.bob)
        let ann = try await world.site.browser(world.ann), bob = try await world.site.browser(world.bob)
        #expect(try await ann.get("/p/\(told)/redact").text.contains("it becomes “[removed]”."))
        world.site.pass(.minutes(10))
        _ = try await bob.post(
            "/p/\(quote)/edit",
            [("body", "> Kayleigh Marmalade from Bedminster\n\nPoor child."), ("revision", "1")]
        )
        _ = try await ann.post("/p/\(told)/redact", [("body", "Mind this:\nA pupil\nPlease."), ("revision", "1")])
        #expect(try await world.post(quote).body == "> [removed]\n\nPoor child.")
        #expect(try await world.found("marmalade").isEmpty)
        #expect(try await world.found("child") == [quote.rawValue])
        #expect(try await !bob.get("/t/\(world.thread)").text.contains("Marmalade"))
        #expect(try await !bob.get("/p/\(quote)/history").text.contains("Marmalade"))
        #expect(try await world.site.value("SELECT count(*) FROM revision WHERE NOT isSealed") as Int == 0)
        let row = try await world.site.env.store.read { db in
            try db.first(
                "SELECT authorId, threadId, number, role, createdAt, hash, body FROM post WHERE id = \(quote)"
                    as SQL<HashedPost>
            )
        }
        #expect(row?.isWhole == true)
        #expect(try await world.site.value("SELECT count(*) FROM journal WHERE event = 'redacted'") as Int == 2)
        #expect(try await world.site.value("SELECT count(*) FROM audit WHERE act = 'redacted'") as Int == 1)
    }
}

/// A post with what its hash is over.
private struct HashedPost: RowDecodable, Sendable {
    let isWhole: Bool

    init(_ columns: inout Columns) throws {
        let author: MemberID = try columns.id(), thread: ThreadID = try columns.id(), number = try columns.int()
        let role: PostRole = try columns.word(), createdAt = try columns.time(), hash = try columns.bytes(),
            body = try columns.text()
        let computed = PostHash.of(
            author: author,
            thread: thread,
            number: number,
            role: role,
            createdAt: createdAt,
            body: body
        )
        isWhole = hash == computed
    }
}
