package import PraxisDomain

extension Noun { package enum LearningEntry {} }

extension Noun.LearningEntry: Identified { package static let kind: SubjectKind = "learning" }

package typealias LearningEntryID = ID<Noun.LearningEntry>

extension Limits {
    /// Unicode scalars; likewise the others.
    static let learningTitleScalars = 1...200
    static let learningCategoryScalars = 1...100
    static let learningReflectionScalars = 0...5_000
    /// Of one member, in all years.
    static let learningEntries = 5_000
    /// How many years back a day can be.
    static let learningYears = 20
    /// What was removed can be brought back so long.
    static let learningUndone = Span.minutes(10)
}

/// What a member notes of their own learning, checked.
package struct NewLearning: Equatable, Sendable {
    /// In days since 1970-01-01.
    package let day: Int
    package let minutes: Int
    package let category: String
    package let title: String
    /// Empty for none; read by nobody else.
    package let reflection: String

    /// As it is typed.
    package struct Typed: Sendable {
        package var date = "", minutes = "", category = "", title = "", reflection = ""

        package init() {}
    }

    /// `today` is the day where the member is.
    /// - Throws: `Denial.input` with all that is wrong.
    package init(_ typed: Typed, today: LocalTime) throws(Denial) {
        var errors: [FieldError] = []
        day = errors.collect(0) { () throws(Denial) in try Self.day(typed.date, today) }
        minutes = errors.collect(0) { () throws(Denial) in try Self.minutes(typed.minutes) }
        category = errors.collect("") { () throws(Denial) in
            try TypedText.line(typed.category, "category", Limits.learningCategoryScalars)
        }
        title = errors.collect("") { () throws(Denial) in
            try TypedText.line(typed.title, "title", Limits.learningTitleScalars)
        }
        reflection = errors.collect("") { () throws(Denial) in
            try TypedText.checked(typed.reflection, "reflection", Limits.learningReflectionScalars)
        }
        if !errors.isEmpty { throw .input(errors) }
    }

    private static func day(_ typed: String, _ today: LocalTime) throws(Denial) -> Int {
        let typed = TypedText.normalised(typed)
        if typed.isEmpty { throw .input([FieldError("date", .missing)]) }
        guard let day = LocalTime(date: typed) else { throw .input([FieldError("date", .notATime)]) }
        if day.dayNumber > today.dayNumber { throw .input([FieldError("date", .learningIsToCome)]) }
        if day.year < today.year - Limits.learningYears { throw .input([FieldError("date", .learningIsLongAgo)]) }
        return day.dayNumber
    }

    private static func minutes(_ typed: String) throws(Denial) -> Int {
        let typed = TypedText.normalised(typed), range = Limits.attendedMinutes
        if typed.isEmpty { throw .input([FieldError("minutes", .missing)]) }
        guard let minutes = Int(typed) else { throw .input([FieldError("minutes", .notANumber)]) }
        guard range.contains(minutes) else {
            throw .input([FieldError("minutes", .notBetween(range.lowerBound, range.upperBound))])
        }
        return minutes
    }
}
