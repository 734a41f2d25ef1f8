/// Regular expressions (ECMA 262, flag `u`) by which the API document says what the checks ask of a string.
package enum TextPattern {
    /// What `TypedText` asks of a text besides its greatest length: no NUL, and so many characters from the first that can be seen to
    /// the last.
    ///
    /// The length is judged of the text as it is kept: composed, and without blank edges.
    package static func seen(atLeast minimum: Int) -> String {
        switch minimum {
        case ...0: "^\(any)$"
        case 1: "^\(any)\(seen)\(any)$"
        default: "^\(any)\(seen)(?:\(any)\(counted)){\(minimum - 2)}\(any)\(seen)\(any)$"
        }
    }

    /// The whole of a string, and nothing before or behind it.
    package static func whole(_ expression: String) -> String { "^(?:\(expression))$" }

    private static let any = #"[^\u0000]*"#
    private static let unseen = #"\p{Cc}\p{Cf}\p{Cn}\p{Cs}\p{Default_Ignorable_Code_Point}"#
    private static let seen = #"[^\s"# + unseen + #"\u2800]"#
    /// What counts between two that can be seen: blanks too.
    private static let counted = "[^" + unseen + "]"
}
