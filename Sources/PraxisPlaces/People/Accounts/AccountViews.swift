import HTML
import PraxisDomain
import PraxisWeb
import PraxisWords

extension Call {
    /// The accounts that wait for a site administrator.
    func accountsPage(_ waiting: [WaitingAccount]) -> Page {
        let words = peopleWords.accounts
        let list: HTML = "<div class=\"card\"><ul class=\"people\">\(each: waiting, accountLine)</ul></div>"
        var page = Page(
            words.heading(),
            main: waiting.isEmpty ? "<p class=\"empty\">\(self.words.common.nothingHere())</p>" : list
        )
        page.crumbs = [Page.Crumb(self.words.common.settings(), Paths.settings)]
        switch query["done"] {
        case "approved": page.banner = banner(words.doneApproved())
        case "declined": page.banner = banner(words.doneDeclined())
        default: break
        }
        return page
    }

    private func accountLine(_ account: WaitingAccount) -> HTML {
        let words = peopleWords.accounts
        return """
            <li>\(face(account.name, account.id))<div class="who"><p><strong>\(account.name)</strong></p>\
            <p class="meta">\(account.email) · \(time(account.askedAt))</p></div>\
            \(button(Paths.account(account.id, "approve"), words.approve(), style: "btn alt", about: account.name))\
            \(button(Paths.account(account.id, "decline"), words.decline(), style: "btn quiet danger", about: account.name))</li>

            """
    }
}
