import HTML
import PraxisCapability
import PraxisDomain
import PraxisWeb
import PraxisWords

/// The accounts that wait for a site administrator.
struct AccountsPageView: PageView {
    let call: Call
    let waiting: [WaitingAccount]

    private var said: AccountsWords { call.words.people.accounts }

    var page: Page {
        let list: HTML = "<div class=\"card\"><ul class=\"people\">\(each: waiting, line)</ul></div>"
        let empty: HTML = "<p class=\"empty\">\(said.none())</p>"
        var page = Page(said.heading(), main: waiting.isEmpty ? empty : list)
        page.crumbs = [Page.Crumb(call.words.common.settings(), Paths.settings)]
        switch call.query["done"] {
        case "approved": page.banner = call.banner(said.doneApproved())
        case "declined": page.banner = call.banner(said.doneDeclined())
        default: break
        }
        return SettingsMenu(call, at: Paths.accounts).beside(page)
    }

    private func line(_ account: WaitingAccount) -> HTML {
        """
        <li>\(face(account.name, account.id))<div class="who"><p><strong>\(account.name)</strong></p>\
        <p class="meta">\(account.email) · \(call.time(account.askedAt))</p></div>\
        \(call.button(Paths.approveAccount(account.id), said.approve(), style: "btn alt", about: account.name))\
        \(call.button(Paths.declineAccount(account.id), said.decline(), style: "btn quiet danger", about: account.name))</li>

        """
    }
}
