import HTTPTypes
import Hummingbird
import PraxisCommunity

/// What a form did, said once: the word `done` in an address counts while the browser has the cookie of the answer that led there.
///
/// The page that says it takes the cookie away, so that a reload, an address that was kept or one that was made up say nothing, with
/// and without the script. Nothing on the server remembers it.
struct DoneOnce {
    private static let field = "done"
    /// A place that was set back stays so while its page is reloaded: the page does not count as read.
    private static let lasting = "unread"

    private let settings: SiteSettings
    /// Whether the request says what was done, and whether it comes from the answer to a form.
    private let isAsked: Bool
    private let isTrue: Bool

    init(_ request: Request, _ route: Route, _ settings: SiteSettings) {
        self.settings = settings
        isAsked = !route.isAPI && request.method == .get && Self.says(request.uri.query ?? "")
        isTrue = isAsked && Cookies.value(Cookies.done(settings), in: request.headers) != nil
    }

    /// The fields of the query, without what is not true any more.
    func fields(_ query: Fields) -> Fields {
        guard isAsked, !isTrue else { return query }
        return Fields(query.pairs.filter { $0.name != Self.field || $0.value == Self.lasting })
    }

    /// Lets the page that the answer leads to say it, or has it said.
    func note(in response: inout Response) {
        let name = Cookies.done(settings)
        if response.status == .seeOther,
            let query = response.headers[.location]?.split(separator: "?").dropFirst().first,
            Self.says(query)
        {
            response.headers.append(HTTPField(name: .setCookie, value: Cookies.set(name, "1", settings, seconds: 60)))
        } else if isTrue {
            response.headers.append(HTTPField(name: .setCookie, value: Cookies.clear(name, settings)))
        }
    }

    private static func says(_ query: some StringProtocol) -> Bool {
        query.split(whereSeparator: { $0 == "&" || $0 == "#" }).contains { $0.hasPrefix(field + "=") }
    }
}
