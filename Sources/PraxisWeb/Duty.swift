package import PraxisDomain
import PraxisWords

/// What is waiting for a member who decides something, as shown in the header of every page.
package struct Duty: Hashable, Sendable {
    package let count: Int
    package let oldest: Timestamp?
    /// Where it is waiting.
    package let path: String

    package init(count: Int, oldest: Timestamp?, path: String) {
        (self.count, self.oldest, self.path) = (count, oldest, path)
    }
}

extension Call {
    /// "Queue 6, oldest 2 h"; returns nil if nothing is waiting.
    package var dutyLine: (path: String, text: String)? {
        guard let duty, let oldest = duty.oldest else { return nil }
        return (duty.path, words.triage.queue.nav(duty.count, "age", words.triage.age(now.since(oldest))))
    }
}
