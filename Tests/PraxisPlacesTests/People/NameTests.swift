import PraxisDomain
import PraxisForum
import PraxisPlaces
import PraxisStore
import PraxisTesting
import Testing

@Suite("A name")
struct NameTests {
    @Test(
        "is taken as people have them",
        arguments: [
            "Ann Okafor", "X", "Zoë O’Brien-Smith", "J. R. R. Tolkien", "Dr. Sam Ellis", "Ann (she/her)",
            "Анна Иванова", "Νίκος Αλεξίου",
            "山田 太郎", "محمد علي", "Nguyễn Thị Hương", "Anna Иванова", "3rd Ward", "d'Arcy", "Jean-François", "अनिता शर्मा",
            "علی\u{200C}رضا", "ශ්\u{200D}රී ලාල්", "ന\u{D4D}\u{200D}", "Jo Smith M.Sc.", "Anne St.John", "Dr.med. Jo",
            "Jo Ph.D., R.N.", "Ann 👩\u{200D}⚕\u{FE0F}",
        ]
    )
    func taken(_ name: String) throws { #expect(try NamePlan.checked(name) == TypedText.normalised(name)) }

    @Test(
        "is taken in its tidy form",
        arguments: [
            "Mia  O’Brien", "Mia\u{A0}O’Brien", "Mia\tO’Brien\u{200B}", "\u{FEFF}Mia\r\nO’Brien\u{200E} ",
            "\u{202D}Mia\u{2028}O’Brien\u{202C}",
        ]
    )
    func tidied(_ name: String) throws { #expect(try NamePlan.checked(name) == "Mia O’Brien") }

    @Test(
        "is refused where it is nothing, cannot be seen, looks like another's or makes a link",
        arguments: [
            ("", FieldError.Problem.missing), ("   ", .missing), ("...", .missing), ("👍", .missing),
            (String(repeating: "x", count: 81), .tooLong(maximum: 80, actual: 81)),
            ("ad\u{200B}min", .holdsUnseen), ("ad\u{AD}min", .holdsUnseen), ("a\u{200D}b", .holdsUnseen),
            ("a\u{200C}b", .holdsUnseen), ("a\u{FEFF}b", .holdsUnseen), ("a\u{200F}b", .holdsUnseen),
            ("a\u{E000}b", .holdsUnseen),
            ("a\u{FE0F}b", .holdsUnseen), ("a\u{0}b", .holdsNull), ("\u{200B}\u{200B}", .missing),
            ("\u{430}dmin", .nameLooksLikeAnother), ("adm\u{3B9}n", .nameLooksLikeAnother),
            ("\u{FF41}\u{FF44}\u{FF4D}\u{FF49}\u{FF4E}", .nameLooksLikeAnother),
            ("\u{1D41A}dmin", .nameLooksLikeAnother),
            ("Z" + String(repeating: "\u{335}", count: 40), .nameLooksLikeAnother),
            ("Z\u{335}\u{335}\u{335}\u{335}a", .nameLooksLikeAnother),
            ("evil.example/login", .nameHoldsALink), ("x@y", .nameHoldsALink), ("[x](http://evil)", .nameHoldsALink),
            ("www.evil", .nameHoldsALink), ("see evil.com now", .nameHoldsALink), ("(evil.com)", .nameHoldsALink),
            ("evil\u{3002}com", .nameHoldsALink), ("https:evil", .nameHoldsALink), ("10.0.0.1/x", .nameHoldsALink),
            ("t.co", .nameHoldsALink), ("Bit.ly", .nameHoldsALink), ("bit.ly", .nameHoldsALink),
            ("Evil.Com", .nameHoldsALink),
            ("m.sc", .nameHoldsALink), ("Foo.Link", .nameHoldsALink),
        ]
    )
    func refused(_ name: String, _ problem: FieldError.Problem) {
        #expect(throws: Denial.input([FieldError("name", problem)])) { try NamePlan.checked(name) }
    }

    @Test("of the naughty strings is kept unchanged or refused in words", .needsCorpora)
    func naughty() async throws {
        let site = try TestSite(), browser = try await site.browser(try await site.member("Ann"))
        let token = try await browser.token(on: "/settings")
        var kept = 0
        for name in try Corpora.naughtyStrings() {
            let fields = [("name", name), ("language", "en"), ("timeZone", "UTC")]
            let answer = try await browser.post("/settings", fields, token: token)
            #expect(answer.status == 303 || answer.status == 422, "\(name.debugDescription)")
            guard answer.status == 303 else { continue }
            kept += 1
            #expect(try await site.text("SELECT name FROM member") == NamePlan.checked(name))
        }
        #expect(kept > 100)
    }
}

@Suite("A new password")
struct PasswordPlanTests {
    @Test(
        "is refused where it is short, long, common or one's own name",
        arguments: [
            ("", FieldError.Problem.missing), ("1234567", .tooShort(minimum: 8)),
            (String(repeating: "é", count: 513), .tooLong(maximum: 1024, actual: 1026)), ("Password123", .weakPassword),
            ("Pass word 1", .weakPassword), ("ann@example.org", .weakPassword), ("Ann Okafor", .weakPassword),
            ("annokafor", .weakPassword), ("abababab", .weakPassword), ("Correct Horse Battery Staple", .weakPassword),
        ]
    )
    func refused(_ password: String, _ problem: FieldError.Problem) {
        #expect(throws: Denial.input([FieldError("password", problem)])) {
            try PasswordPlan.checked(password, notLike: ["Ann Okafor", "ann@example.org"])
        }
    }

    @Test(
        "is taken otherwise, in one composition",
        arguments: ["three dull words", "cafe\u{301} noir", String(repeating: "xyz", count: 300)]
    )
    func taken(_ password: String) throws {
        let taken = try PasswordPlan.checked(password, notLike: ["Ann Okafor"])
        #expect(Array(taken.utf8) == Array(password.replacing("e\u{301}", with: "\u{E9}").utf8))
    }
}
