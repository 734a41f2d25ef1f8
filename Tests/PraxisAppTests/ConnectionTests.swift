import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import PraxisApp
import Testing

@Suite("A connection")
struct ConnectionTests {
    /// A connection as the server sets it up, with a clock that the test turns.
    private final class Wire {
        let channel = EmbeddedChannel()
        private let setUp: any Sendable

        init() throws {
            let http = HTTP1Channel(
                responder: { _, _, _ in },
                configuration: Server.connections(ConnectionLimits())
            )
            setUp = try http.setup(channel: channel, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
                .wait()
            try channel.connect(to: try SocketAddress(unixDomainSocketPath: "/client")).wait()
        }

        deinit { _ = try? channel.finish(acceptAlreadyClosed: true) }

        func send(_ text: String) throws { try channel.writeInbound(ByteBuffer(string: text)) }

        func pass(seconds: Int64) { channel.embeddedEventLoop.advanceTime(by: .seconds(seconds)) }

        func answer(_ type: String = "text/html") {
            channel.write(
                HTTPResponsePart.head(HTTPResponse(status: .ok, headerFields: [.contentType: type])),
                promise: nil
            )
            channel.writeAndFlush(HTTPResponsePart.end(nil), promise: nil)
        }

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
            #expect(wire.channel.isActive)
            try wire.send(String(byte))
            wire.pass(seconds: 1)
        }
        #expect(wire.channel.isActive)
        wire.pass(seconds: 1)
        #expect(!wire.channel.isActive)
    }

    @Test("that says nothing is closed after 10 seconds, and between requests after 30")
    func idle() throws {
        let silent = try Wire()
        silent.pass(seconds: 9)
        #expect(silent.channel.isActive)
        silent.pass(seconds: 1)
        #expect(!silent.channel.isActive)
        let kept = try Wire()
        try kept.send(Self.get)
        kept.answer()
        kept.pass(seconds: 29)
        #expect(kept.channel.isActive)
        kept.pass(seconds: 1)
        #expect(!kept.channel.isActive)
    }

    @Test("that begins a second request slowly is closed 10 seconds after its first byte")
    func slowSecondHead() throws {
        let wire = try Wire()
        try wire.send(Self.get)
        wire.answer()
        wire.pass(seconds: 5)
        try wire.send("G")
        wire.pass(seconds: 9)
        #expect(wire.channel.isActive)
        wire.pass(seconds: 1)
        #expect(!wire.channel.isActive)
    }

    @Test("that sends its body byte by byte is closed after 60 seconds")
    func slowBody() throws {
        let wire = try Wire()
        try wire.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n")
        for _ in 0..<59 {
            try wire.send("x")
            wire.pass(seconds: 1)
        }
        #expect(wire.channel.isActive)
        wire.pass(seconds: 1)
        #expect(!wire.channel.isActive)
    }

    @Test("that does not take its answer is closed after 60 seconds; live events last")
    func answerNotTaken() throws {
        let wire = try Wire()
        try wire.send(Self.get)
        wire.channel.write(HTTPResponsePart.head(HTTPResponse(status: .ok)), promise: nil)
        wire.pass(seconds: 59)
        #expect(wire.channel.isActive)
        wire.pass(seconds: 1)
        #expect(!wire.channel.isActive)
        let events = try Wire()
        try events.send(Self.get)
        events.channel.writeAndFlush(
            HTTPResponsePart.head(HTTPResponse(status: .ok, headerFields: [.contentType: "text/event-stream"])),
            promise: nil
        )
        events.pass(seconds: 3600)
        #expect(events.channel.isActive)
    }

    private func stream() throws -> Wire {
        let wire = try Wire()
        try wire.send(Self.get)
        wire.channel.writeAndFlush(
            HTTPResponsePart.head(HTTPResponse(status: .ok, headerFields: [.contentType: "text/event-stream"])),
            promise: nil
        )
        return wire
    }

    @Test("with live events is closed when a piece has not been taken for 60 seconds, and not while all are")
    func pieceNotTaken() throws {
        let wire = try stream()
        for _ in 0..<5 {
            wire.channel.writeAndFlush(HTTPResponsePart.body(ByteBuffer(string: ":\n\n")), promise: nil)
            wire.pass(seconds: 50)
            #expect(wire.channel.isActive)
        }
        wire.channel.write(HTTPResponsePart.body(ByteBuffer(string: ":\n\n")), promise: nil)
        wire.pass(seconds: 30)
        wire.channel.write(HTTPResponsePart.body(ByteBuffer(string: ":\n\n")), promise: nil)
        wire.pass(seconds: 29)
        #expect(wire.channel.isActive)
        wire.pass(seconds: 1)
        #expect(!wire.channel.isActive)
    }

    @Test("with live events is closed at once when the server stops, or the client has closed its side")
    func streamEnds() throws {
        let stopped = try stream()
        stopped.channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
        #expect(!stopped.channel.isActive)
        let left = try stream()
        left.channel.pipeline.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
        #expect(!left.channel.isActive)
    }

    @Test("is not closed while its answer is being made")
    func slowAnswer() throws {
        let wire = try Wire()
        try wire.send(Self.get)
        wire.pass(seconds: 100)
        #expect(wire.channel.isActive)
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
        #expect(wire.channel.isActive == isTaken)
        #expect(try wire.received.hasPrefix("HTTP/1.1 431") == !isTaken)
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
        #expect(!endless.channel.isActive)
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
        #expect(wire.channel.isActive == isTaken)
        #expect(try wire.received.hasPrefix("HTTP/1.1 400") == !isTaken)
    }

    @Test("in the middle of a request has 7 seconds when the server stops; an idle one is closed")
    func drains() throws {
        let busy = try Wire()
        try busy.send(Self.get)
        busy.channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
        busy.pass(seconds: 6)
        #expect(busy.channel.isActive)
        busy.pass(seconds: 1)
        #expect(!busy.channel.isActive)
        let idle = try Wire()
        idle.channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
        #expect(!idle.channel.isActive)
    }
}
