import Foundation
import PraxisCapability
import PraxisDomain
import PraxisStore
import PraxisWeb
import PraxisWords

extension SearchField {
    /// By when posts were written.
    static let days: [SearchField] = [
        day("before", at: 70, { $0.search.before() }) { .post("p.createdAt < \($0)") },
        day("after", at: 60, { $0.search.after() }, tip: Tip(40) { $0.search.tipDays() }) {
            .post("p.createdAt >= \($0)")
        },
    ]

    /// Days begin at midnight in the reader's zone.
    private static func day(
        _ name: String,
        at position: Int,
        _ label: @escaping @Sendable (Words) -> String,
        tip: Tip? = nil,
        condition: @escaping @Sendable (Timestamp) -> SearchCondition
    ) -> SearchField {
        SearchField(
            name,
            at: position,
            .moment,
            label,
            .day,
            operation: Operation(canExclude: false, tip: tip) { text, zone in
                Timestamp(startOf: text, in: zone).map(condition)
            },
            read: { text, zone in
                (Timestamp(startOf: text, in: zone) ?? exactTime(text)).map { .condition(condition($0)) }
                    ?? .problem(.notATime)
            }
        )
    }

    /// As RFC 3339 writes it.
    private static func exactTime(_ text: String) -> Timestamp? {
        for format in [Date.ISO8601FormatStyle(), Date.ISO8601FormatStyle(includingFractionalSeconds: true)] {
            if let date = try? format.parse(text) {
                return Timestamp(rawValue: Int64(date.timeIntervalSince1970 * 1000))
            }
        }
        return nil
    }
}
