/// What a date of a series can have of its own, so that a change of the series leaves it as it is.
package enum GatheringField: String, CaseIterable, Sendable {
    case title, start, minutes, mode, place, joinLink, capacity
    /// Whether it takes place.
    case state

    /// As it is stored: words between spaces, in the order of the cases.
    static func text(_ fields: Set<GatheringField>) -> String {
        allCases.filter(fields.contains).map(\.rawValue).joined(separator: " ")
    }

    /// Words that are not known are left out.
    static func read(_ text: String) -> Set<GatheringField> {
        Set(text.split(separator: " ").compactMap { GatheringField(rawValue: String($0)) })
    }
}
