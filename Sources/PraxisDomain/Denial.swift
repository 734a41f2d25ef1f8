/// Everything that a person can cause and read about.
///
/// Its HTTP status is one exhaustive switch in PraxisWeb.
///
/// Accidents (a full disk, a broken file) are errors of the store, never cases of this.
package enum Denial: Error, Equatable, Sendable {
    /// Not there, or not theirs to see: both answer alike.
    case missing
    case signedOut
    case notAllowed
    /// The thread is closed.
    case closed
    case silenced
    case lapsed
    /// The community's agreement has not been accepted yet.
    case agreement
    /// The edit window is over.
    case tooLate
    /// Based on an old revision or version; `current` is the one that is there now, and `now` its text.
    case stale(current: Int, now: String? = nil)
    case tooMany(retryAfter: Span)
    case input([FieldError])
    /// A form without a valid token.
    case forged
    /// The same idempotency key came with another body.
    case keyReused
    case tooLarge
    /// JSON or UTF-8 that cannot be read.
    case unreadable
    case unsupportedMediaType
    case methodNotAllowed([String])
    /// A session cannot start: the address and the password (or code) do not go together.
    case wrongCredentials
    /// Somebody else works on the queue item.
    case claimed(by: MemberID, named: String, until: Timestamp)
    /// The queue item was decided meanwhile.
    case decided(by: MemberID?, named: String, QueueAction, as: QueueEnd, at: Timestamp)
}

/// What is wrong with one field of a form or of a JSON body.
package struct FieldError: Equatable, Sendable {
    package let field: String
    package let problem: Problem

    package init(_ field: String, _ problem: Problem) { (self.field, self.problem) = (field, problem) }

    package enum Problem: Equatable, Sendable {
        case missing
        case tooShort(minimum: Int)
        /// `actual` is how long it was; lengths are Unicode scalars.
        case tooLong(maximum: Int, actual: Int)
        case notAnAddress
        case notAChoice([String])
        case notANumber
        case wrongType(expected: String)
        /// A text that is not spelt as the API document says.
        case notAsDescribed
        /// A field that the address does not know.
        case unknown
        case givenTwice
        case holdsNull
        /// A character that nobody sees, in a name.
        case holdsUnseen
        case wrongCode
        case expired
        case nameLooksLikeAnother
        case nameHoldsALink
        case addressNotAdmitted
        case unknownMember
        case tooManyPinned(maximum: Int)
        case lastManager
        case weakPassword
        case mustAccept
        case notATime
        case notBetween(Int, Int)
        case ownPost
        case noContact
    }
}
