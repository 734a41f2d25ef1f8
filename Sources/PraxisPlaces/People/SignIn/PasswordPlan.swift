import Foundation
package import PraxisDomain

/// Which passwords are taken: pure.
package enum PasswordPlan {
    /// The password as it is hashed and compared: in NFC, so that "é" is one key or two alike; nothing is trimmed.
    package static func prepared(_ typed: String) -> String {
        typed.utf8.allSatisfy { $0 < 128 } ? typed : typed.precomposedStringWithCanonicalMapping
    }

    /// A new password, prepared, and unlike what anyone would try first: the member's own name and address.
    ///
    /// - Throws: `Denial.input` naming `password`.
    package static func checked(_ typed: String, notLike own: [String]) throws(Denial) -> String {
        let password = prepared(typed)
        if let problem = problem(password, own) { throw .input([FieldError("password", problem)]) }
        return password
    }

    private static func problem(_ password: String, _ own: [String]) -> FieldError.Problem? {
        let range = Limits.passwordBytes, bytes = password.utf8.count
        if bytes == 0 { return .missing }
        if bytes < range.lowerBound { return .tooShort(minimum: range.lowerBound) }
        if bytes > range.upperBound { return .tooLong(maximum: range.upperBound, actual: bytes) }
        let bare = bare(password)
        let guessable = own.flatMap { [$0, String($0.prefix { $0 != "@" })] }.map(Self.bare)
        if commonest.contains(bare) || guessable.contains(bare) || Set(password).count < 3 { return .weakPassword }
        return nil
    }

    /// What is left of a text without case, accents and spaces.
    private static func bare(_ text: String) -> String { TypedText.folded(text).filter { !$0.isWhitespace } }

    /// Those of at least eight characters that head every published list, and what people type when told to take longer
    /// ones.
    private static let commonest: Set = [
        "password", "password1", "password12", "password123", "passw0rd", "p@ssw0rd", "p@ssword", "password!",
        "password1!", "12345678", "123456789", "1234567890", "87654321", "987654321", "0123456789",
        "123123123", "11223344", "123454321", "12341234", "1q2w3e4r", "1q2w3e4r5t", "1qaz2wsx", "qazwsxedc",
        "qwertyui", "qwertyuiop", "qwerty123", "qwerty1234", "asdfghjkl", "asdfasdf", "zxcvbnm1", "abcd1234",
        "abcdefgh", "abc12345", "a1b2c3d4", "iloveyou", "iloveyou1", "sunshine", "princess", "football",
        "baseball", "superman", "whatever", "trustno1", "starwars", "computer", "michelle", "jennifer",
        "welcome1", "welcome123", "changeme", "changeme1", "letmein1", "letmein123", "admin123", "admin1234",
        "administrator", "default1", "secret123", "test1234", "testtest", "motdepasse", "azertyuiop",
        "azerty123", "bonjour1", "doudou123", "soleil123", "correcthorsebatterystaple", "liverpool",
        "chocolate", "hospital1",
    ]
}
