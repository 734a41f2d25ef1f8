import Foundation
package import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import PraxisWeb
import Synchronization

/// A client that behaves like a browser: keeps cookies, sends forms with the token of the page they are on; follows no redirect by itself.
package final class Browser: Sendable {
    package struct Answer: Sendable, CustomStringConvertible {
        package let status: Int
        package let headers: HTTPFields
        package let bytes: [UInt8]

        package var text: String { String(decoding: bytes, as: UTF8.self) }
        /// What a failed test prints.
        package var description: String { "\(status) \(headers)\n\(text)" }
        package var location: String? { headers[.location] }

        /// Those of the words that stand in the body or in the value of a header, byte for byte.
        package func said(of words: [String]) -> [String] {
            var said = bytes + Array(headers.map(\.value).joined(separator: "\n").utf8)
            for at in said.indices where said[at] == 0 { said[at] = 32 }
            said.append(0)
            return said.withUnsafeBytes { said in
                guard let start = said.baseAddress?.assumingMemoryBound(to: CChar.self) else { return [] }
                return words.filter { strstr(start, $0) != nil }
            }
        }
    }

    private let site: TestSite
    private let cookies = Mutex<[String: String]>([:])
    /// The address that it connects from.
    private let address: String

    package init(_ site: TestSite, from address: String = "192.0.2.1") { (self.site, self.address) = (site, address) }

    package func get(_ path: String, headers: [(String, String)] = []) async throws -> Answer {
        try await send(.get, path, body: "", headers: headers)
    }

    /// Sends a form as one of our pages would: the token is taken from `page` or, by default, from the form's own path.
    package func post(_ path: String, _ fields: [(String, String)], from page: String? = nil) async throws -> Answer {
        let token = try await token(on: page ?? path)
        return try await post(path, fields, token: token)
    }

    /// Sends a form with a token of the caller's choice, or none.
    package func post(_ path: String, _ fields: [(String, String)], token: String?) async throws -> Answer {
        let all = fields + (token.map { [("token", $0)] } ?? [])
        let body = all.map { Fields.encode($0.0) + "=" + Fields.encode($0.1) }.joined(separator: "&")
        return try await send(.post, path, body: body, headers: [("Content-Type", "application/x-www-form-urlencoded")])
    }

    /// The form token of a page.
    package func token(on page: String) async throws -> String {
        let text = try await get(page).text
        guard let start = text.range(of: "name=\"token\" value=\"")?.upperBound else { return "" }
        return String(text[start...].prefix { $0 != "\"" })
    }

    package func send(
        _ method: HTTPRequest.Method,
        _ path: String,
        body: String,
        headers: [(String, String)] = []
    ) async throws -> Answer {
        let response = try await respond(method, path, body, headers)
        // Responses that last are for `listen`.
        if response.headers[.contentType] == "text/event-stream" {
            return Answer(status: response.status.code, headers: response.headers, bytes: [])
        }
        let collector = Collector()
        try await response.body.write(collector)
        return Answer(status: response.status.code, headers: response.headers, bytes: collector.bytes.withLock { $0 })
    }

    /// Opens a stream of live events and keeps listening.
    package func listen(_ path: String, headers: [(String, String)] = []) async throws -> Subscription {
        let response = try await respond(.get, path, "", headers)
        return Subscription(response)
    }

    private func respond(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ body: String,
        _ headers: [(String, String)]
    ) async throws -> Response {
        var fields = HTTPFields()
        for (name, value) in headers {
            if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) }
        }
        let kept = cookies.withLock {
            $0.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        }
        if !kept.isEmpty { fields[.cookie] = kept }
        let head = HTTPRequest(
            method: method,
            scheme: "http",
            authority: "127.0.0.1:8080",
            // The fragment stays with the browser.
            path: String(path.prefix { $0 != "#" }),
            headerFields: fields
        )
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(string: body)))
        let context = Context(peer: address, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let response = try await site.responder.respond(to: request, context: context)
        take(response.headers)
        return response
    }

    /// Adds a cookie as if the site had set it.
    package func keep(_ name: String, _ value: String) { cookies.withLock { $0[name] = value } }

    /// Lets the next address say what was done, as if the answer to a form had led there.
    package func comeFromForm() { keep("praxis-done", "1") }

    private func take(_ headers: HTTPFields) {
        for header in headers[values: .setCookie] {
            let pair = header.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2 else { continue }
            cookies.withLock { $0[String(pair[0])] = pair[1].isEmpty ? nil : String(pair[1]) }
        }
    }

    private final class Collector: ResponseBodyWriter, Sendable {
        let bytes = Mutex<[UInt8]>([])

        func write(_ buffer: ByteBuffer) async throws { bytes.withLock { $0 += buffer.readableBytesView } }

        func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }
}
