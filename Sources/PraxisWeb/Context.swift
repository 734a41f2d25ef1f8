package import Hummingbird
package import Logging
import NIOCore
package import PraxisCommunity

/// Ours, not Hummingbird's own type of that name.
package typealias Environment = PraxisCommunity.Environment

/// What Hummingbird carries through the router for us: its own core and the address of the peer.
package struct Context: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// The address at the other end of the connection, without a port.
    package let peer: String
    /// Done when the connection has been closed; nothing where there is none.
    private let closing: EventLoopFuture<Void>?

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        closing = source.channel.closeFuture
        peer = source.channel.remoteAddress?.ipAddress ?? "local"
    }

    /// A context without a connection, for tests.
    package init(peer: String, logger: Logger) {
        coreContext = CoreRequestContextStorage(source: NoConnection(logger: logger))
        self.peer = peer
        closing = nil
    }

    /// Calls `body` once, when the connection has been closed.
    func whenClosed(_ body: @escaping @Sendable () -> Void) { closing?.whenComplete { _ in body() } }

    private struct NoConnection: RequestContextSource { let logger: Logger }
}
