package import PraxisDomain

/// Something that members set about their mail, declared once by its capability.
///
///     static let level = MailSetting("digest-level", for: [.group, .community], usual: MailLevel.daily)
///
/// A choice is a row: member, key, scope, value. A scope is a subject: a place, or the member themselves for everything. What holds in a
/// place is the choice for the nearest of its scopes: this is decided by `value(_:in:)`, and in SQL by `nearest(of:in:)`, which a test
/// holds against it.
package struct MailSetting<Value: Hashable & Sendable>: Sendable {
    /// As the table spells it: unique, and never changed once shipped.
    package let key: String
    /// The kinds of scope that it can be set for, the nearest first.
    package let scopes: [SubjectKind]
    /// What holds where nothing was chosen.
    package let usual: Value
    /// How the table spells a value.
    package let spelling: @Sendable (Value) -> String
    /// Returns nil for text that is no value of it.
    private let reading: @Sendable (String) -> Value?

    package init(
        _ key: String,
        for scopes: [SubjectKind],
        usual: Value,
        spelling: @escaping @Sendable (Value) -> String,
        reading: @escaping @Sendable (String) -> Value?
    ) {
        self.key = key
        self.scopes = scopes
        self.usual = usual
        (self.spelling, self.reading) = (spelling, reading)
    }

    /// The value that a text stands for; the usual one for no text, or one that is no value of it.
    package func value(_ text: String?) -> Value { text.flatMap(reading) ?? usual }

    /// What holds in a place, from what was chosen: the nearest wins.
    ///
    /// - Parameters:
    ///   - chosen: the values as the table spells them, by scope.
    ///   - place: every scope that the place lies in, in any order.
    /// - Returns: the value of the nearest scope that was chosen for; the usual one if none was.
    package func value(_ chosen: [Subject: String], in place: [Subject]) -> Value {
        let nearest = scopes.lazy.compactMap { kind in place.first { $0.kind == kind }.flatMap { chosen[$0] } }.first
        return value(nearest)
    }
}

extension MailSetting where Value: RawRepresentable<String> {
    /// A word of a vocabulary.
    package init(_ key: String, for scopes: [SubjectKind], usual: Value) {
        self.init(key, for: scopes, usual: usual, spelling: \.rawValue, reading: Value.init)
    }
}

extension MailSetting<Int> {
    package init(_ key: String, for scopes: [SubjectKind], in range: ClosedRange<Int>, usual: Int) {
        self.init(key, for: scopes, usual: usual, spelling: String.init) { text in
            Int(text).flatMap { range.contains($0) ? $0 : nil }
        }
    }
}

extension MailSetting<Bool> {
    package init(_ key: String, for scopes: [SubjectKind], usual: Bool) {
        self.init(key, for: scopes, usual: usual, spelling: { $0 ? "on" : "off" }) { text in
            ["on": true, "off": false][text]
        }
    }
}
