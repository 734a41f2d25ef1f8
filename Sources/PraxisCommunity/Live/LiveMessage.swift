package import PraxisDomain

/// A name under which listeners are told of something, as the capability declares it that tells of it: see `Capability.live`.
package struct LiveEvent: Sendable {
    package let name: String
    /// The names of what its data can hold, in their order; all values are strings.
    package let members: [String]
    /// Who hears of it, as the document of the API says it; nil for all who read the place.
    package let listeners: String?

    package init(_ name: String, _ members: [String], for listeners: String? = nil) {
        self.name = name
        self.members = members
        self.listeners = listeners
    }
}

/// One event as told to listeners: ids and words of the vocabulary, never text or names.
package struct LiveMessage {
    /// Nil if it concerns the community itself.
    let group: GroupID?
    /// The thread it is about; nil for others, which no admission opens.
    let thread: ThreadID?
    let audience: LiveAudience
    /// The bytes to send, without the id.
    let text: [UInt8]

    /// Names and values of `members` are strings that need no escaping.
    package init(
        _ event: LiveEvent,
        _ members: [(String, String)],
        in group: GroupID?,
        about thread: ThreadID? = nil,
        to audience: LiveAudience
    ) {
        let data = members.map { "\"\($0.0)\":\"\($0.1)\"" }.joined(separator: ",")
        self.group = group
        self.thread = thread
        self.audience = audience
        text = Array("event: \(event.name)\ndata: {\(data)}\n\n".utf8)
    }
}
