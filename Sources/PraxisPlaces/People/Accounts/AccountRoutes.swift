import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisWeb

extension Route {
    /// Where site administrators decide on accounts that wait.
    static let accounts: [Route] = [
        .memberPage(Paths.accounts) { call in
            AccountsPageView(call: call, waiting: try await call.read(WaitingAccount.all)).response()
        },
        .form(Paths.approveAccount) { call in
            let member = try call.id("member", Noun.Member.self)
            let goingTo = try await call.env.site.decideAccount(member, isApproved: true, as: call.viewer)
            call.tell(member, .approved(goingTo: goingTo))
            return .seeOther(Paths.accounts + "?done=approved")
        },
        .form(Paths.declineAccount) { call in
            try await call.env.site.decideAccount(try call.id("member"), isApproved: false, as: call.viewer)
            return .seeOther(Paths.accounts + "?done=declined")
        },
    ]
}
