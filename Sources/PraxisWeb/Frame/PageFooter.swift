package import HTML
import PraxisCommunity
import PraxisDomain
import PraxisWords

/// What stands at the end of every page, drawn once for each language.
package struct PageFooter: Snapshot {
    let html: HTML
    /// Differs whenever what it says differs.
    let version: Int

    /// A footer in its frame.
    package init(_ content: HTML, version: Int) {
        html = "<footer class=\"bottom\"><div class=\"wrap\">\(content)</div></footer>"
        self.version = version
    }

    package var cost: Int { html.bytes.count + 100 }
}

extension Call {
    /// Which of the pages of one address a visitor is shown: those of another language, or with another footer, are kept apart.
    package var visitorVariant: String {
        "visitor \(words.language.rawValue) \(appearance.name) \(footer?.version ?? 0)"
    }
}
