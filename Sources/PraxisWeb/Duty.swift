package import PraxisDomain
import PraxisWords

/// What waits for somebody who decides something, as the head of every page tells them.
package struct Duty: Hashable, Sendable {
    package let count: Int
    package let oldest: Timestamp?
    /// Where it waits.
    package let path: String

    package init(count: Int, oldest: Timestamp?, path: String) {
        (self.count, self.oldest, self.path) = (count, oldest, path)
    }
}

extension Call {
    /// "Queue 6, oldest 2 h"; nothing where nothing waits.
    package var dutyLine: (path: String, text: String)? {
        guard let duty, let oldest = duty.oldest else { return nil }
        return (duty.path, words.triage.queue.nav(duty.count, "age", words.triage.age(now.since(oldest))))
    }
}
