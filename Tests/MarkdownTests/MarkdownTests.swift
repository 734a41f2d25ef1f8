import HTML
import Markdown
import Testing

@Suite("A post") struct MarkdownTests {
    @Test(
        "is rendered",
        arguments: [
            ("", ""),
            ("Hello", "<p>Hello</p>\n"),
            ("one\ntwo\r\nthree", "<p>one<br>\ntwo<br>\nthree</p>\n"),
            ("*a* **b** ~~c~~ `d<`", "<p><em>a</em> <strong>b</strong> <del>c</del> <code>d&lt;</code></p>\n"),
            ("# a\n## b\n### c\n###### d", "<h4>a</h4>\n<h5>b</h5>\n<h6>c</h6>\n<h6>d</h6>\n"),
            ("> a\n>\n> b", "<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>\n"),
            ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
            ("3. a\n\n4. b", "<ol start=\"3\">\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ol>\n"),
            ("- [ ] a\n- [x] b", "<ul>\n<li>☐ a</li>\n<li>☑ b</li>\n</ul>\n"),
            ("```\na < b\n```", "<pre tabindex=\"0\"><code>a &lt; b\n</code></pre>\n"),
            ("~~~ please note\na\n", "<p class=\"meta\">please note</p>\n<pre tabindex=\"0\"><code>a\n</code></pre>\n"),
            ("1. a\n1. b\n1. c", "<ol>\n<li>a</li>\n<li>b</li>\n<li>c</li>\n</ol>\n"),
            ("2. a\n5. b\n6. c", "<ol start=\"2\">\n<li>a</li>\n<li value=\"5\">b</li>\n<li>c</li>\n</ol>\n"),
            ("---", "<hr>\n"),
            ("it's \"so\" & <so>", "<p>it&#39;s &quot;so&quot; &amp; &lt;so&gt;</p>\n"),
            ("a\0b", "<p>a\u{FFFD}b</p>\n"),
        ]
    )
    func isRendered(source: String, html: String) {
        #expect(Markdown.render(source).html.string == html)
    }

    @Test("shows tables in a frame that scrolls, with numbers to the right")
    func tables() {
        let rendered = Markdown.render("| a | b |\n| --- | --: |\n| *c* | 2 |")
        #expect(
            rendered.html.string == """
                <div class="scroll" tabindex="0"><table>
                <thead>
                <tr>
                <th scope="col">a</th>
                <th scope="col" class="num">b</th>
                </tr>
                </thead>
                <tbody>
                <tr>
                <td><em>c</em></td>
                <td class="num">2</td>
                </tr>
                </tbody>
                </table></div>

                """
        )
        #expect(rendered.plain == "a · b\n• c · 2")
    }

    @Test(
        "shows the HTML that was typed, as text",
        arguments: [
            ("a <b>c</b>", "<p>a &lt;b&gt;c&lt;/b&gt;</p>\n", "a <b>c</b>"),
            ("<div>\n*a*\n</div>", "<p>&lt;div&gt;<br>\n*a*<br>\n&lt;/div&gt;</p>\n", "<div>\n*a*\n</div>"),
            ("<!-- x -->", "<p>&lt;!-- x --&gt;</p>\n", "<!-- x -->"),
            ("<script>\na\n\nb", "<p>&lt;script&gt;<br>\na<br>\n<br>\nb</p>\n", "<script>\na\n\nb"),
        ]
    )
    func typedHTML(source: String, html: String, plain: String) {
        let rendered = Markdown.render(source)
        #expect(rendered.html.string == html)
        #expect(rendered.plain == plain)
    }

    @Test(
        "links",
        arguments: [
            ("[a](https://b.example/?c=1&d='2')", "https://b.example/?c=1&amp;d=&#39;2&#39;", "a"),
            ("[a](HTTPS://b.example)", "HTTPS://b.example", "a"),
            ("[a](mailto:b@c.example)", "mailto:b@c.example", "a"),
            ("[a](/t/1)", "/t/1", "a"),
            ("[a](/)", "/", "a"),
            ("[a](</t/ä b\">)", "/t/%C3%A4%20b%22", "a"),
            ("[](/t/1)", "/t/1", "/t/1"),
            ("https://b.example/c", "https://b.example/c", "https://b.example/c"),
            ("www.b.example", "http://www.b.example", "www.b.example"),
            ("b@c.example", "mailto:b@c.example", "b@c.example"),
            ("![a *b*](https://c.example/d.png)", "https://c.example/d.png", "a b"),
            ("![](https://c.example/d.png)", "https://c.example/d.png", "https://c.example/d.png"),
            ("[![a](/b.png)](/c)", "/c", "a (/b.png)"),
            ("![a [b](/b)](/c)", "/c", "a b (/b)"),
        ]
    )
    func links(source: String, address: String, text: String) {
        let rendered = Markdown.render(source)
        #expect(rendered.html.string == "<p><a href=\"\(address)\" rel=\"nofollow ugc noopener\">\(text)</a></p>\n")
    }

    @Test(
        "says in its plain text where a link leads, unless its text does or it is a place on this site",
        arguments: [
            ("[a](https://b.example/?c=1&d='2')", "a (https://b.example/?c=1&d='2')"),
            ("[a](mailto:b@c.example)", "a (mailto:b@c.example)"),
            ("[a](https://b.example \"c d\")", "a (https://b.example \"c d\")"),
            ("[a](/t/1)", "a"),
            ("[](https://b.example)", "https://b.example"),
            ("https://b.example www.c.example d@e.example", "https://b.example www.c.example d@e.example"),
            ("![a *b*](https://c.example/d.png)", "a b (https://c.example/d.png)"),
        ]
    )
    func addresses(source: String, plain: String) {
        #expect(Markdown.render(source).plain == plain)
    }

    @Test("is plain text too: a line for each block, without marks")
    func plain() {
        let source = """
            # Title

            Some *text* with [a link](https://a.example), `code` and https://b.example
            in two lines.

            > quoted

            - one
            - two
              - deeper

            8. eight
            9. nine

            ```
            let a = 1
            ```
            """
        #expect(
            Markdown.render(source).plain == """
                Title
                Some text with a link (https://a.example), code and https://b.example
                in two lines.
                “quoted”
                • one
                • two
                • deeper
                8. eight
                9. nine
                let a = 1
                """
        )
    }

    @Test("of great length is still parsed")
    func longPosts() {
        let item = "- **Point**: see [the page](https://a.example/b) (or mail a@b.example), at 12:30\n"
        let html = Markdown.render(String(repeating: item, count: 380)).html.string
        #expect(html.hasPrefix("<ul>\n<li><strong>Point</strong>: see <a href="))
        let lines = String(repeating: "12:30:01 (worker) wrote to Ann <ann@a.example>\n", count: 400)
        #expect(Markdown.render(lines).html.string.contains("<a href=\"mailto:ann@a.example\""))
        let spaces = String(repeating: " ", count: 400) + "*a*\n"
        #expect(Markdown.render(String(repeating: "b\n" + spaces, count: 50)).html.string.contains("<em>a</em>"))
    }
}
