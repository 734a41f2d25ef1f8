import Dispatch
import Foundation
import Hummingbird
import Logging
package import PraxisCapability
package import PraxisCommunity
import PraxisCrypto
package import PraxisDomain
import PraxisForum
package import PraxisMail
import PraxisStore
package import PraxisWeb
import PraxisWords
import Synchronization

/// A whole site in a test: a real database in its own folder, a fixed clock, seeded randomness, captured mail.
package final class TestSite: Sendable {
    package let env: PraxisCommunity.Environment
    package let responder: SiteResponder
    private let world: World
    private let folder: String
    private let writer: Writer

    /// What a test can control.
    private final class World: Sendable {
        let now: Mutex<Timestamp>
        let uptime = Mutex(Duration.zero)
        let slept = Mutex<[Duration]>([])
        let mails = Mutex<[Message]>([])
        let refusal = Mutex<(@Sendable (Message) async throws -> Void)?>(nil)
        let seed = Mutex<UInt64>(1)
        init(_ now: Timestamp) { self.now = Mutex(now) }
    }

    /// Saturday 21 November 2026, 9:00 in London.
    package static let morning = Timestamp(rawValue: 1_795_251_600_000)

    /// Creates an empty site.
    ///
    /// - Parameters:
    ///   - limits: whether limits over time apply.
    ///   - change: differences from the usual settings.
    ///   - capabilities: what the site can do.
    ///   - routes: all of the site's by default.
    /// - Throws: if its folder or its file cannot be created.
    package init(
        limits: Bool = false,
        change: (inout SiteSettings) -> Void = { _ in },
        capabilities: Capabilities = Forum.capabilities,
        routes: [Route]? = nil
    ) throws {
        var settings = SiteSettings()
        settings.name = "Riverside"
        settings.timeZone = "Europe/London"
        settings.limitsAreOn = limits
        change(&settings)
        let world = World(Self.morning)
        self.world = world
        folder = Self.newFolder()
        let events = EventKinds(capabilities.events), snapshots = Snapshots(events), live = LiveFeed(),
            mailSignal = Signal()
        let uptime: @Sendable () -> Duration = { world.uptime.withLock { $0 } }
        let clock = SteadyClock(wall: { world.now.withLock { $0 } }, uptime: uptime)
        let data = try DataFolder(folder)
        if capabilities === Forum.capabilities { try Self.empty.get().write(to: URL(filePath: data.database)) }
        let (store, writer) = try Store.open(
            data,
            migrations: capabilities.migrations,
            readers: 2,
            clock: clock.now,
            uptime: uptime,
            followers: events.followers,
            didCommit: {
                snapshots.didCommit($0)
                live.didCommit($0)
            },
            didQueueMail: { mailSignal.notify() }
        )
        self.writer = writer
        env = PraxisCommunity.Environment(
            settings: settings,
            installed: capabilities,
            store: store,
            writer: writer,
            events: events,
            snapshots: snapshots,
            live: live,
            clock: clock.now,
            uptime: uptime,
            sleep: { duration in world.slept.withLock { $0.append(duration) } },
            random: Self.randomness(world),
            passwords: Passwords(
                hash: { "plain:" + $0 },
                verify: { $1 == "plain:" + $0 || $1 == "old:" + $0 },
                needsRehash: { $0.hasPrefix("old:") }
            ),
            send: { message in
                try await world.refusal.withLock { $0 }?(message)
                world.mails.withLock { $0.append(message) }
            },
            mailSignal: mailSignal,
            log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
        responder = SiteResponder(
            routes ?? (capabilities === Forum.capabilities ? Forum.routes : capabilities.routes()),
            Pipeline(env, try capabilities.dictionaries(), capabilities.pages)
        )
    }

    private static func newFolder() -> String { NSTemporaryDirectory() + "praxis-test-" + Random.token() }

    /// The file of a site where nothing has happened: made once for all tests, since each table of it is altered for its seals.
    private static let empty = Result {
        let folder = newFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let data = try DataFolder(folder)
        try Store.prepare(data, migrations: Forum.capabilities.migrations)
        return try Data(contentsOf: URL(filePath: data.database))
    }

    /// The site as after a restart: the same file, and actors that remember nothing.
    package func restarted() -> PraxisCommunity.Environment {
        PraxisCommunity.Environment(
            settings: env.settings,
            installed: env.installed,
            store: env.store,
            writer: writer,
            events: EventKinds(env.capabilities.events),
            snapshots: env.snapshots,
            live: LiveFeed(),
            clock: env.clock,
            uptime: env.uptime,
            sleep: env.sleep,
            random: env.random,
            passwords: env.passwords,
            send: env.send,
            log: env.log
        )
    }

    /// The last to hold a site may be a command, and so the queue of the very writer that is to be closed: closing waits elsewhere.
    deinit {
        Self.closing.async { [store = env.store, folder] in
            try? store.close()
            try? FileManager.default.removeItem(atPath: folder)
        }
    }

    private static let closing = DispatchQueue(label: "closing of test sites")

    /// Moves the clock forward.
    package func pass(_ span: Span) {
        world.now.withLock { $0 = $0 + span }
        world.uptime.withLock { $0 += .milliseconds(span.milliseconds) }
    }

    /// Sets the wall clock, forward or back, without time passing.
    package func setWall(by span: Span) { world.now.withLock { $0 = $0 + span } }

    /// The durations for which the site has slept; each sleep returned at once.
    package var slept: [Duration] { world.slept.withLock { $0 } }

    package var now: Timestamp { world.now.withLock { $0 } }

    /// Has every later message go through `check` before it counts as handed over; an error it throws is the mail system's.
    package func checkMail(_ check: (@Sendable (Message) async throws -> Void)?) {
        world.refusal.withLock { $0 = check }
    }

    /// Every message handed over so far, the oldest first.
    package var mails: [Message] { world.mails.withLock { $0 } }

    /// The same, once all work after the responses is done.
    package func mailsSent() async -> [Message] {
        await env.jobs.finished()
        return mails
    }

    private static func randomness(_ world: World) -> Randomness {
        let next: @Sendable () -> UInt64 = {
            world.seed.withLock { seed in
                // SplitMix64: deterministic, and different each time.
                seed &+= 0x9E37_79B9_7F4A_7C15
                var mixed = seed
                mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
                mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
                return mixed ^ (mixed >> 31)
            }
        }
        return Randomness(
            bytes: { count in (0..<count).map { _ in UInt8(truncatingIfNeeded: next()) } },
            token: { "t" + String(next(), radix: 36) + String(next(), radix: 36) },
            digits: { count in String((0..<count).map { _ in Character(String(next() % 10)) }) }
        )
    }
}

extension Span {
    package static func + (left: Span, right: Span) -> Span {
        Span(milliseconds: left.milliseconds + right.milliseconds)
    }
}
