import HTML
import PraxisCapability
import PraxisDomain
import PraxisWeb
import PraxisWords

/// What would be sent now: its subject, its items as a page shows them, and the text part as it is.
struct DigestPreviewPageView: PageView {
    let call: Call
    /// Nil if there is nothing to send.
    let mail: DigestMail?

    var page: Page {
        let said = call.words.digest.settings
        var page = Page(said.previewTitle(), main: HTML())
        page.crumbs = [
            .init(call.words.common.settings(), Paths.settings), .init(said.title(), Paths.mailSettings),
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
            \(each: mail.blocks, { $0.page(mail.drawing) })\(mail.quiet.map { "<p class=\"meta\">\($0)</p>" as HTML })
            <section class="card"><h2>\(said.asText())</h2><pre tabindex="0">\(message.text)</pre></section>
            """
        return page
    }
}
