package import HTML
package import HTTPTypes
package import Hummingbird
import PraxisCommunity
import PraxisCrypto

/// A page that visitors are shown alike, whole.
package struct VisitorPage: Snapshot {
    package let response: Response
    /// Its entity tag, in quotes.
    package let tag: String
    package let cost: Int

    package init(_ html: HTML) {
        tag = "\"" + Hex.encode(Array(SHA256.hash(html.bytes).prefix(12))) + "\""
        cost = html.bytes.count + 500
        var response = Response.html(html)
        response.headers[.eTag] = tag
        response.headers[.vary] = "Accept-Language, Cookie"
        self.response = response
    }

    /// The page, or that the visitor has it already.
    package func answer(to head: HTTPRequest) -> Response {
        guard let known = head.headerFields[.ifNoneMatch], known.contains(tag) else { return response }
        return Response(status: .notModified, headers: [.eTag: tag, .vary: "Accept-Language, Cookie"])
    }
}
