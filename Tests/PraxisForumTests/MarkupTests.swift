import PraxisTesting
import Testing

@Suite("What is looked for in the markup of a page")
struct MarkupTests {
    @Test(
        "is what a browser would mend by itself",
        arguments: [
            ("<p>One<br>two</p>", []), ("<p class=\"a > b\" hidden>3 < 4 <!-- x --></p >", []),
            ("<p><b>x</p>", ["</p> closes b", "left open: p b"]), ("</p>", ["</p> closes nothing"]),
            ("<P ID=\"a\"></p>", []), ("<p id=\"a\"></p><b\n id=\"a\"></b>", ["id a stands twice"]),
            ("<p class=a></p>", ["</p> closes nothing", "1 tags have attributes that cannot be read"]),
            ("<p class=\"a\"id=\"b\">", ["1 tags have attributes that cannot be read"]),
            ("<svg><use href=\"#a\"/></svg>", []), ("<b/></b>", ["<b/> closes itself"]),
            ("<p class=\"a", ["1 tags have attributes that cannot be read"]),
        ] as [(String, [String])]
    )
    func faults(_ html: String, _ faults: [String]) { #expect(Markup.faults(html) == faults) }
}
