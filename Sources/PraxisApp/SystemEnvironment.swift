import Dispatch
import Foundation
package import Logging
import PraxisCapability
package import PraxisCommunity
import PraxisCrypto
import PraxisDomain
import PraxisForum
package import PraxisMail
package import PraxisStore

extension Environment {
    /// The real world: the system's clock, OpenSSL's randomness, the file in `folder`, the sendmail pipe.
    package static func real(
        _ settings: SiteSettings,
        folder: DataFolder,
        sendmail: Sendmail,
        readers: Int,
        log: Logger
    ) throws -> Environment {
        let start = ContinuousClock.now
        let uptime: @Sendable () -> Duration = { start.duration(to: .now) }
        let clock = SteadyClock(
            wall: { Timestamp(rawValue: Int64(Date().timeIntervalSince1970 * 1000)) },
            uptime: uptime
        )
        let events = EventKinds(Forum.capabilities.events), snapshots = Snapshots(events), live = LiveFeed(),
            mailSignal = Signal()
        let (store, writer) = try Store.open(
            folder,
            migrations: Forum.capabilities.migrations,
            readers: readers,
            clock: clock.now,
            uptime: uptime,
            followers: events.followers,
            didCommit: {
                snapshots.didCommit($0)
                live.didCommit($0)
            },
            didQueueMail: { mailSignal.notify() }
        )
        return Environment(
            settings: settings,
            installed: Forum.capabilities,
            store: store,
            writer: writer,
            events: events,
            snapshots: snapshots,
            live: live,
            mostStreams: min(Limits.liveStreams, mostFiles / 2),
            clock: clock.now,
            uptime: uptime,
            sleep: { try await Task.sleep(for: $0) },
            random: Randomness(bytes: Random.bytes, token: { Random.token() }, digits: Random.digits),
            passwords: .real(atOnce: max(1, ProcessInfo.processInfo.activeProcessorCount - 1)),
            send: { try await sendmail.send($0) },
            mailSignal: mailSignal,
            log: log
        )
    }
}

/// The number of files that this process may have open.
private var mostFiles: Int {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 1024 }
    return Int(clamping: limit.rlim_cur)
}

extension Passwords {
    /// scrypt on its own threads, at most `atOnce` at a time: pages stay fast while people sign in.
    static func real(atOnce: Int) -> Passwords {
        let threads = OperationQueue()
        threads.maxConcurrentOperationCount = atOnce
        threads.qualityOfService = .userInitiated
        return Passwords(
            hash: { password in
                await withCheckedContinuation { continuation in
                    threads.addOperation { continuation.resume(returning: PasswordHash.make(password)) }
                }
            },
            verify: { password, hash in
                await withCheckedContinuation { continuation in
                    threads.addOperation {
                        let holds = PasswordHash.verify(password, hash ?? PasswordHash.decoy)
                        continuation.resume(returning: holds && hash != nil)
                    }
                }
            },
            needsRehash: PasswordHash.needsRehash
        )
    }
}
