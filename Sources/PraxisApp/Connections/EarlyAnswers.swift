import HTTPTypes
import NIOCore
import NIOHTTP1

/// Adds the headers of every response to those sent before the pipeline (400 and 431, for errors in the protocol itself).
///
/// It is placed between the encoder and any handler that may answer by itself; responses of the pipeline have the headers already.
final class EarlyAnswers: ChannelOutboundHandler, RemovableChannelHandler {
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private let headers: HTTPFields

    init(_ headers: HTTPFields) { self.headers = headers }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .head(var head) = unwrapOutboundIn(data), head.status.code >= 400,
            !head.headers.contains(name: "Content-Security-Policy")
        else { return context.write(data, promise: promise) }
        for field in headers { head.headers.replaceOrAdd(name: field.name.rawName, value: field.value) }
        context.write(wrapOutboundOut(.head(head)), promise: promise)
    }
}
