/// A piece of HTML in UTF-8 that is safe to send: literals are trusted, interpolated values are escaped.
///
/// Escaping is sufficient between tags and inside quoted attributes; attributes are therefore always quoted, and nothing is
/// interpolated into a script, a style or the scheme of an address.
public struct HTML: Sendable, Equatable {
    public internal(set) var bytes: [UInt8]

    /// Empty HTML.
    public init() {
        bytes = []
    }

    /// Takes bytes that are already HTML: assets, or posts rendered earlier.
    ///
    /// Must never be given anything that a person typed.
    public init(trusted bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Takes text that is already HTML; see ``init(trusted:)``.
    public init(trusted text: String) {
        bytes = Array(text.utf8)
    }

    public var isEmpty: Bool { bytes.isEmpty }

    /// The same HTML as a string, for mails and tests; pages send ``bytes``.
    public var string: String { String(decoding: bytes, as: UTF8.self) }

    public mutating func append(_ other: HTML) {
        bytes.append(contentsOf: other.bytes)
    }

    public static func + (left: HTML, right: HTML) -> HTML {
        var sum = left
        sum.append(right)
        return sum
    }

    public static func += (left: inout HTML, right: HTML) {
        left.append(right)
    }
}

extension HTML: ExpressibleByStringInterpolation {
    public init(stringLiteral text: String) {
        self.init(trusted: text)
    }

    public init(stringInterpolation: StringInterpolation) {
        bytes = stringInterpolation.bytes
    }

    /// The bytes of one literal, built from left to right.
    ///
    /// Only the types below can be interpolated, so that nothing reaches a page through `description`.
    public struct StringInterpolation: StringInterpolationProtocol {
        @usableFromInline var bytes: [UInt8] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + interpolationCount * 24)
        }

        public mutating func appendLiteral(_ literal: String) {
            bytes.append(contentsOf: literal.utf8)
        }

        public mutating func appendInterpolation(_ text: String) {
            bytes.appendEscaped(text)
        }

        public mutating func appendInterpolation(_ text: Substring) {
            bytes.appendEscaped(text)
        }

        /// Appends nothing if there is no text.
        public mutating func appendInterpolation(_ text: String?) {
            if let text { bytes.appendEscaped(text) }
        }

        /// Without a string in between: a page has hundreds of ids.
        public mutating func appendInterpolation(_ number: Int64) {
            bytes.append(decimal: number)
        }

        @inlinable
        public mutating func appendInterpolation(_ number: some BinaryInteger) {
            bytes.append(contentsOf: String(number).utf8)
        }

        public mutating func appendInterpolation(_ html: HTML) {
            bytes.append(contentsOf: html.bytes)
        }

        /// Appends nothing if there is no HTML.
        public mutating func appendInterpolation(_ html: HTML?) {
            if let html { bytes.append(contentsOf: html.bytes) }
        }

        public mutating func appendInterpolation(_ pieces: [HTML]) {
            for piece in pieces { bytes.append(contentsOf: piece.bytes) }
        }

        /// Appends `html`, which is evaluated only if `condition` is true.
        public mutating func appendInterpolation(
            if condition: Bool,
            _ html: @autoclosure () throws -> HTML
        ) rethrows {
            if condition { bytes.append(contentsOf: try html().bytes) }
        }

        /// Appends the result of `html` for each element, with no separator: `\(each: threads, { line($0) })`.
        public mutating func appendInterpolation<Elements: Sequence>(
            each elements: Elements,
            _ html: (Elements.Element) throws -> HTML
        ) rethrows {
            for element in elements { bytes.append(contentsOf: try html(element).bytes) }
        }
    }
}
