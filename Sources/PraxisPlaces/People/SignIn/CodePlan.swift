import PraxisDomain

/// The code of a mail, as people type and paste it.
package enum CodePlan {
    /// Its digits, of whatever script; out of a whole sentence, the first number that is as long as a code.
    package static func digits(in typed: String) -> String {
        let text = TypedText.folded(typed)
        let numbers = text.split { !isDigit($0) && $0 != " " && $0 != "-" }.map { $0.filter(isDigit) }
        return numbers.first { $0.count == Limits.codeDigits } ?? text.filter(isDigit)
    }

    private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}
