package import Logging
package import PraxisDomain
package import PraxisMail
package import PraxisStore

/// The outside world as one value, passed down: PraxisApp makes the live one, PraxisTesting that of tests.
package struct Environment: Sendable {
    package let settings: SiteSettings
    /// What the site can do; the target that knows it gives it its type.
    package let installed: any InstalledCapabilities
    package let store: Store
    package let snapshots: Snapshots
    package let limiter: Limiter
    package let site: Site
    package let communities: Communities
    package let live: LiveHub
    /// The time of day; it never goes back (`SteadyClock`).
    package let clock: @Sendable () -> Timestamp
    /// How long the process has run: durations are measured by it, independently of the wall clock.
    package let uptime: @Sendable () -> Duration
    /// Returns after the duration, or throws if its task is cancelled.
    package let sleep: @Sendable (Duration) async throws -> Void
    package let random: Randomness
    package let passwords: Passwords
    /// Hands a message over to the mail system; returns once it was accepted, throws if it was not.
    package let send: @Sendable (Message) async throws -> Void
    /// Work done after the response.
    package let jobs: BackgroundJobs
    /// Rings when mail was queued.
    package let mailSignal: Signal
    package let log: Logger

    package init(
        settings: SiteSettings,
        installed: any InstalledCapabilities,
        store: Store,
        writer: Writer,
        events: EventKinds,
        snapshots: Snapshots,
        live: LiveFeed,
        mostStreams: Int = Limits.liveStreams,
        clock: @escaping @Sendable () -> Timestamp,
        uptime: @escaping @Sendable () -> Duration,
        sleep: @escaping @Sendable (Duration) async throws -> Void,
        random: Randomness,
        passwords: Passwords,
        send: @escaping @Sendable (Message) async throws -> Void,
        mailSignal: Signal = Signal(),
        log: Logger
    ) {
        self.settings = settings
        self.store = store
        self.snapshots = snapshots
        self.clock = clock
        self.random = random
        self.passwords = passwords
        self.send = send
        self.log = log
        self.installed = installed
        self.uptime = uptime
        self.sleep = sleep
        limiter = Limiter(isOn: settings.limitsAreOn, uptime: uptime)
        site = Site(writer)
        communities = Communities(writer, settings, installed)
        jobs = BackgroundJobs(log)
        self.mailSignal = mailSignal
        self.live = LiveHub(events, live, store, most: mostStreams, clock: clock, log)
    }
}

/// The capabilities of a site, which targets above this one know.
package protocol InstalledCapabilities: AnyObject, Sendable {}

/// Unpredictable values.
///
/// Tests provide a seeded source.
package struct Randomness: Sendable {
    package let bytes: @Sendable (Int) -> [UInt8]
    /// A URL-safe token of at least 144 bits.
    package let token: @Sendable () -> String
    /// The given number of decimal digits, uniformly distributed.
    package let digits: @Sendable (Int) -> String

    package init(
        bytes: @escaping @Sendable (Int) -> [UInt8],
        token: @escaping @Sendable () -> String,
        digits: @escaping @Sendable (Int) -> String
    ) {
        self.bytes = bytes
        self.token = token
        self.digits = digits
    }
}

/// Password hashing off the cooperative pool, at most as many at a time as there are cores less one.
package struct Passwords: Sendable {
    package let hash: @Sendable (_ password: String) async -> String
    /// Whether `password` matches `hash`.
    ///
    /// Without a hash, a decoy is compared, so that unknown accounts take as long.
    package let verify: @Sendable (_ password: String, _ hash: String?) async -> Bool
    /// Whether a hash was made with another cost than today's.
    package let needsRehash: @Sendable (_ hash: String) -> Bool

    package init(
        hash: @escaping @Sendable (_ password: String) async -> String,
        verify: @escaping @Sendable (_ password: String, _ hash: String?) async -> Bool,
        needsRehash: @escaping @Sendable (_ hash: String) -> Bool
    ) {
        self.hash = hash
        self.verify = verify
        self.needsRehash = needsRehash
    }
}
