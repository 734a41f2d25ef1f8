import PraxisCommunity
import PraxisDomain
import Synchronization
import Testing

@Suite("A limit over time")
struct LimiterTests {
    /// A limiter and the uptime that the test turns.
    private final class Counting: Sendable {
        let limiter: Limiter

        init(isOn: Bool = true) {
            let time = Time()
            self.time = time
            limiter = Limiter(isOn: isOn, uptime: { time.passed.withLock { $0 } })
        }

        private let time: Time
        private final class Time: Sendable { let passed = Mutex(Duration.seconds(1_000)) }

        func pass(_ duration: Duration) { time.passed.withLock { $0 += duration } }
    }

    private let key = Limiter.Key("sign-in", "192.0.2.1")
    private let rate = Rate(3, per: .minutes(1))

    @Test("lets the n-th pass, refuses the next and says when to come back")
    func refuses() throws {
        let counting = Counting()
        for _ in 0..<3 {
            try counting.limiter.use(key, [rate])
            counting.pass(.seconds(1))
        }
        // Three in the minute before leave room for one more when a third of them has left the window.
        #expect(throws: Denial.tooMany(retryAfter: .seconds(77))) { try counting.limiter.use(key, [rate]) }
        try counting.limiter.use(.init("sign-in", "192.0.2.2"), [rate])
    }

    @Test("lets pass who waits as long as was told, and nobody a second earlier", arguments: [1, 3, 15, 30])
    func waitIsEnough(count: Int) throws {
        let counting = Counting(), rate = Rate(count, per: .minutes(1))
        for _ in 0..<40 * count {
            do throws(Denial) { try counting.limiter.use(key, [rate]) } catch {
                guard case .tooMany(let wait) = error else { throw error }
                let seconds = wait.wholeSeconds
                counting.pass(.milliseconds(wait.milliseconds - 1000))
                if seconds > 1 { #expect(throws: Denial.self) { try counting.limiter.use(key, [rate]) } }
                counting.pass(.seconds(1))
                try counting.limiter.use(key, [rate])
            }
            counting.pass(.milliseconds(137))
        }
    }

    @Test("does not let all pass at once at the border of a window")
    func slides() throws {
        let counting = Counting()
        for _ in 0..<3 { try counting.limiter.use(key, [rate]) }
        counting.pass(.seconds(61))
        #expect(throws: Denial.self) { try counting.limiter.use(key, [rate]) }
        counting.pass(.seconds(60))
        try counting.limiter.use(key, [rate])
    }

    @Test("counts nothing when it refuses, so that waiting helps")
    func doesNotCountRefusals() throws {
        let counting = Counting()
        for _ in 0..<3 { try counting.limiter.use(key, [rate]) }
        for _ in 0..<100 { #expect(throws: Denial.self) { try counting.limiter.use(key, [rate]) } }
        counting.pass(.seconds(121))
        try counting.limiter.use(key, [rate])
    }

    @Test("is off for load tests")
    func off() throws {
        let counting = Counting(isOn: false)
        for _ in 0..<100 { try counting.limiter.use(key, [rate]) }
    }
}
