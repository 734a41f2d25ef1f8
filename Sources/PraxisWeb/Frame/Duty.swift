package import PraxisDomain
package import PraxisWords

/// What is waiting for a member who decides something, as shown in the header of every page.
package struct Duty: Sendable {
    /// Where it is waiting.
    package let path: String
    /// How much there is, and for how long: "Queue 6, oldest 2 h".
    package let name: @Sendable (Words, _ now: Timestamp) -> String

    package init(path: String, name: @escaping @Sendable (Words, _ now: Timestamp) -> String) {
        (self.path, self.name) = (path, name)
    }
}

extension Call {
    /// One for each capability in which something is waiting, in their order.
    package var dutyLines: [(path: String, text: String)] { duties.map { ($0.path, $0.name(words, now)) } }
}
