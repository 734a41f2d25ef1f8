import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import NIOEmbedded
import NIOHTTP1
import NIOHTTPTypes
import PraxisApp
import PraxisWeb
import Testing

@Suite("A connection")
struct ConnectionTests {
    /// A connection as the server sets it up, with a clock that the test turns.
    private final class Wire {
        let channel = EmbeddedChannel()
        private let setUp: any Sendable

        init() throws {
            var limits = ConnectionLimits()
            limits.errorHeaders = Headers.ofErrors(isSecure: true)
            let http = HTTP1Channel(responder: { _, _, _ in }, configuration: Server.connections(limits))
            setUp = try http.setup(channel: channel, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
                .wait()
            try channel.connect(to: try SocketAddress(unixDomainSocketPath: "/client")).wait()
        }

        deinit { _ = try? channel.finish(acceptAlreadyClosed: true) }

        func send(_ text: String) throws { try channel.writeInbound(ByteBuffer(string: text)) }

        var isOpen: Bool { channel.isActive }

        func pass(seconds: Int64) { channel.embeddedEventLoop.advanceTime(by: .seconds(seconds)) }

        /// Whether it is open until that second, and closed from then on.
        func closes(afterSeconds seconds: Int64) -> Bool {
            pass(seconds: seconds - 1)
            guard isOpen else { return false }
            pass(seconds: 1)
            return !isOpen
        }

        func answer() {
            channel.write(Self.head("text/html"), promise: nil)
            channel.writeAndFlush(HTTPResponsePart.end(nil), promise: nil)
        }

        /// What the library does about bytes that are no request, where its loop of requests runs.
        func answerParserError() {
            let head = HTTPResponse(status: .badRequest, headerFields: [.connection: "close", .contentLength: "0"])
            channel.write(HTTPResponsePart.head(head), promise: nil)
            channel.writeAndFlush(HTTPResponsePart.end(nil), promise: nil)
        }

        func beginEvents() { channel.writeAndFlush(Self.head("text/event-stream"), promise: nil) }

        private static func head(_ type: String) -> HTTPResponsePart {
            .head(HTTPResponse(status: .ok, headerFields: [.contentType: type]))
        }

        /// A piece of live events, flushed where it is to be taken.
        func tell(isTaken: Bool) {
            channel.write(HTTPResponsePart.body(ByteBuffer(string: ":\n\n")), promise: nil)
            if isTaken { channel.flush() }
        }

        func stopServer() { channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent()) }

        var received: String {
            get throws {
                var text = ""
                while let part = try channel.readOutbound(as: ByteBuffer.self) { text += String(buffer: part) }
                return text
            }
        }
    }

    private static let get = "GET / HTTP/1.1\r\nHost: a\r\n\r\n"

    @Test("that sends its head byte by byte is closed after 10 seconds")
    func slowHead() throws {
        let wire = try Wire()
        for byte in "GET / HTT" {
            #expect(wire.isOpen)
            try wire.send(String(byte))
            wire.pass(seconds: 1)
        }
        #expect(wire.closes(afterSeconds: 1))
    }

    @Test("that says nothing is closed after 10 seconds, and between requests after 30")
    func idle() throws {
        #expect(try Wire().closes(afterSeconds: 10))
        let kept = try Wire()
        try kept.send(Self.get)
        kept.answer()
        #expect(kept.closes(afterSeconds: 30))
    }

    @Test("that begins a second request slowly is closed 10 seconds after its first byte")
    func slowSecondHead() throws {
        let wire = try Wire()
        try wire.send(Self.get)
        wire.answer()
        wire.pass(seconds: 5)
        try wire.send("G")
        #expect(wire.closes(afterSeconds: 10))
    }

    @Test("that sends its body byte by byte is closed after 60 seconds")
    func slowBody() throws {
        let wire = try Wire()
        try wire.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n")
        for _ in 0..<59 {
            try wire.send("x")
            wire.pass(seconds: 1)
        }
        #expect(wire.closes(afterSeconds: 1))
    }

    @Test("that does not take its answer is closed after 60 seconds; live events last")
    func answerNotTaken() throws {
        let wire = try Wire()
        try wire.send(Self.get)
        wire.channel.write(HTTPResponsePart.head(HTTPResponse(status: .ok)), promise: nil)
        #expect(wire.closes(afterSeconds: 60))
        let events = try stream()
        events.pass(seconds: 3600)
        #expect(events.isOpen)
    }

    private func stream() throws -> Wire {
        let wire = try Wire()
        try wire.send(Self.get)
        wire.beginEvents()
        return wire
    }

