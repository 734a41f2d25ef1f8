/// Regular expressions (ECMA 262, flag `u`) by which the API document states what is required of a string.
package enum TextPattern {
    /// What `TypedText` requires of a text besides its maximum length: no NUL, and at least this many characters from the first visible one
    /// to the last.
    ///
    /// The length is that of the stored text: composed, and without white space at the ends.
    package static func seen(atLeast minimum: Int) -> String {
        switch minimum {
        case ...0: "^\(any)$"
        case 1: "^\(any)\(seen)\(any)$"
        default: "^\(any)\(seen)(?:\(any)\(counted)){\(minimum - 2)}\(any)\(seen)\(any)$"
        }
    }

    /// Matches the whole string.
    package static func whole(_ expression: String) -> String { "^(?:\(expression))$" }

    private static let any = #"[^\u0000]*"#
    private static let unseen = #"\p{Cc}\p{Cf}\p{Cn}\p{Cs}\p{Default_Ignorable_Code_Point}"#
    private static let seen = #"[^\s"# + unseen + #"\u2800]"#
    /// A character that counts between two visible ones: blanks too.
    private static let counted = "[^" + unseen + "]"
}
