/// Every refusal that a user can cause and read about: what the kernel refuses, and `own` for what one capability does.
///
/// Its HTTP status is one exhaustive switch in PraxisWeb.
///
/// Failures (a full disk, a broken file) are errors of the store, never cases of this.
package enum Denial: Error, Equatable, Sendable {
    /// Does not exist, or may not be seen: the two are indistinguishable.
    case missing
    case signedOut
    case notAllowed
    case silenced
    case lapsed
    /// The community's agreement has not been accepted yet.
    case agreement
    /// The edit window is over.
    case tooLate
    /// Based on an old revision or version; `current` is the current one, and `now` its text.
    case stale(current: Int, now: String? = nil)
    case tooMany(retryAfter: Span)
    case input([FieldError])
    /// A form without a valid token.
    case forged
    /// The same idempotency key was used with another body.
    case keyReused
    case tooLarge
    /// JSON or UTF-8 that cannot be parsed.
    case unreadable
    case unsupportedMediaType
    case methodNotAllowed([String])
    /// What one capability refuses.
    case own(OwnDenial)
}

/// What is wrong with one field of a form or of a JSON body.
package struct FieldError: Equatable, Sendable {
    package let field: String
    package let problem: Problem

    package init(_ field: String, _ problem: Problem) { (self.field, self.problem) = (field, problem) }

    package enum Problem: Equatable, Sendable {
        case missing
        case tooShort(minimum: Int)
        /// `actual` is the length that was sent; lengths are Unicode scalars.
        case tooLong(maximum: Int, actual: Int)
        case notAnAddress
        case notAChoice([String])
        case notANumber
        case wrongType(expected: String)
        /// Text that does not match its pattern in the API document.
        case notAsDescribed
        /// A field that the endpoint does not know.
        case unknown
        case givenTwice
        case holdsNull
        /// An invisible character in a name.
        case holdsUnseen
        case notATime
        case notBetween(Int, Int)
        /// One that a capability declares: `problems` in its words says under this name what to do, with the values filled in.
        case own(String, [String: String] = [:])
    }
}

extension [FieldError] {
    /// What `read` gives, or `standIn` with its problems added to these, so that a form names all of them at once.
    package mutating func collect<Value>(_ standIn: Value, _ read: () throws(Denial) -> Value) -> Value {
        do throws(Denial) {
            return try read()
        } catch {
            if case .input(let errors) = error { self += errors }
            return standIn
        }
    }
}
