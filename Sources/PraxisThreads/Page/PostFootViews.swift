import HTML
import PraxisCapability
import PraxisDomain
import PraxisWeb
import PraxisWords

/// The links and buttons under the posts of one page, with all that they share made once.
struct PostFoot {
    let member: MemberID?
    let you: HTML
    /// Of all buttons in the menus, which spares each of them a form with its token; empty for visitors.
    let form: HTML
    private let plan: ThreadPagePlan
    /// Whether one of the replies can be marked as the one that helped.
    private let marksAnswer: Bool
    private let facts: ThreadPageFacts
    private let now: Timestamp
    private let roles: PostRoles
    private let slots: [PostSlot.Foot]
    private let own: [OwnPostSlot.Below]
    /// What capabilities offer to do with the posts of others.
    private let links: [Entry]
    private let shared: Shared

    init(_ call: Call, _ page: ThreadPage) {
        member = page.reader?.facts.viewer.member
        plan = page.plan
        facts = page.facts
        marksAnswer = plan.markAnswered && call.env.capabilities.threadKinds[facts.kind].awaitsAnswer
        now = call.now
        roles = call.env.capabilities.postRoles
        slots = page.snapshot.slots.map { $0.foot(call, page.reader?.facts) }
        own = page.reader?.slots.map { $0(call) } ?? []
        you = " \(call.words.threads.read.you())"
        links = Self.links(call, page.reader?.facts)
        let id = "acts\(facts.thread)"
        form = page.reader == nil ? HTML() : "<form id=\"\(id)\" method=\"post\" hidden>\(call.tokenField)</form>\n"
        shared = Shared(call, page, form: id)
    }

    /// Nothing to visitors.
    private static func links(_ call: Call, _ facts: Facts?) -> [Entry] {
        guard let facts else { return [] }
        return call.env.capabilities.postLinks.filter { Policy.allows($0.act, facts) }
            .map { .link($0.address, $0.name(call.words)) }
    }

    /// Appends the reply, what capabilities say of a published post, and the menu.
    ///
    /// Visitors are shown what capabilities say; posts that no one else is shown yet, only what their author may do with them.
    func append(_ post: ShownPost, _ frame: ThreadPageFrames.Frame, to html: inout HTML) {
        let start = html.bytes.count
        let isShown = post.state == .published
        html.append(markup: "<footer class=\"post-foot\">")
        let content = html.bytes.count
        if member != nil, plan.refusal == nil, isShown { html += frame.reply }
        if isShown { for slot in slots { slot(post.inSlots, &html) } }
        if member != nil { appendOwn(post, to: &html) }
        if html.bytes.count == content { return html.truncate(to: start) }
        html.append(markup: "</footer>\n")
    }

    /// Appends what a member has on the post, and the menu if anything is in it.
    private func appendOwn(_ post: ShownPost, to html: inout HTML) {
        let own = post.state == .published ? own.map { $0(post.inSlots) } : []
        for foot in own { html += foot.beside }
        let menu = html.bytes.count
        html += shared.more
        let entries = html.bytes.count
        appendEntries(post, own, to: &html)
        if html.bytes.count == entries { return html.truncate(to: menu) }
        html.append(markup: "</ul></details>")
    }

    private func appendEntries(_ post: ShownPost, _ own: [OwnPostSlot.Foot], to html: inout HTML) {
        let isOwn = post.author == member, isShown = post.state == .published
        let rights = isOwn ? plan.own : plan.others
        if plan.refusal == nil, isShown { html += "\(shared.quote)\(post.id.rawValue)\(shared.quoted)" }
        if plan.belongs, isShown { shared.unread.append(post.id, to: &html) }
        for foot in own { if let button = foot.button { shared.append(button, post.id, to: &html) } }
        if isShown, marksAnswer, post.number > 1 {
            (facts.answer?.id == post.id ? shared.notHelpful : shared.helped).append(post.id, to: &html)
        }
        if edits(post, rights) { shared.edit.append(post.id, to: &html) }
        if post.editedAt != nil { shared.history.append(post.id, to: &html) }
        if rights.redact { shared.redact.append(post.id, to: &html) }
        if !isOwn, isShown { for link in links { link.append(post.id, to: &html) } }
        if rights.withdraw { shared.withdraw.append(post.id, to: &html) }
    }
}

extension PostFoot {
    /// A post of a role that others correct, too, is edited by them alone, as long as it stands.
    private func edits(_ post: ShownPost, _ rights: ThreadPagePlan.PostRights) -> Bool {
        if roles.correction(of: post.postRole) != nil { return rights.corrects.contains(post.postRole) }
        return rights.edit && EditPlan.isOpen(post.createdAt, facts.editDays, at: now)
    }

    /// An entry of a post's menu, but for the post.
    private struct Entry {
        private let address: Address<PostID>
        private let before: HTML
        private let after: HTML

        static func link(_ address: Address<PostID>, _ label: String) -> Entry {
            Entry(address: address, before: "<li><a href=\"", after: "\">\(label)</a></li>")
        }

        /// A button of the form that all menus of the page share.
        static func button(
            _ address: Address<PostID>,
            _ label: String,
            of form: String,
            style: StaticString = "btn quiet"
        ) -> Entry {
            Entry(
                address: address,
                before: "<li><button class=\"\(style.description)\" form=\"\(form)\" formaction=\"",
                after: "\">\(label)</button></li>"
            )
        }

        func append(_ post: PostID, to html: inout HTML) { html += "\(before)\(address, post)\(after)" }
    }

    /// What stands under many posts of a page, but for the post.
    private struct Shared {
        /// The space keeps the link before it and the summary apart when a page is read without its layout.
        let more: HTML
        /// Around a post's id.
        let quote: HTML
        let quoted: HTML
        /// Before the address of a capability's button.
        private let button: HTML
        let unread: Entry
        let helped: Entry
        let notHelpful: Entry
        let edit: Entry
        let history: Entry
        let redact: Entry
        let withdraw: Entry

        init(_ call: Call, _ page: ThreadPage, form: String) {
            let words = call.words.threads.read, thread = page.facts.thread, number = page.snapshot.page
            more = """
                 <details class="more" name="foot"><summary>\(call.words.common.more())<span class="vh"> \(words.moreAbout())</span></summary>\
                <ul class="menu-list">
                """
            quote = "<li><a href=\"\(Paths.composer(thread, page: number, quoting: true))"
            quoted = "#reply\">\(words.quote())</a></li>"
            button = "<li><button class=\"btn quiet\" form=\"\(form)\" formaction=\""
            unread = .button(Paths.unread, words.markUnread(), of: form)
            helped = .button(Paths.helped, words.markHelped(), of: form)
            notHelpful = .button(Paths.helped, words.notHelpful(), of: form)
            edit = .link(Paths.edit, words.edit())
            history = .link(Paths.history, words.history())
            redact = .link(Paths.redact, words.redact())
            withdraw = .button(Paths.withdraw, words.withdraw(), of: form, style: "btn quiet danger")
        }

        func append(_ own: OwnPostSlot.Button, _ post: PostID, to html: inout HTML) {
            html += "\(button)\(own.address, post)\">\(own.label)</button></li>"
        }
    }
}

extension ShownPost {
    fileprivate var inSlots: PostSlot.Post { .init(id: id, number: number, author: author, name: name) }
}
