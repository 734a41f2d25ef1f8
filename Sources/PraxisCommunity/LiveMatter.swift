package import PraxisDomain
package import PraxisStore

/// One thing that happened, as far as anybody who listens may be told: ids and words of the vocabulary, never a text or a name.
package struct LiveMatter {
    package enum Audience {
        /// Everyone who reads the thread.
        case readers(isPublic: Bool)
        /// The author of what nobody else is shown.
        case author(MemberID, isPublic: Bool)
        /// Those who decide in the place, as far as `may` lets them; it throws `Denial` for the others.
        case deciders(may: (Viewer, DB, Timestamp) throws -> Void)
        case requests
    }

    /// Returns nil for what concerns the community itself.
    let group: GroupID?
    let audience: Audience
    /// As it is sent, without its id.
    let text: [UInt8]

    /// - Parameter members: strings that need no escaping.
    package init(_ name: String, _ members: [(String, String)], in group: GroupID?, to audience: Audience) {
        let data = members.map { "\"\($0.0)\":\"\($0.1)\"" }.joined(separator: ",")
        (self.group, self.audience) = (group, audience)
        text = Array("event: \(name)\ndata: {\(data)}\n\n".utf8)
    }
}
