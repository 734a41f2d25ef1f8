import NIOCore
import NIOHTTP1

/// Refuses a request of HTTP/1.1 that names no host, or several (RFC 9112, 3.2), and tells a client that waits before sending its body
/// to continue (RFC 9110, 10.1.1).
///
/// It is placed before the version of a request is discarded; one of HTTP/1.0 need not name a host, and does not understand interim
/// responses.
final class HostCheck: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private var isRefused = false

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        // Anything after a refused head is its body, or comes too late.
        if isRefused { return }
        if case .head(let head) = unwrapInboundIn(data), head.version == .http1_1 {
            guard head.headers["Host"].count == 1 else {
                isRefused = true
                return refuse(context)
            }
            if head.headers[canonicalForm: "Expect"].contains(where: { $0.lowercased() == "100-continue" }) {
                goOn(context)
            }
        }
        context.fireChannelRead(data)
    }

    private func goOn(_ context: ChannelHandlerContext) {
        let head = HTTPResponseHead(version: .http1_1, status: .continue)
        context.writeAndFlush(wrapOutboundOut(.head(head)), promise: nil)
    }

    private func refuse(_ context: ChannelHandlerContext) {
        let headers: HTTPHeaders = ["Connection": "close", "Content-Length": "0"]
        let head = HTTPResponseHead(version: .http1_1, status: .badRequest, headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        context.close(promise: nil)
    }
}
