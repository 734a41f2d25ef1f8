import HTML
import PraxisCapability
import PraxisDomain
import PraxisWeb
import PraxisWords

extension Call {
    /// What would be sent now: its subject, its items as a page shows them, and the text part as it is.
    func digestPreviewPage(_ mail: DigestMail?) -> Page {
        let said = words.digest.settings
        var page = Page(said.previewTitle(), main: HTML())
        page.crumbs = [
            .init(words.common.settings(), Paths.settings), .init(said.title(), Paths.mailSettings),
        ]
        page.current = Paths.settings
        guard let mail else {
            page.main = "<p class=\"empty\">\(said.previewNothing())</p>"
            return page
        }
        let message = mail.message()
        page.lead = "<p class=\"lead\">\(said.previewLead())</p>"
        page.main = """
            <dl class="facts"><dt>\(said.subject())</dt><dd>\(message.subject)</dd></dl>
            \(each: mail.sections, { $0.page(mail.drawing) })\(mail.quiet.map { "<p class=\"meta\">\($0)</p>" as HTML })
            <section class="card"><h2>\(said.asText())</h2><pre tabindex="0">\(message.text)</pre></section>
            """
        return page
    }
}
