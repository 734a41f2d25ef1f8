import HTTPTypes
import PraxisCommunity
import PraxisDomain
import PraxisStore

extension Call {
    /// Checks that the request proves its sender's intent, as its route requires.
    /// - Throws: `Denial.signedOut`, `.forged`.
    func prove() throws(Denial) {
        switch route.proof {
        case .none, .password, .link: return
        case .bearer: if session == nil { throw .signedOut }
        case .origin:
            // A bearer token is sent only by its owner's program, never by a page.
            guard head.headerFields[.authorization] == nil else { return }
            let site = head.headerFields[.secFetchSite]
            guard site == nil || site == "same-origin", head.headerFields[.origin] != "null", sender != .foreignPage
            else { throw .forged }
        case .form:
            if sender == .foreignPage { throw .forged }
            // Before the token, since that of an ended session is no longer valid.
            if route.needsMember, session == nil { throw .signedOut }
            guard FormToken.holds(try form()["token"], env.store.siteKey, formSecret) else { throw .forged }
        }
    }
}
