import PraxisDomain
import Testing

@Suite("Typed text")
struct TextTests {
    @Test("is normalised, trimmed and given one kind of line end")
    func normalised() throws {
        #expect(try PostText("  e\u{301}te\r\nagain\r ").text == "\u{e9}te\nagain")
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

    @Test("becomes a slug", arguments: [("Équipe d’accueil", "equipe-d-accueil"), ("—", "group"), ("  A  b ", "a-b")])
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

    @Test("is an address in small letters")
    func addresses() { #expect(EmailAddress(" Ann.Okafor+work@Example.ORG ")?.text == "ann.okafor+work@example.org") }
}
