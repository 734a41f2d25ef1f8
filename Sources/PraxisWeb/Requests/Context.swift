package import Hummingbird
package import Logging
import NIOCore
package import PraxisCommunity

/// Ours, not Hummingbird's own type of that name.
package typealias Environment = PraxisCommunity.Environment

/// Hummingbird's request context: its own core and the address of the peer.
package struct Context: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// The address of the peer, without a port.
    package let peer: String
    /// Completes when the connection has been closed; nil if there is no connection.
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
