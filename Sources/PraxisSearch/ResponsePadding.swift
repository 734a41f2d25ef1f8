import PraxisCapability
import PraxisCommunity

/// The beat on which answers of the search leave, so that their time does not tell of posts that the reader may not read (A32).
///
/// A word of closed posts costs the full-text index more than a word that stands nowhere; on a beat both are answered alike. One beat is
/// longer than 10,000 hits take that the reader may not see.
package enum ResponsePadding {
    package static let length = Duration.milliseconds(25)

    /// Runs a search that begins now and returns on the beat.
    static func on<Value: Sendable>(_ env: Environment, _ search: () async throws -> Value) async throws -> Value {
        let start = env.uptime()
        let value = try await search()
        try await env.sleep(rest(after: env.uptime() - start))
        return value
    }

    /// How long an answer rests that was ready after `elapsed`: to the end of the beat in which it was.
    package static func rest(after elapsed: Duration) -> Duration {
        var end = length
        while end < elapsed { end += length }
        return end - elapsed
    }
}
