import HTTPTypes
import Hummingbird
import PraxisCommunity
import PraxisDomain

// A member's choice lies with the account, and in a cookie besides: the pages before signing in look as those after it.
extension Call {
    /// How this page looks: as its member has chosen, or as the last member did who was signed in with this browser.
    var appearance: Appearance { session?.appearance ?? remembered ?? .usual }

    private var remembered: Appearance? {
        guard route.hasCookies, !route.isAPI else { return nil }
        return Cookies.value(Cookies.appearance(env.settings), in: head.headerFields).flatMap(Appearance.init(name:))
    }

    /// Sets the cookie of a member whose choice it does not say yet; what is usual needs none.
    func rememberAppearance(in response: inout Response) {
        guard let chosen = session?.appearance, route.hasFrame, chosen != remembered ?? .usual else { return }
        let name = Cookies.appearance(env.settings)
        let cookie =
            chosen == .usual
            ? Cookies.clear(name, env.settings) : Cookies.set(name, chosen.name, env.settings)
        response.headers.append(HTTPField(name: .setCookie, value: cookie))
    }
}

extension Appearance {
    /// Its two words, as the cookie and the variant of a kept page say them.
    var name: String { "\(theme.rawValue).\(textSize.rawValue)" }

    fileprivate init?(name: String) {
        let words = name.split(separator: ".", omittingEmptySubsequences: false)
        guard words.count == 2, let theme = Theme(rawValue: String(words[0])),
            let textSize = TextSize(rawValue: String(words[1]))
        else { return nil }
        self.init(theme: theme, textSize: textSize)
    }
}
