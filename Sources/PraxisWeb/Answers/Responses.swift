import Foundation
package import HTML
package import HTTPTypes
package import Hummingbird
import NIOCore
package import PraxisDomain

extension Response {
    package static func html(_ html: HTML, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status,
            headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: html.bytes))
        )
    }

    /// See other: after a form, to the page that shows its result.
    package static func seeOther(_ path: String) -> Response { Response(status: .seeOther, headers: [.location: path]) }

    package static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
        return Response(
            status: status,
            headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: try encoder.encode(value)))
        )
    }

    /// A text that the browser saves as a file of that name, which is a plain name of ours.
    package static func download(_ text: String, type: String, name: StaticString) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: type, .contentDisposition: "attachment; filename=\"\(name)\""],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text))
        )
    }

    package static let noContent = Response(status: .noContent)
}

/// A page of a list, as in every list of the API: `next` is encoded even if it is null.
package struct ItemPage<Item: Encodable & Sendable>: Encodable, Sendable {
    package let items: [Item]
    package let next: String?

    package init(_ items: [Item], next: String?) { (self.items, self.next) = (items, next) }

    /// A page of a list that is short and therefore read whole: the elements after the one that `cursor` names.
    /// - Throws: `Denial.input` if `cursor` names no element.
    package init<Element>(
        of all: [Element],
        _ call: Call,
        id: (Element) -> String,
        _ make: (Element) -> Item
    ) throws(Denial) {
        let limit = try call.limit()
        var rest = all[...]
        if let cursor = call.query["cursor"] {
            guard let place = all.firstIndex(where: { id($0) == cursor }) else {
                throw .input([FieldError("cursor", .wrongType(expected: "cursor"))])
            }
            rest = all[(place + 1)...]
        }
        items = rest.prefix(limit).map(make)
        next = rest.count > limit ? rest.prefix(limit).last.map(id) : nil
    }

    private enum Key: CodingKey { case items, next }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(items, forKey: .items)
        try container.encode(next, forKey: .next)
    }
}

extension Call {
    /// `limit` of a list: 1 to 100; 30 if it is not given.
    package func limit() throws(Denial) -> Int {
        guard let limit = try query.int("limit") else { return 30 }
        guard (1...100).contains(limit) else { throw .input([FieldError("limit", .notANumber)]) }
        return limit
    }
}
