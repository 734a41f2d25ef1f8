import HTTPTypes
import PraxisCommunity
import PraxisCrypto

/// What a request brings to say who sent it.
struct Credentials {
    let session: (hash: [UInt8], kind: Session.Kind)?
    let visitor: String?
    /// A new visitor's cookie, to be set with the answer unless a session lives: a cookie of an ended one is as good as none.
    let freshVisitor: String?

    init(_ head: HTTPRequest, _ settings: SiteSettings, _ route: Route, _ random: Randomness) {
        if route.isAPI {
            let authorization = head.headerFields[.authorization]
            let takesCookie = route.proof == .origin && authorization == nil
            session = takesCookie ? Self.cookie(head, settings) : Self.bearer(authorization)
            visitor = nil
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
