import HTTPTypes
import PraxisCommunity
import PraxisDomain
import PraxisStore

extension Call {
    /// Does nothing where the request proves that its sender meant it, as its route asks.
    /// - Throws: `Denial.signedOut`, `.forged`.
    func prove() throws(Denial) {
        switch route.proof {
        case .none, .password, .link: return
        case .bearer: if session == nil { throw .signedOut }
        case .origin:
            // A bearer token is sent by nobody's page but its owner's.
            guard head.headerFields[.authorization] == nil else { return }
            let site = head.headerFields[.secFetchSite]
            guard site == nil || site == "same-origin", head.headerFields[.origin] != "null", sender != .foreignPage
            else { throw .forged }
        case .form:
            if sender == .foreignPage { throw .forged }
            // Before the token: that of a session which has ended holds no more.
            if route.needsMember, session == nil { throw .signedOut }
            guard FormToken.holds(try form()["token"], env.store.siteKey, formSecret) else { throw .forged }
        }
    }
}
