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
            \(previewSection(words.digest.mail.toMe(), mail.content.toMe, mail))\
            \(each: mail.content.communities, { part in
                previewSection(part.place.communityName, part.followed + part.groups.flatMap(\.items), mail, part)
            })\(mail.quiet.map { "<p class=\"meta\">\($0)</p>" as HTML })
            <section class="card"><h2>\(said.asText())</h2><pre tabindex="0">\(message.text)</pre></section>
            """
        return page
    }

    private func previewSection(
        _ title: String,
        _ items: [DigestContent.Item],
        _ mail: DigestMail,
        _ part: DigestContent.Part? = nil
    ) -> HTML {
        let unnamed = (part?.unnamed ?? []).map { "<p>\(mail.unnamed($0))</p>" as HTML }
        let questions = (part?.questions ?? []).map { DigestContent.Item(thread: $0, posts: []) }
        if items.isEmpty && unnamed.isEmpty && questions.isEmpty { return HTML() }
        let asked: HTML = """
            <h3>\(words.digest.mail.questions())</h3><ul class="threads">\(each: questions, { previewLine($0, mail) })</ul>
            """
        return """
            <section class="card"><h2>\(title)</h2>\
            \(if: !items.isEmpty, "<ul class=\"threads\">\(each: items, { previewLine($0, mail) })</ul>")\
            \(unnamed)\(if: !questions.isEmpty, asked)</section>
            """
    }

    private func previewLine(_ item: DigestContent.Item, _ mail: DigestMail) -> HTML {
        """
        <li><h3 dir="auto"><a href="\(Paths.firstNew(item.thread.id, after: item.thread.firstNumber - 1))">\(item.thread.title)</a></h3>\
        <p class="meta">\(mail.meta(item.thread, namesPlace: item.thread.toMe > 0))</p>\
        \(each: item.posts, { "<p><strong>\(mail.author($0))</strong> <small>\(mail.time($0))</small><br><span dir=\"auto\">\($0.text)</span></p>" as HTML })</li>
        """
    }
}
