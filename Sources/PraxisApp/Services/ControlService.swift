import Foundation
import PraxisCommunity
import PraxisStore
import ServiceLifecycle
import Synchronization

/// A line of the server's answer to a command; the one with `exit` comes last.
struct ControlLine: Codable, Sendable {
    var out: String?
    var err: String?
    var exit: Int32?

    var bytes: [UInt8] { ((try? JSONEncoder().encode(self)).map { [UInt8]($0) } ?? []) + [10] }
}

/// Accepts the administrator's commands through a socket in the data folder, while the server owns it.
package struct ControlService: Service {
    /// The longest line of a command, which may contain a password or a path.
    private static let longestLine = 1_000_000
    /// At most this many commands run at a time; others are told to try again.
    private static let mostAtOnce = 8

    private let context: CommandContext
    private let listener: UnixListener
    private let running = Counter()

    private final class Counter: Sendable { let count = Mutex(0) }

    /// Starts listening; commands are answered once it runs.
    package init(_ context: CommandContext) throws {
        self.context = context
        listener = try UnixListener(context.env.store.folder.controlSocket)
    }

    package func run() async throws {
        let connections = listener.connections()
        await withTaskCancellationOrGracefulShutdownHandler {
            await withDiscardingTaskGroup { group in
                for await connection in connections { group.addTask { await answer(connection) } }
                group.cancelAll()
            }
        } onCancelOrGracefulShutdown: {
            listener.stop()
        }
    }

    private func answer(_ connection: UnixConnection) async {
        connection.limitWaiting(seconds: 10)
        let isAdmitted = running.count.withLock { count in
            count += 1
            return count <= Self.mostAtOnce
        }
        defer { running.count.withLock { $0 -= 1 } }
        guard isAdmitted else { return end(connection, saying: Messages.busy, EX_TEMPFAIL) }
        let work = try? await blocking { Self.work(from: connection) }
        guard let work = work.flatMap({ $0 }) else {
            return end(connection, saying: Messages.unreadableCommand, EX_PROTOCOL)
        }
        let output = Output(
            out: { connection.send(ControlLine(out: $0).bytes) },
            err: { connection.send(ControlLine(err: $0).bytes) }
        )
        end(connection, saying: nil, await work.run(in: context, output))
    }

    private func end(_ connection: UnixConnection, saying sentence: String?, _ code: Int32) {
        if let sentence { connection.send(ControlLine(err: sentence).bytes) }
        connection.send(ControlLine(exit: code).bytes)
    }

    private static func work(from connection: UnixConnection) -> AdminCommand? {
        var work: AdminCommand?
        connection.lines(atMost: longestLine) { line in
            work = try? JSONDecoder().decode(AdminCommand.self, from: Data(line))
            return false
        }
        return work
    }
}