    @Test("with live events is closed when a piece has not been taken for 60 seconds, and not while all are")
    func pieceNotTaken() throws {
        let wire = try stream()
        for _ in 0..<5 {
            wire.tell(isTaken: true)
            wire.pass(seconds: 50)
            #expect(wire.isOpen)
        }
        wire.tell(isTaken: false)
        wire.pass(seconds: 30)
        wire.tell(isTaken: false)
        #expect(wire.closes(afterSeconds: 30))
    }

    @Test("with live events is closed at once when the server stops, or the client has closed its side")
    func streamEnds() throws {
        let stopped = try stream()
        stopped.stopServer()
        #expect(!stopped.isOpen)
        let left = try stream()
        left.channel.pipeline.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
        #expect(!left.isOpen)
    }

    @Test("is not closed while its answer is being made")
    func slowAnswer() throws {
        let wire = try Wire()
        try wire.send(Self.get)
        wire.pass(seconds: 100)
        #expect(wire.isOpen)
        wire.answer()
        #expect(try wire.received.hasPrefix("HTTP/1.1 200"))
    }

    @Test(
        "may send a head of 16 kB, and is answered 431 for a longer one",
        arguments: [(15_000, true), (17_000, false), (50_000, false)]
    )
    func headSize(bytes: Int, isTaken: Bool) throws {
        let wire = try Wire()
        let value = String(repeating: "x", count: bytes)
        try wire.send("GET / HTTP/1.1\r\nHost: a\r\nX-Long: \(value)\r\n\r\n")
        #expect(wire.isOpen == isTaken)
        #expect(try wire.received.hasPrefix("HTTP/1.1 431") == !isTaken)
    }

    @Test(
        "gets the headers of every answer with those that come before the pipeline",
        arguments: [
            ("GET / HTTP/1.1\r\n\r\n", "400"), ("nonsense\r\n\r\n", "400"),
            ("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n", "400"),
            ("GET / HTTP/1.1\r\nHost: a\r\nX: " + String(repeating: "a", count: 20_000) + "\r\n\r\n", "431"),
        ]
    )
    func earlyAnswers(head: String, status: String) throws {
        let wire = try Wire()
        do { try wire.send(head) } catch is HTTPParserError { wire.answerParserError() }
        let answer = try wire.received.lowercased()
        #expect(answer.hasPrefix("http/1.1 \(status)"))
        for header in [
            "content-security-policy: default-src 'none'", "x-content-type-options: nosniff",
            "referrer-policy: no-referrer", "cache-control: no-store", "strict-transport-security: max-age=",
        ] {
            #expect(answer.contains("\r\n" + header), "\(header)")
        }
    }

    @Test("that waits with its body is told to go on, once, and not where it is HTTP/1.0")
    func goesOn() throws {
        for (version, isTold) in [("1.1", true), ("1.0", false)] {
            let wire = try Wire()
            try wire.send("POST / HTTP/\(version)\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-Continue\r\n\r\n")
            #expect(try wire.received == (isTold ? "HTTP/1.1 100 Continue\r\n\r\n" : ""))
            try wire.send("ab")
            wire.answer()
            let answer = try wire.received
            #expect(answer.contains(" 200 OK") && !answer.contains("100"))
        }
    }

    @Test("may not send a long address either, nor a head without end")
    func longAddress() throws {
        let wire = try Wire()
        try wire.send("GET /\(String(repeating: "x", count: 20_000)) HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(try wire.received.hasPrefix("HTTP/1.1 431"))
        let endless = try Wire()
        try endless.send("GET /")
        // What the decoder says of the end that it meets is not for the client.
        for _ in 0..<3 { try? endless.send(String(repeating: "x", count: 10_000)) }
        #expect(!endless.isOpen)
    }

    @Test(
        "names its host once, unless it speaks HTTP/1.0",
        arguments: [
            ("HTTP/1.1\r\n", false), ("HTTP/1.1\r\nHost: a\r\nHost: b\r\n", false), ("HTTP/1.1\r\nHost: a\r\n", true),
            ("HTTP/1.0\r\n", true),
        ]
    )
    func host(head: String, isTaken: Bool) throws {
        let wire = try Wire()
        try wire.send("POST / \(head)Content-Length: 4\r\n\r\nbody")
        #expect(wire.isOpen == isTaken)
        #expect(try wire.received.hasPrefix("HTTP/1.1 400") == !isTaken)
    }

    @Test("in the middle of a request has 7 seconds when the server stops; an idle one is closed")
    func drains() throws {
        let busy = try Wire()
        try busy.send(Self.get)
        busy.stopServer()
        #expect(busy.closes(afterSeconds: 7))
        let idle = try Wire()
        idle.stopServer()
        #expect(!idle.isOpen)
    }
}
