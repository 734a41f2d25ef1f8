import Hummingbird
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
package import PraxisWeb

extension Route {
    /// Where site administrators see the state of the site's mail.
    package static let outbox: [Route] = [
        .memberPage(Paths.outbox) { call in
            let outbox = try await call.read { try OutboxPage.load(call.env.capabilities, $0) }
            return OutboxPageView(call: call, outbox: outbox).response()
        },
        .form(Paths.retryMail) { call in
            let typed = try call.form()["mail"]
            let mail = typed.flatMap { MailID($0) }
            if typed != nil, mail == nil { throw Denial.missing }
            let count = try await call.env.site.retryMail(mail, as: call.viewer)
            if mail != nil, count == 0 { throw Denial.missing }
            return .seeOther(Paths.outbox + "?done=retried")
        },
        .form(Paths.testMail) { call in
            try await call.env.site.sendTestMail(as: call.viewer)
            return .seeOther(Paths.outbox + "?done=tested#test")
        },
    ]
}
