import CMalloc
import Foundation
import Hummingbird
package import HummingbirdCore
import Logging
import NIOCore
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisMail
import PraxisSetup
import PraxisStore
package import PraxisWeb
import PraxisWords

/// The running site.
package enum Server {
    /// All routes.
    package static let routes = Forum.routes + Route.health

    /// Pending connections that the system queues until they are accepted.
    private static let backlog = 4_096
    /// Files reserved for the database, mail programs and the log.
    private static let reservedFiles = 256
    /// What the process keeps of memory that was freed, for the next page, in bytes; larger pieces go back to the system.
    private static let keptMemory: Int32 = 32 << 20, largestKept: Int32 = 4 << 20

    /// The setup of every connection: our deadlines and limits instead of the library's.
    package static func connections(_ limits: ConnectionLimits) -> HTTP1Channel.Configuration {
        HTTP1Channel.Configuration(
            additionalChannelHandlers: [ConnectionDeadlines(limits)],
            // Above our own limit, at which we answer 431 where the decoder would answer 400.
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: 65_536,
                maxHeaderListSize: 65_536,
                maxHeaderFieldCount: 200
            )
        )
    }

    /// Serves until SIGTERM or SIGINT, then lets requests in progress finish; calls `ready` with the line that names the address.
    ///
    /// - Throws: `StoreError` about the data folder, `CannotListen`.
    package static func run(_ configuration: Configuration, ready: @escaping @Sendable (String) -> Void) async throws {
        let files = raiseFileLimit()
        keepFreedMemory()
        let context = try CommandContext.open(configuration, log: log(configuration))
        let env = context.env
        let responder = SiteResponder(
            routes,
            Pipeline(env, try env.capabilities.dictionaries(), env.capabilities.pages)
        )
        let host = configuration.host, setup = try await setupLine(env)
        var limits = ConnectionLimits()
        limits.errorHeaders = Headers.ofErrors(isSecure: configuration.site.isSecure)
        let application = Application(
            responder: responder,
            server: .http1(configuration: connections(limits)),
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: configuration.port),
                serverName: nil,
                backlog: backlog,
                availableConnectionsDelegate: MaximumAvailableConnections(max(64, files - reservedFiles))
            ),
            services: [
                BackgroundJobService(jobs: env.jobs), OutboxService(context.outbox, sleep: env.sleep),
                TickService(env: env), LiveService(env: env),
                try ControlService(context),
            ],
            onServerRunning: { channel in
                ready(Messages.ready(host, channel.localAddress?.port ?? configuration.port))
                if let setup { ready(setup) }
            },
            logger: env.log
        )
        do {
            try await application.runService()
        } catch let error as IOError {
            throw CannotListen(host: host, port: configuration.port, reason: String(cString: strerror(error.errnoCode)))
        }
        try env.store.close()
    }

    /// What leads to the setup of a site without accounts; nil for any other.
    private static func setupLine(_ env: Environment) async throws -> String? {
        let token = env.random.token()
        guard try await env.site.beginSetup(token: token) else { return nil }
        return Messages.setup(env.settings.baseURL + Paths.setupLink(token))
    }

    static func log(_ configuration: Configuration) -> Logger {
        var log = Logger(label: "praxis") { StreamLogHandler.standardOutput(label: $0) }
        log.logLevel = configuration.log
        return log
    }

    /// A long page is larger than what the allocator keeps by itself: without this the kernel clears seven pages of memory for each.
    private static func keepFreedMemory() {
        mallopt(M_TRIM_THRESHOLD, keptMemory)
        mallopt(M_MMAP_THRESHOLD, largestKept)
    }

    /// Raises the number of files that this process may open to what the system allows: each connection needs one.
    /// - Returns: the new limit.
    private static func raiseFileLimit() -> Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 1024 }
        limit.rlim_cur = limit.rlim_max
        _ = setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        return Int(clamping: limit.rlim_cur)
    }
}

/// The address is in use, or does not belong to this machine.
package struct CannotListen: Error, Sendable {
    let host: String
    let port: Int
    let reason: String

    package var sentence: String { Messages.cannotListen(host, port, reason) }
}
