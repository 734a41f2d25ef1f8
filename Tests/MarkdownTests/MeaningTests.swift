import HTML
import Markdown
import Testing

@Suite("The meaning of a text") struct MeaningTests {
    @Test(
        "is not changed by what Markdown makes of it",
        arguments: [
            ("take 2~3 tablets or 4~5 at night", "<p>take 2~3 tablets or 4~5 at night</p>\n"),
            ("take 2*3 tablets, 4*5 at night", "<p>take 2*3 tablets, 4*5 at night</p>\n"),
            ("10mg*2 and 20mg*3, `2*3`", "<p>10mg*2 and 20mg*3, <code>2*3</code></p>\n"),
            ("*2* and a*b*c", "<p><em>2</em> and a<em>b</em>c</p>\n"),
            (">38 °C: call", "<p>&gt;38 °C: call</p>\n"),
            ("> 38 °C: call", "<blockquote>\n<p>38 °C: call</p>\n</blockquote>\n"),
            ("\\\\server\\Policies", "<p>\\\\server\\Policies</p>\n"),
            ("Kind regards\n--\nAnn", "<p>Kind regards<br>\n--<br>\nAnn</p>\n"),
            ("Kind regards\n-- \nAnn", "<p>Kind regards<br>\n--<br>\nAnn</p>\n"),
            ("Kind regards\n-\nAnn", "<p>Kind regards<br>\n-<br>\nAnn</p>\n"),
            ("[Update]: resolved", "<p>[Update]: resolved</p>\n"),
            ("Dear all\n[Outcome]: stable\nThanks", "<p>Dear all<br>\n[Outcome]: stable<br>\nThanks</p>\n"),
            ("[call me](urgently)", "<p>[call me](urgently)</p>\n"),
            ("&#1; &#xFDD0;", "<p>&amp;#1; &amp;#xFDD0;</p>\n"),
        ]
    )
    func isKept(source: String, html: String) {
        #expect(Markdown.render(source).html.string == html)
    }

    @Test("is not changed by what no character is")
    func noncharacters() {
        for number in 0xFDD0...0xFDEF {
            let typed = "a" + String(decoding: [UInt16(number), 0x62], as: UTF16.self)
            let html = Markdown.render(typed).html.string.unicodeScalars
            #expect(!html.contains("*") && !html.contains("[") && !html.contains("|") && !html.contains("&"))
        }
    }

    @Test("keeps a definition that a link uses out of sight, and shows one that none uses")
    func definitions() {
        let link = "<a href=\"https://a.example\" rel=\"nofollow ugc noopener\">"
        #expect(
            Markdown.render("See [the page][1].\n\n[1]: https://a.example").html.string
                == "<p>See \(link)the page</a>.</p>\n"
        )
        #expect(
            Markdown.render("See below.\n\n[1]: https://a.example").html.string
                == "<p>See below.</p>\n<p>[1]: \(link)https://a.example</a></p>\n"
        )
    }

    @Test(
        "keeps an address apart from the mark behind it",
        arguments: ["”", "’s", "—see", "…", "。谢谢", "»", " »", "）", "، و", "\u{A0}!", "\u{200B}x"]
    )
    func addressesEnd(rest: String) {
        for address in ["https://example.org/page", "http://example.org/a_b_(c)", "www.example.org/p%C3%A9"] {
            let href = address.hasPrefix("w") ? "http://" + address : address
            #expect(
                Markdown.render("“" + address + rest).html.string.hasPrefix("<p>“<a href=\"\(href)\"")
                    || address.hasPrefix("w"),
                "\(address + rest)"
            )
            #expect(
                Markdown.render("x " + address + rest).html.string.contains("\">\(address)</a>\(rest)"),
                "\(address + rest)"
            )
        }
    }

    @Test("lets letters of every script be part of an address, and what stands between marks be as it was typed")
    func addressesGoOn() {
        let shown = { (source: String) in Markdown.render(source).html.string }
        #expect(shown("https://ja.wikipedia.org/wiki/看護").contains(">https://ja.wikipedia.org/wiki/看護</a>"))
        #expect(shown("[a](https://a.example/b’s)").contains("href=\"https://a.example/b%E2%80%99s\""))
        #expect(shown("<https://a.example/b’s>").contains("href=\"https://a.example/b%E2%80%99s\""))
        #expect(shown("`https://a.example/b’s`") == "<p><code>https://a.example/b’s</code></p>\n")
    }

    @Test(
        "leads to the mailbox that was typed, or to none",
        arguments: [
            ("jo.o'neil@example.org", "jo.o&#39;neil@example.org"),
            ("(jo.o’neil@example.org)", "jo.o&#39;neil@example.org"),
            ("jörg@example.org", "j%C3%B6rg@example.org"), ("'ann@example.org'", "ann@example.org"),
            ("联系ann@example.org谢谢", "ann@example.org"), ("d'anne@example.org", nil), ("a&b@example.org", nil),
            ("ann@mail.exämple.org", nil),
        ]
    )
    func mailboxes(source: String, address: String?) {
        let html = Markdown.render(source).html.string
        #expect(html.contains("mailto:") == (address != nil))
        if let address { #expect(html.contains("href=\"mailto:\(address)\"")) }
        #expect(Markdown.render(source).plain == source)
    }

    @Test("leads to the mailbox between angle brackets, whatever stands before it")
    func angleBrackets() {
        let html = Markdown.render("Ann<ann@example.org>, a&<bob@example.org>").html.string
        #expect(html.contains("Ann<a href=\"mailto:ann@example.org\""))
        #expect(html.contains("a&amp;<a href=\"mailto:bob@example.org\""))
    }

    @Test(
        "is the same in plain text: what is struck out is not said, and what is quoted stands in quotation marks",
        arguments: [
            ("Give ~~10~~ 5 mg, and ~~do not~~ phone the parents", "Give […] 5 mg, and […] phone the parents"),
            ("~~[a](https://b.example) `c`~~", "[…]"),
            ("> Stop the insulin at once\n\nI do not agree", "“Stop the insulin at once”\nI do not agree"),
            ("> a\n> > b\n>\n> c", "“a\n‘b’\nc”"),
            ("- > a\n- b", "• “a”\n• b"),
        ]
    )
    func plainText(source: String, plain: String) {
        #expect(Markdown.render(source).plain == plain)
    }

    @Test("keeps the cells of a row that its table has no column for")
    func cells() {
        let html = Markdown.render("| a | b |\n|---|---|\n| c | d | e \\| f | g |\n| h").html.string
        #expect(html.contains("<td>d | e | f | g</td>"))
        #expect(html.contains("<td>h</td>\n<td></td>"))
    }
}
