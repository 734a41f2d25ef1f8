import HTTPTypes
import Hummingbird
import NIOCore
import PraxisAssets
import PraxisCrypto

/// The style sheet, the script and the icon, under names that contain a hash of their content.
package struct Assets: Sendable {
    /// The site's sheet, then those of capabilities.
    package let stylesheet: [UInt8]
    package let stylesheetPath: String
    static let scriptPath = path(PraxisAssets.script, "js")
    static let iconPath = path(PraxisAssets.icon, "svg")

    package init(_ parts: [PagePart]) {
        let added = parts.compactMap { if case .style(let sheet) = $0 { sheet } else { nil } }
        stylesheet = PraxisAssets.stylesheet + added.joined()
        stylesheetPath = Self.path(stylesheet, "css")
    }

    package var routes: [Route] {
        [
            Self.route(stylesheetPath, stylesheet, "text/css; charset=utf-8"),
            Self.route(Self.scriptPath, PraxisAssets.script, "text/javascript; charset=utf-8"),
            Self.route(Self.iconPath, PraxisAssets.icon, "image/svg+xml"),
        ]
    }

    private static func path(_ content: [UInt8], _ kind: String) -> String {
        "/assets/praxis-\(Hex.encode(Array(SHA256.hash(content).prefix(8)))).\(kind)"
    }

    private static func route(_ path: String, _ content: [UInt8], _ type: String) -> Route {
        let buffer = ByteBuffer(bytes: content)
        return Route.page(path, caching: .forever) { _ in
            Response(status: .ok, headers: [.contentType: type], body: ResponseBody(byteBuffer: buffer))
        }
    }
}
