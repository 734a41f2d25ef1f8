import Foundation
import PraxisDomain
import PraxisTesting
import Testing

@Suite("The markup of mails")
struct MailMarkupTests {
    private static let folder = URL(filePath: #filePath).appending(path: "../../Golden/mail").standardizedFileURL

    private func read(_ name: String) throws -> String {
        try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
    }

    @Test(
        "is what Word, Gmail and Apple Mail show alike, in every golden mail",
        arguments: GoldenMails.names,
        Language.allCases
    )
    func golden(name: String, language: Language) throws {
        let html = try read("\(name).\(language.rawValue).html")
        #expect(MailMarkup.faults(html) == [])
    }

    /// What is put in the place of what, and a part of the fault that is found then.
    struct Break {
        let of: String
        let by: String
        let fault: String

        init(_ of: String, _ by: String, _ fault: String) { (self.of, self.by, self.fault) = (of, by, fault) }
    }

    static let breaks = [
        Break("padding:24px 24px 0\"", "margin:24px\"", "margin:24px"),
        Break("text-align:left", "display:flex", "display:flex"),
        Break("text-align:left", "display:grid", "display:grid"),
        Break("text-align:left", "position:relative", "position:relative"),
        Break("text-align:left", "background-image:none", "background-image:none"),
        Break("text-align:left", "background:#f4f6f5", "background:#f4f6f5"),
        Break("font-size:18px", "font-size:1.125rem", "font-size:1.125rem"),
        Break("color:#1b2427", "color:var(--ink)", "color:var(--ink)"),
        Break("color:#1b2427", "color:#000000", "color:#000000"),
        Break("color:#1b2427", "color:#123", "color:#123"),
        Break("color:#1b2427", "color:#8a9aa0", "on #fcfdfd"),
        Break("#fcfdfd", "#ffffff", "background-color:#ffffff"),
        Break(".ink{color:#edf2f3", ".ink{color:#37454b", "dark"),
        Break(".ink{color:#edf2f3", ".ink{color:#fff", "not all can read"),
        Break("width:100%;max-width", "max-width", "greatest width alone"),
        Break("width=\"600\"", "width=\"640\"", "lacks <!--[if mso]>"),
        Break("border-bottom:1px solid #c5cdcf", "border-bottom:solid 1px #c5cdcf", "border-bottom:solid 1px"),
        Break("<table role=\"presentation\" ", "<table ", "a table without role"),
        Break("cellpadding=\"0\" ", "", "a table without cellpadding"),
        Break("mso-line-height-rule:exactly;", "", "Word stretches"),
        Break("bgcolor=\"#f4f6f5\" ", "", "does not see"),
        Break("[data-ogsc]", "[data-other]", "lacks [data-ogsc]"),
        Break("<style>", "<style>p{color:red}", "more than media"),
        Break("<meta name=\"color-scheme\"", "<meta name=\"scheme\"", "lacks <meta"),
        Break(" lang=\"en\"", "", "lacks <html lang"),
        Break(">Sam Ellis mentioned you, and 8 more posts<", "><", "has no title"),
        Break("h3", "h5", "h5 after h2"),
        Break("font-family:Arial,Helvetica,sans-serif;", "", "no typeface"),
        Break("font-size:16px", "font-size:13px", "13 px"),
        Break(">Unsubscribe</a>", ">click here</a>", "called “click here”"),
        Break("href=\"http://127.0.0.1:8080/new\"", "href=\"/new\"", "leads to /new"),
        Break("<strong>Riverside</strong>", "<strong style=\"padding:8px\">Riverside</strong>", "<strong> has padding"),
        Break("</h1>", "</h1><img src=\"http://127.0.0.1/x.png\">", "has a <img>"),
        Break("</h1>", "</h1>" + String(repeating: " ", count: 90_000), "cut it off"),
    ]

    @Test("is found wanting when it is broken", arguments: breaks.indices)
    func broken(index: Int) throws {
        let change = Self.breaks[index], html = try read("digest-full.en.html")
        #expect(html.contains(change.of), "nothing is broken")
        let faults = MailMarkup.faults(html.replacing(change.of, with: change.by))
        #expect(faults.contains { $0.contains(change.fault) }, "\(change): \(faults.prefix(3))")
    }
}
