import HTTPTypes
import NIOCore
import NIOHTTP1

/// Gives the answers that come before the pipeline (400 and 431 of the protocol's own errors) the headers of every answer.
///
/// It stands between the encoder and whatever may answer by itself; what has gone through the pipeline has them already.
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
