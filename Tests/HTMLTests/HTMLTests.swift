import HTML
import Testing

@Suite("HTML") struct HTMLTests {
    @Test(
        "escapes interpolated text, between tags and in attributes",
        arguments: [
            ("plain", "plain"),
            ("", ""),
            ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
            ("\" onclick=\"x", "&quot; onclick=&quot;x"),
            ("' onclick='x", "&#39; onclick=&#39;x"),
            ("&lt;", "&amp;lt;"),
            ("&&", "&amp;&amp;"),
            ("Łódź 🙂 שלום <", "Łódź 🙂 שלום &lt;"),
            ("a\tb\nc\rd", "a\tb\nc\rd"),
            ("\0\u{1}\u{8}\u{B}\u{C}\u{1F}", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
            ("\u{7F}?@/", "\u{7F}?@/"),
        ]
    )
    func escapes(text: String, expected: String) {
        let between: HTML = "<p>\(text)</p>"
        #expect(between.string == "<p>\(expected)</p>")
        let attribute: HTML = "<p title=\"\(text[...])\"></p>"
        #expect(attribute.string == "<p title=\"\(expected)\"></p>")
    }

    @Test("leaves no byte of any text that could open a tag, end an attribute or begin a reference")
    func leavesNothingUnsafe() {
        let text = String(String.UnicodeScalarView((0..<0x250).compactMap(Unicode.Scalar.init)))
        let html: HTML = "\(text)"
        #expect(!html.bytes.contains { $0 < 0x20 && ![9, 10, 13].contains($0) })
        #expect(!html.string.contains { "<>\"'".contains($0) })
        let references = html.string.split(separator: "&", omittingEmptySubsequences: false).dropFirst()
        #expect(references.count == 5)
        let known: Set<Substring> = ["amp", "lt", "gt", "quot", "#39"]
        #expect(references.allSatisfy { known.contains($0.prefix { $0 != ";" }) })
    }

    @Test("trusts literals and HTML, and escapes them no second time")
    func trusts() {
        let name = "A & B"
        let inner: HTML = "<b>\(name)</b>"
        let outer: HTML = "<p class=\"x\">\(inner)\([inner, "<hr>"])</p>"
        #expect(outer.string == "<p class=\"x\"><b>A &amp; B</b><b>A &amp; B</b><hr></p>")
        #expect(HTML(trusted: "<i>&</i>") == "<i>&</i>")
        #expect(HTML(trusted: Array("<i>".utf8)) == HTML(trusted: "<i>"))
    }

    @Test("writes numbers as their digits", arguments: [0, 7, 10, -10, 1_234_567_890, Int64.max, Int64.min])
    func numbers(number: Int64) {
        #expect(("#\(number)." as HTML).string == "#" + number.description + ".")
        #expect(("#\(Int(number))." as HTML).string == "#" + number.description + ".")
    }

    @Test("shows nothing for what is absent")
    func showsNothingForNil() {
        let noText: String? = nil
        let noHTML: HTML? = nil
        let empty: HTML = "\(noText)\(noHTML)\([])"
        #expect(empty.isEmpty)
        #expect(empty == HTML())
        let someText: String? = "<"
        let someHTML: HTML? = "<hr>"
        #expect(("\(someText)\(someHTML)" as HTML).string == "&lt;<hr>")
    }

    @Test("shows conditional HTML only where its condition holds, and makes it only then")
    func conditions() {
        var made = 0
        func note() -> HTML {
            made += 1
            return "<b>!</b>"
        }
        let html: HTML = "a\(if: false, note())b\(if: true, note())c\(if: true, "<i>\("<")</i>")"
        #expect(html.string == "ab<b>!</b>c<i>&lt;</i>")
        #expect(made == 1)
    }

    @Test("shows each element of a sequence")
    func each() {
        let names = ["a", "<"]
        let html: HTML = "<ul>\(each: names, { "<li>\($0)</li>" })</ul>\(each: 1...3, { "\($0)," })"
        #expect(html.string == "<ul><li>a</li><li>&lt;</li></ul>1,2,3,")
    }

    @Test("shows integers of every type")
    func integers() {
        let html: HTML = "\(-5) \(Int64.min) \(UInt8(7)) \(UInt64.max)"
        #expect(html.string == "-5 -9223372036854775808 7 18446744073709551615")
    }

    @Test("joins")
    func joins() {
        var html = "<p>" + ("\("&")" as HTML)
        html += "</p>"
        html.append("<hr>")
        #expect(html.string == "<p>&amp;</p><hr>")
    }
}
