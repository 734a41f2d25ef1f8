package import HTTPTypes
package import NIOCore
import NIOHTTPTypes
import NIOHTTPTypesHTTP1

/// How long each phase of a connection may take, and how large a request's head may be.
package struct ConnectionLimits: Sendable {
    package var head = TimeAmount.seconds(10)
    package var idle = TimeAmount.seconds(30)
    package var body = TimeAmount.seconds(60)
    /// From the first byte of a response until the client has received the last.
    package var answer = TimeAmount.seconds(60)
    /// How long a request in progress is given when the server stops.
    package var drain = TimeAmount.seconds(7)
    /// Bytes of path, names and values.
    package var headBytes = 16_384
    /// The headers of responses sent before any of our code has seen the request.
    package var errorHeaders = HTTPFields()

    package init() {}
}

/// Closes connections that are too slow.
///
/// A deadline is set once for each phase: a client that sends single bytes does not extend it. Each connection has one timer, checked
/// when it fires, since NIO searches its whole list to cancel one.
final class ConnectionDeadlines: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private enum Reading { case nothing, head(bytes: Int), body, whole }

    private let limits: ConnectionLimits
    private var reading = Reading.nothing
    private var readBy: NIODeadline?
    private var takenBy: NIODeadline?
    private var drainedBy: NIODeadline?
    private var nextLook: NIODeadline?
    /// Requests whose response has not been received completely.
    private var inHand = 0
    /// Whether live events are being sent: such a response lasts as long as the client listens and keeps receiving.
    private var isStream = false
    /// Pieces of a stream that the client has not received.
    private var piecesInHand = 0

    init(_ limits: ConnectionLimits) { self.limits = limits }

    func handlerAdded(context: ChannelHandlerContext) {
        let pipeline = context.pipeline.syncOperations
        try? pipeline.addHandler(HeadBytes(self, context), position: .first)
        if let codec = try? pipeline.handler(type: HTTP1ToHTTPServerCodec.self) {
            try? pipeline.addHandler(EarlyAnswers(limits.errorHeaders), position: .before(codec))
            try? pipeline.addHandler(HostCheck(), position: .before(codec))
        }
        if context.channel.isActive { begin(context) }
    }

    func channelActive(context: ChannelHandlerContext) {
        begin(context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        readBy = nil
        takenBy = nil
        drainedBy = nil
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            guard Self.size(of: head) <= limits.headBytes else { return refuse(context) }
            inHand += 1
            reading = .body
            readBy = context.eventLoop.now + limits.body
            look(context)
        case .body: break
        case .end: (reading, readBy) = (.whole, nil)
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(let head):
            isStream = head.headerFields[.contentType] == "text/event-stream"
            if !isStream, head.status.kind != .informational {
                takenBy = context.eventLoop.now + limits.answer
                look(context)
            }
            context.write(data, promise: promise)
        case .body where isStream: writePiece(context, data, promise)
        case .body: context.write(data, promise: promise)
        case .end:
            let taken = promise ?? context.eventLoop.makePromise()
            taken.futureResult.assumeIsolated().whenSuccess { self.answerTaken(context) }
            context.write(data, promise: taken)
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if isStream, event is ChannelShouldQuiesceEvent || event as? ChannelEvent == .inputClosed {
            // A listener reconnects; a client that has closed its side does not listen.
            return context.close(promise: nil)
        }
        if event is ChannelShouldQuiesceEvent {
            drainedBy = context.eventLoop.now + limits.drain
            look(context)
        }
        context.fireUserInboundEventTriggered(event)
    }

    private func begin(_ context: ChannelHandlerContext) {
        guard readBy == nil else { return }
        reading = .head(bytes: 0)
        readBy = context.eventLoop.now + limits.head
        look(context)
    }

    /// Counts the bytes received before the head is complete; returns false if there are too many.
    fileprivate func take(_ count: Int, _ context: ChannelHandlerContext) -> Bool {
        switch reading {
        case .nothing:
            reading = .head(bytes: count)
            readBy = context.eventLoop.now + limits.head
            look(context)
        case .head(let before):
            // One read may bring the rest of the head and a body: only what came before it counts.
            guard before <= limits.headBytes else {
                refuse(context)
                return false
            }
            reading = .head(bytes: before + count)
        case .body, .whole: break
        }
        return true
    }

    /// Each piece has the time that other responses have as a whole.
    private func writePiece(_ context: ChannelHandlerContext, _ data: NIOAny, _ promise: EventLoopPromise<Void>?) {
        if piecesInHand == 0 {
            takenBy = context.eventLoop.now + limits.answer
            look(context)
        }
        piecesInHand += 1
        let taken = promise ?? context.eventLoop.makePromise()
        taken.futureResult.assumeIsolated().whenComplete { _ in
            self.piecesInHand -= 1
            if self.piecesInHand == 0, self.isStream { self.takenBy = nil }
        }
        context.write(data, promise: taken)
    }

    private func answerTaken(_ context: ChannelHandlerContext) {
        inHand -= 1
        (takenBy, isStream) = (nil, false)
        guard inHand <= 0, case .whole = reading else { return }
        reading = .nothing
        readBy = context.eventLoop.now + limits.idle
        look(context)
    }

    private func refuse(_ context: ChannelHandlerContext) {
        let status = HTTPResponse.Status.requestHeaderFieldsTooLarge
        let head = HTTPResponse(status: status, headerFields: [.connection: "close", .contentLength: "0"])
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        context.close(promise: nil)
    }

    private static func size(of head: HTTPRequest) -> Int {
        head.headerFields.reduce(head.path?.utf8.count ?? 0) {
            $0 + $1.name.rawName.utf8.count + $1.value.utf8.count + 4
        }
    }

    /// Makes sure that the deadlines are checked when the first of them is due.
    private func look(_ context: ChannelHandlerContext) {
        guard let deadline = [readBy, takenBy, drainedBy].compactMap({ $0 }).min() else { return }
        if let nextLook, nextLook <= deadline { return }
        nextLook = deadline
        context.eventLoop.assumeIsolated().scheduleTask(deadline: deadline) {
            if self.nextLook == deadline { self.nextLook = nil }
            let now = context.eventLoop.now
            if [self.readBy, self.takenBy, self.drainedBy].contains(where: { $0.map { $0 <= now } ?? false }) {
                context.close(promise: nil)
            } else {
                self.look(context)
            }
        }
    }
}

/// Runs before all other handlers and tells the deadlines that bytes have arrived.
private final class HeadBytes: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private let deadlines: ConnectionDeadlines
    private let place: ChannelHandlerContext

    init(_ deadlines: ConnectionDeadlines, _ place: ChannelHandlerContext) {
        (self.deadlines, self.place) = (deadlines, place)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if deadlines.take(unwrapInboundIn(data).readableBytes, place) { context.fireChannelRead(data) }
    }
}
