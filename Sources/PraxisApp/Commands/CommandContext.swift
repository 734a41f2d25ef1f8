import Foundation
package import Logging
import PraxisCapability
package import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisMail
package import PraxisOutbox
import PraxisStore

/// What commands work with: the opened site and the configuration it was opened with.
package struct CommandContext: Sendable {
    package let env: PraxisCommunity.Environment
    package let configuration: Configuration
    /// Shared within the process, so that the service and commands together do not exceed the limit on mail programs.
    package let outbox: Outbox

    package init(_ env: PraxisCommunity.Environment, _ configuration: Configuration) {
        (self.env, self.configuration) = (env, configuration)
        outbox = Outbox(env, atOnce: configuration.mailProcesses)
    }

    /// Locks the data folder and opens its site.
    /// - Throws: `StoreError`.
    package static func open(_ configuration: Configuration, log: Logger) throws -> CommandContext {
        try open(configuration, folder: try DataFolder(configuration.data), log: log)
    }

    static func open(_ configuration: Configuration, folder: DataFolder, log: Logger) throws -> CommandContext {
        let timeout = Duration.seconds(configuration.mailTimeout)
        guard let sendmail = Sendmail(setting: configuration.sendmail, timeout: timeout) else {
            throw ConfigurationError(problems: [.badValue(key: "PRAXIS_SENDMAIL", expects: "a program")])
        }
        let readers = max(2, ProcessInfo.processInfo.activeProcessorCount)
        let env = try PraxisCommunity.Environment.real(
            configuration.site,
            folder: folder,
            sendmail: sendmail,
            readers: readers,
            log: log
        )
        return CommandContext(env, configuration)
    }
}

/// Runs blocking work on a thread of the system's pool, never on the cooperative one.
func blocking<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
        DispatchQueue.global().async { continuation.resume(with: Result(catching: work)) }
    }
}
