import HTTPTypes
import PraxisCommunity
import PraxisCrypto

/// The credentials in a request.
struct Credentials {
    let session: (hash: [UInt8], kind: Session.Kind)?
    let visitor: String?
    /// A new visitor cookie, to be set with the answer unless a session is valid: the cookie of an ended session counts as none.
    let freshVisitor: String?

    init(_ head: HTTPRequest, _ settings: SiteSettings, _ route: Route, _ random: Randomness) {
        if route.isAPI {
            let authorization = head.headerFields[.authorization]
            let takesCookie = route.proof == .origin && authorization == nil
            session = takesCookie ? Self.cookie(head, settings) : Self.bearer(authorization)
            visitor = nil
            freshVisitor = nil
        } else if !route.hasCookies {
            (session, visitor) = (nil, nil)
            freshVisitor = nil
        } else {
            session = Self.cookie(head, settings)
            visitor = Cookies.value(Cookies.visitor(settings), in: head.headerFields)
            freshVisitor = visitor == nil ? random.token() : nil
        }
    }

    private static func cookie(_ head: HTTPRequest, _ settings: SiteSettings) -> ([UInt8], Session.Kind)? {
        Cookies.value(Cookies.session(settings), in: head.headerFields).map { (SHA256.hash($0), .browser) }
    }

    private static func bearer(_ authorization: String?) -> ([UInt8], Session.Kind)? {
        guard let authorization, authorization.lowercased().hasPrefix("bearer ") else { return nil }
        return (SHA256.hash(String(authorization.dropFirst(7))), .api)
    }
}
