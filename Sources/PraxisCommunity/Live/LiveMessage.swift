package import PraxisDomain
import PraxisStore

/// One event as told to listeners: ids and words of the vocabulary, never text or names.
package struct LiveMessage {
    package enum Audience {
        /// Everyone who may read the thread.
        case readers(isPublic: Bool)
        /// The author of content that no one else is shown.
        case author(MemberID, isPublic: Bool)
        /// Those who decide in the place, as far as `may` permits; it throws `Denial` for others.
        case deciders(may: (Reading) throws -> Void)
        case requests
    }

    /// Nil if it concerns the community itself.
    let group: GroupID?
    /// The thread it is about; nil for others, which no admission opens.
    let thread: ThreadID?
    let audience: Audience
    /// The bytes to send, without the id.
    let text: [UInt8]

    /// Names and values of `members` are strings that need no escaping.
    package init(
        _ name: String,
        _ members: [(String, String)],
        in group: GroupID?,
        about thread: ThreadID? = nil,
        to audience: Audience
    ) {
        let data = members.map { "\"\($0.0)\":\"\($0.1)\"" }.joined(separator: ",")
        self.group = group
        self.thread = thread
        self.audience = audience
        text = Array("event: \(name)\ndata: {\(data)}\n\n".utf8)
    }
}
