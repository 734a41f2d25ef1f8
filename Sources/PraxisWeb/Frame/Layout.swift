import PraxisWords
import HTTPTypes
package import HTML
import PraxisCommunity
import PraxisDomain
package import Hummingbird

/// A page without its frame: the result of a view function.
package struct Page: Sendable {
    /// How the room of a wide page is divided.
    package enum Shape: Sendable {
        /// One column of reading width.
        case reading
        /// The full width.
        case wide
        /// Two thirds, and an aside.
        case columns
        /// A list with a narrow aside.
        case list
        /// Two halves: a list, and one of its items in the aside.
        case halves

        /// Said at the top of the page: what depended on its main part would move what is painted before that has come.
        fileprivate var style: StaticString? {
            switch self {
            case .reading, .wide: nil
            case .columns: "grid"
            case .list: "grid list"
            case .halves: "grid halves"
            }
        }
    }

    package var title: String
    /// The place that the page belongs to, for the browser's title, if the heading does not name it.
    package var place = ""
    package var crumbs: [Crumb] = []
    package var shape = Shape.reading
    /// Shown above the heading.
    package var banner = HTML()
    /// Everything after the heading.
    package var main: HTML
    /// A line below the heading.
    package var lead = HTML()
    package var aside: Aside?
    /// The path of this page's entry in the main navigation.
    package var current = ""
    /// That entry; of the pages of a community that name none, the one of all communities.
    fileprivate var entry: String {
        let isOfCommunity = crumbs.contains { $0.path?.hasPrefix("/c/") ?? false }
        return current.isEmpty && isOfCommunity ? Paths.communities : current
    }
    /// Attributes of the heading, and of the element around everything but header and footer.
    package var heading = HTML()
    package var region = HTML()
    /// The live events that the page follows while it is open, for signed-in members.
    package var live: LiveThread?

    package init(_ title: String, main: HTML) { (self.title, self.main) = (title, main) }

    /// An ancestor of the page.
    package struct Crumb: Sendable {
        package let name: String
        /// Nil for an ancestor that the reader may not open.
        package let path: String?

        package init(_ name: String, _ path: String?) { (self.name, self.path) = (name, path) }
    }

    /// What stands on the right of a wide page.
    package struct Aside: Sendable {
        /// Where it stands on a page that is too narrow for two columns.
        package enum Position: Sendable {
            /// Between the heading and the main part; its content is a landmark of its own.
            case first
            case last
            /// Nowhere: what it holds is on that page otherwise.
            case onlyBeside
        }

        package let label: String
        package let content: HTML
        package let position: Position

        package init(_ label: String, _ content: HTML, _ position: Position = .last) {
            self.label = label
            self.content = content
            self.position = position
        }
    }
}

extension Call {
    /// The whole page as a response.
    package func page(_ page: Page, status: HTTPResponse.Status = .ok) -> Response {
        Response.html(document(page), status: status)
    }

    /// The whole page as bytes.
    package func document(_ page: Page) -> HTML {
        // Appended piece by piece to one buffer: the main part is large, and each interpolation would copy it.
        var html = HTML()
        html.reserveCapacity(page.main.bytes.count + (page.aside?.content.bytes.count ?? 0) + 6_000)
        html += head(page)
        append(page, to: &html)
        if let footer { html += footer.html }
        html += "\n</body></html>\n"
        return html
    }

    private func head(_ page: Page) -> HTML {
        """
        <!doctype html>
        <html lang="\(words.code())"\(appearance.classes)><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">\
        <meta name="color-scheme" content="light dark"><title>\(title(of: page))</title>
        <link rel="icon" href="\(Assets.iconPath)" type="image/svg+xml"><link rel="stylesheet" href="\(parts.stylesheetPath)"><script type="module" src="\(Assets.scriptPath)"></script></head>
        <body>
        <a class="skip" href="#main">\(words.common.skipToMain())</a>
        \(PageHeader(call: self, current: page.entry).html)

        """
    }

    /// The front page's title is the site's name already.
    private func title(of page: Page) -> String {
        let site = env.settings.name
        return [page.title, page.place, page.title == site ? "" : site].filter { !$0.isEmpty }.joined(separator: " – ")
    }

    private func append(_ page: Page, to html: inout HTML) {
        let style =
            switch (page.shape.style, page.aside?.position) {
            case (_?, .first): "page wide"
            case (let grid?, _): grid.description
            case (nil, _): page.shape == .wide ? "page wide" : "page"
            }
        html += "<div class=\"wrap \(style)\"\(page.region)>"
        html += """
            <main id="main" tabindex="-1"\(live(page))>\(breadcrumb(page.crumbs))\(page.banner)<h1 dir="auto"\(page.heading)>\(page.title)</h1>\(page.lead)

            """
        guard page.shape.style != nil, let aside = page.aside else {
            html += page.main
            html += liveRegion(page)
            html += "</main></div>"
            return
        }
        if aside.position == .first { html += "<div class=\"beside\"><div class=\"side\">\(aside.content)</div><div>" }
        html += page.main
        html += liveRegion(page)
        if aside.position == .first { html += "</div></div>" }
        html += "</main>"
        if aside.position != .first {
            let style: HTML = aside.position == .onlyBeside ? " class=\"broad\"" : ""
            html += "<aside\(style) aria-label=\"\(aside.label)\">\(aside.content)</aside>"
        }
        html += "</div>"
    }

    private func live(_ page: Page) -> HTML {
        guard session != nil, let live = page.live else { return HTML() }
        return
            " data-live=\"\(live.community)\" data-live-thread=\"\(live.thread.description)\"\(liveAfter(live.after))"
    }

    /// The attribute with the mark from which the script listens (`liveMark`): without one it asks for the page once more as soon as it is
    /// there.
    package func liveAfter(_ mark: String?) -> HTML { mark.map { " data-live-after=\"\($0)\"" } ?? HTML() }

    /// Where the script announces events, in the words it is given here.
    private func liveRegion(_ page: Page) -> HTML {
        guard session != nil, page.live != nil else { return HTML() }
        let live = words.live
        return """
            <div class="live no-print" role="status" data-live-status data-one="\(live.newPost())" \
            data-other="\(live.newPosts(["count": "{count}"]))" data-changed="\(live.changed())" data-show="\(live.show())"></div>
            """
    }

    private func crumb(_ crumb: Page.Crumb) -> HTML {
        crumb.path.map { "<a href=\"\($0)\">\(crumb.name)</a>" } ?? "\(crumb.name)"
    }

    private func breadcrumb(_ crumbs: [Page.Crumb]) -> HTML {
        if crumbs.isEmpty { return HTML() }
        return """
            <nav class="crumbs" aria-label="\(words.common.breadcrumb())"><ol>\
            \(each: crumbs, { "<li>\(crumb($0))</li>" as HTML })</ol></nav>
            """
    }
}
