import PraxisCommunity
import PraxisDomain
import Testing

@Suite("A limit over time")
struct LimiterTests {
    private let key = Limiter.Key("sign-in", "192.0.2.1")
    private let start = Timestamp(rawValue: 1_000_000_000)
    private let rate = Rate(3, per: .minutes(1))

    @Test("lets the n-th pass, refuses the next and says when to come back")
    func refuses() throws {
        let limiter = Limiter(isOn: true)
        for second in 0..<3 { try limiter.use(key, [rate], at: start + .seconds(Int64(second))) }
        #expect(throws: Denial.tooMany(retryAfter: .seconds(57))) {
            try limiter.use(key, [rate], at: start + .seconds(3))
        }
        try limiter.use(.init("sign-in", "192.0.2.2"), [rate], at: start + .seconds(3))
    }

    @Test("lets the next pass once its span is over, and not all at once at the border")
    func slides() throws {
        let limiter = Limiter(isOn: true)
        for _ in 0..<3 { try limiter.use(key, [rate], at: start) }
        #expect(throws: Denial.self) { try limiter.use(key, [rate], at: start + .seconds(61)) }
        try limiter.use(key, [rate], at: start + .seconds(121))
    }

    @Test("counts nothing when it refuses, so that waiting helps")
    func doesNotCountRefusals() throws {
        let limiter = Limiter(isOn: true)
        for _ in 0..<3 { try limiter.use(key, [rate], at: start) }
        for _ in 0..<100 { #expect(throws: Denial.self) { try limiter.use(key, [rate], at: start + .seconds(1)) } }
        try limiter.use(key, [rate], at: start + .seconds(121))
    }

    @Test("is off for load tests")
    func off() throws {
        let limiter = Limiter(isOn: false)
        for _ in 0..<100 { try limiter.use(key, [rate], at: start) }
    }
}
