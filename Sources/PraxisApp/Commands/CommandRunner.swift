import Foundation
import Logging
import PraxisCommunity
import PraxisStore

/// Runs a command: in the server that owns the data folder, or in this process if none is running.
package enum CommandRunner {
    /// - Returns: the exit code.
    package static func run(_ work: AdminCommand, _ configuration: Configuration, _ output: Output) async -> Int32 {
        if let code = ask(serverOf: configuration.data, work, output) { return code }
        do {
            let context = try CommandContext.open(configuration, log: quietLog())
            let code = await work.run(in: context, output)
            try context.env.store.close()
            return code
        } catch let error as StoreError {
            output.err(Messages.sentence(error, folder: configuration.data))
        } catch {
            output.err(Messages.accident(error))
        }
        return 1
    }

    /// Sends the work to the running server; returns nil if none is running.
    private static func ask(serverOf folder: String, _ work: AdminCommand, _ output: Output) -> Int32? {
        guard let connection = UnixConnection.connect(to: folder + "/praxis.sock"),
            let request = try? JSONEncoder().encode(work)
        else { return nil }
        connection.send([UInt8](request) + [10])
        var code: Int32?
        connection.lines(atMost: .max) { bytes in
            guard let line = try? JSONDecoder().decode(ControlLine.self, from: Data(bytes)) else { return true }
            if let text = line.out { output.out(text) }
            if let text = line.err { output.err(text) }
            code = line.exit
            return code == nil
        }
        if code == nil { output.err(Messages.serverWentAway) }
        return code ?? 1
    }

    private static func quietLog() -> Logger {
        var log = Logger(label: "praxis") { StreamLogHandler.standardError(label: $0) }
        log.logLevel = .error
        return log
    }
}
