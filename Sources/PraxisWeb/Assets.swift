import HTTPTypes
import Hummingbird
import NIOCore
import PraxisAssets
import PraxisCrypto

/// The style sheet, the script and the icon, under names that contain a hash of their content.
package enum Assets {
    package static let stylesheetPath = path(PraxisAssets.stylesheet, "css")
    package static let scriptPath = path(PraxisAssets.script, "js")
    package static let iconPath = path(PraxisAssets.icon, "svg")

    package static let routes: [Route] = [
        route(stylesheetPath, PraxisAssets.stylesheet, "text/css; charset=utf-8"),
        route(scriptPath, PraxisAssets.script, "text/javascript; charset=utf-8"),
        route(iconPath, PraxisAssets.icon, "image/svg+xml"),
    ]

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
