import HTTPTypes
import PraxisCommunity
import PraxisStore

/// Which page sent a form, according to the browser.
enum Sender {
    case ownPage
    case foreignPage
    /// Older browsers do not say, and our pages send no referrer.
    case unknown
}

extension Call {
    var sender: Sender {
        let site = head.headerFields[.secFetchSite], origin = head.headerFields[.origin]
        if let site, site != "same-origin", site != "none" { return .foreignPage }
        guard let origin, origin != "null" else { return site == "same-origin" ? .ownPage : .unknown }
        let isOwn = origin == env.settings.baseURL || origin.hasSuffix("://" + (head.authority ?? "/"))
        return isOwn ? .ownPage : .foreignPage
    }

    /// Whether one of our own pages sent this: the browser says so, or it brings a token made for this browser, even for a session that has
    /// ended.
    var isFromOwnPage: Bool {
        switch sender {
        case .ownPage: return true
        case .foreignPage: return false
        case .unknown:
            let token = (try? form())?["token"], key = env.store.siteKey
            return FormToken.holds(token, key, formSecret) || FormToken.holds(token, key, endedSecret)
        }
    }
}
