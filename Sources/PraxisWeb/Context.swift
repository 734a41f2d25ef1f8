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

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.channel.remoteAddress?.ipAddress ?? "local"
    }

    /// A context without a connection, for tests.
    package init(peer: String, logger: Logger) {
        coreContext = CoreRequestContextStorage(source: NoConnection(logger: logger))
        self.peer = peer
    }

    private struct NoConnection: RequestContextSource { let logger: Logger }
}
