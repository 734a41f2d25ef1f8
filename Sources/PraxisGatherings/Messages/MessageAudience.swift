package import PraxisDomain

extension Noun { package enum HostMessage {} }

extension Noun.HostMessage: Identified { package static let kind: SubjectKind = "host-message" }

/// What a host writes to people by what they answered to a date.
package typealias HostMessageID = ID<Noun.HostMessage>

/// Whom a host can write to: people by what they have answered by then.
package enum MessageAudience: String, CaseIterable, Sendable {
    /// They said yes and have a seat.
    case seated
    /// They said yes and are on the waiting list.
    case waiting
    case maybe
}

extension MessageAudience {
    /// As the words of a column, between spaces.
    static func read(_ words: String) -> [MessageAudience] {
        words.split(separator: " ").compactMap { MessageAudience(rawValue: String($0)) }
    }
}

extension [MessageAudience] {
    var words: String { map(\.rawValue).joined(separator: " ") }
}

/// How far a message is, as it is stored.
enum HostMessageState: String, CaseIterable, Sendable {
    /// It can be taken back before anybody gets it.
    case waiting
    /// Its mails are being queued.
    case leaving
    case sent
    /// It was taken back in time: its writer finds the text in the form.
    case undone
    /// It was taken off the page after it had left: without its text, it counts among those of its day.
    case removed
}

extension GivenAnswer {
    /// Nil for a no.
    var audience: MessageAudience? {
        switch answer {
        case .yes: waiting == nil ? .seated : .waiting
        case .maybe: .maybe
        case .no: nil
        }
    }
}

extension Limits {
    /// Unicode scalars.
    static let hostMessageScalars = 1...5_000
    /// How many a date takes.
    static let hostMessages = 40
    /// How long a message can be taken back before anybody gets it.
    static let hostMessageHeld = Span.minutes(2)
    /// How long after the end of a date its hosts can still write.
    static let hostMessagesAfter = Span.days(7)
    /// How long the text of one that was taken back is kept for its writer.
    static let undoneMessageKept = Span.days(7)
}

extension Rate {
    /// What one host sends, to whatever dates.
    static let hostMessagesPerDay = Rate(5, per: .days(1))
}
