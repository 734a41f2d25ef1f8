package import HTML
package import PraxisDomain

/// An address with parameters: the pattern that a route answers, and the link that leads there.
///
/// ```swift
/// extension Paths { package static let react = Address<PostID>("/p/{post}/react") }
/// Route.form(Paths.react) { … }  // answers "/p/{post}/react"
/// Paths.react(post)  // "/p/17/react"
/// ```
/// Parts are ids, numbers and slugs, which no address needs to escape. The pattern is split once, when the address is made. A class, since a
/// page draws many links, and a copy of a structure would count the references of all its strings.
package final class Address<each Part: AddressPart>: RoutePattern {
    package let pattern: String
    fileprivate let lead: String
    /// What follows each part.
    fileprivate let rest: [String]

    /// - Precondition: `pattern` has as many names in braces as the address has parts.
    package init(_ pattern: String) {
        let pieces = pattern.split(separator: "{", omittingEmptySubsequences: false)
        self.pattern = pattern
        lead = String(pieces[0])
        rest = pieces.dropFirst().map { String($0.drop { $0 != "}" }.dropFirst()) }
        var parts = 0
        for _ in repeat (each Part).self { parts += 1 }
        precondition(parts == rest.count, "\(pattern) does not have \(parts) parts")
    }

    package func callAsFunction(_ part: repeat each Part) -> String {
        var path = lead, next = 0
        for part in repeat each part {
            part.write(to: &path)
            path += rest[next]
            next += 1
        }
        return path
    }
}

/// What stands for a name in braces in the link to an `Address`.
package protocol AddressPart: Sendable {
    func write(to path: inout String)
}

extension ID: AddressPart {
    package func write(to path: inout String) { path += description }
}

extension Int: AddressPart {
    package func write(to path: inout String) { path += description }
}

/// A slug or a token.
extension String: AddressPart {
    package func write(to path: inout String) { path += self }
}

extension HTML.StringInterpolation {
    /// The link to what an id names, without a string in between: pages have hundreds of them.
    package mutating func appendInterpolation<Entity>(_ address: Address<ID<Entity>>, _ id: ID<Entity>) {
        appendLiteral(address.lead)
        appendInterpolation(id.rawValue)
        appendLiteral(address.rest[0])
    }
}

/// What a route answers: an `Address`, or a constant of `Paths`.
package protocol RoutePattern: Sendable {
    /// With parameters in braces: `/c/{community}/g/{group}`.
    var pattern: String { get }
}

extension String: RoutePattern {
    package var pattern: String { self }
}
