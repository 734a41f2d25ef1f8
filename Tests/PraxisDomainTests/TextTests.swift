import PraxisDomain
import Testing

@Suite("Typed text")
struct TextTests {
    @Test("is normalised, trimmed and given one kind of line end")
    func normalised() throws {
        #expect(try PostText("  e\u{301}te\r\nagain\r ").text == "\u{e9}te\nagain")
    }

    @Test(
        "has line ends of one kind and no other control characters",
        arguments: [
            ("one\u{B}two\u{C}three", "one\ntwo\nthree"),
            ("a\u{2028}b\u{2029}c\u{85}d\re\r\n\r\nf", "a\nb\nc\nd\ne\n\nf"),
            ("a\u{8}b\u{1B}[1m\u{7F}c\td", "ab[1mc\td"),
        ]
    )
    func controls(raw: String, text: String) throws { #expect(try PostText(raw).text == text) }

    @Test(
        "on one line has no line end, however it was written",
        arguments: [
            "Hello\r\nWorld", "Hello\rWorld", "Hello\n\n World", "Hello\u{2028}World", "Hello\tWorld",
            "\u{202E}Hello World",
        ]
    )
    func oneLine(raw: String) throws { #expect(try Title(raw).text == "Hello World") }

    @Test("on one line keeps the blanks that typography needs")
    func keepsBlanks() throws { #expect(try Title("Qui signe\u{A0}: vous ?").text == "Qui signe\u{A0}: vous ?") }

    @Test(
        "that nobody can see is missing",
        arguments: [
            "\u{200B}\u{200B}\u{200B}\u{200B}\u{200B}", "\u{3164}\u{2800}\u{AD} \u{FEFF}",
            "\u{202E}\u{2066}\u{E0041}\u{200D}\u{115F}",
        ]
    )
    func unseen(raw: String) throws {
        #expect(throws: Denial.input([FieldError("body", .missing)])) { try PostText(raw) }
        #expect(throws: Denial.input([FieldError("title", .missing)])) { try Title(raw) }
        #expect(throws: Denial.input([FieldError("name", .missing)])) { try TypedText.line(raw, "name", 2...100) }
        #expect(try TypedText.checked(raw, "purpose", 0...20) == "")
    }

    @Test("is as short as what can be seen of it")
    func shortOfSeen() {
        #expect(throws: Denial.input([FieldError("title", .tooShort(minimum: 5))])) {
            try Title("ab\u{200B}\u{200B}\u{200B}")
        }
    }

    @Test("of one character is a post")
    func oneCharacter() throws { #expect(try PostText("x").text == "x") }

    @Test(
        "counts its length in Unicode scalars",
        arguments: [("é", 32_000, true), ("é", 32_001, false), ("👩‍⚕️", 8_000, true)]
    )
    func lengths(piece: String, count: Int, fits: Bool) throws {
        let text = String(repeating: piece, count: count)
        if fits {
            #expect(try PostText(text).text == text)
        } else {
            #expect(throws: Denial.input([FieldError("body", .tooLong(maximum: 32_000, actual: count))])) {
                try PostText(text)
            }
        }
    }

    @Test("may not be empty or hold a NUL")
    func refused() {
        #expect(throws: Denial.input([FieldError("body", .missing)])) { try PostText(" \n\t ") }
        #expect(throws: Denial.input([FieldError("body", .holdsNull)])) { try PostText("a\0b") }
        #expect(throws: Denial.input([FieldError("title", .tooShort(minimum: 5))])) { try Title("four") }
    }

    @Test(
        "becomes a slug",
        arguments: [
            ("Équipe d’accueil", "equipe-d-accueil"), ("—", "group"), ("  A  b ", "a-b"),
            ("Cœur de métier", "coeur-de-metier"), ("Łódź & Straße", "lodz-strasse"),
        ]
    )
    func slugs(name: String, slug: String) { #expect(Slug(from: name).text == slug) }

    @Test(
        "is no slug with anything but small letters, digits and hyphens",
        arguments: ["", "-a", "A", "a b", "é", "a/b"]
    )
    func notSlugs(text: String) { #expect(Slug(exactly: text) == nil) }

    @Test(
        "is no id unless it is a positive number in plain digits",
        arguments: ["", "0", "-1", "+1", "1 ", "١", "99999999999999999999"]
    )
    func notIDs(text: String) { #expect(PostID(text) == nil) }

    @Test(
        "is no address with anything a mail system might read twice",
        arguments: [
            "", "ann", "@example.org", "ann@", "a@b@example.org", "ann@example", "-oQ@example.org", "ann @example.org",
            "ann@example.org\nx",
            "\"a b\"@example.org", "ann@exa_mple.org", "ann@-example.org", "аnn@example.org", "ann@example.org.",
            ".ann@example.org",
        ]
    )
    func notAddresses(text: String) { #expect(EmailAddress(text) == nil) }

    @Test(
        "is an address where what was pasted holds one",
        arguments: [
            "Jo <zz@example.org>", "mailto:zz@example.org?subject=Hi", "<mailto:ZZ@example.org>", "zz@example.org;",
            " zz@example.org, ",
            "zz@example.org\u{200B}", "\u{FEFF}zz@exam\u{AD}ple.org", "(zz@example.org)", "“zz@example.org”",
            "zz＠example.org",
        ]
    )
    func pasted(text: String) {
        #expect(EmailAddress(pasted: text)?.text == "zz@example.org")
        #expect(EmailAddress(text) == nil || text == " zz@example.org ")
    }

    @Test(
        "is no address where what was pasted holds none, or two",
        arguments: [
            "", "Jo", "zz@example.org, yy@example.org", "Jo <zz>", "a b@example.org", "аnn@example.org", ";<>",
            "zz@example.org.", "Jo <zz@example.org.>", "(zz@example.org.)", "zz@example.org．",
        ]
    )
    func notPasted(text: String) { #expect(EmailAddress(pasted: text) == nil) }

    @Test("is an address in small letters")
    func addresses() { #expect(EmailAddress(" Ann.Okafor+work@Example.ORG ")?.text == "ann.okafor+work@example.org") }
}
