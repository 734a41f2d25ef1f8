import PraxisDomain

/// What a date is for, as it is typed.
enum GatheringPurpose {
    /// Returns nil if nothing was typed.
    /// - Throws: `Denial.input` naming `purpose`.
    static func checked(_ typed: String) throws(Denial) -> PostText? {
        TypedText.normalised(typed).isEmpty ? nil : try PostText(typed, field: "purpose")
    }
}
