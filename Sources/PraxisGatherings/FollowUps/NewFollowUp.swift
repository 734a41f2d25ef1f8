package import PraxisDomain

extension Noun {
    package enum FollowUp {}
}

extension Noun.FollowUp: Identified { package static let kind: SubjectKind = "follow-up" }

package typealias FollowUpID = ID<Noun.FollowUp>

/// What comes of a date.
package enum FollowUpKind: String, CaseIterable, Codable, Sendable {
    case campaign, resource
    case peerSupport = "peer-support"
    case peerSupervision = "peer-supervision"
    case other
}

/// How far it is.
package enum FollowUpState: String, CaseIterable, Codable, Sendable {
    case open, done, dropped
}

extension Limits {
    /// Of one date.
    static let followUps = 40
    /// Unicode scalars.
    static let followUpTitleScalars = 1...200
    /// How far ahead the day can be by which it is to be done.
    static let followUpAhead = 731
}

/// What is to be done after a date, as it is added, checked.
package struct NewFollowUp: Equatable, Sendable {
    package let title: String
    package let kind: FollowUpKind
    /// Who does it; nil if nobody has taken it yet.
    ///
    /// The command asks whether they are in the group.
    package let owner: MemberID?
    /// The day by which it is to be done, in days since 1970-01-01; nil for none.
    package let due: Int?

    /// `today` is the day where the date takes place.
    /// - Throws: `Denial.input` with all that is wrong.
    package init(title: String, kind: String, owner: MemberID?, due: String, today: Int) throws(Denial) {
        var errors: [FieldError] = []
        let name = errors.collect("") { () throws(Denial) in
            try TypedText.line(title, "title", Limits.followUpTitleScalars)
        }
        let chosen = FollowUpKind(rawValue: kind)
        if chosen == nil { errors.append(FieldError("kind", .notAChoice(FollowUpKind.allCases.map(\.rawValue)))) }
        let day = errors.collect(nil as Int?) { () throws(Denial) in try Self.day(due, today: today) }
        guard errors.isEmpty, let chosen else { throw .input(errors) }
        (self.title, self.kind) = (name, chosen)
        (self.owner, self.due) = (owner, day)
    }

    private static func day(_ typed: String, today: Int) throws(Denial) -> Int? {
        let typed = TypedText.normalised(typed)
        if typed.isEmpty { return nil }
        guard let day = LocalTime(date: typed)?.dayNumber else { throw .input([FieldError("due", .notATime)]) }
        if day < today { throw .input([FieldError("due", .dueIsOver)]) }
        if day > today + Limits.followUpAhead { throw .input([FieldError("due", .startIsFar)]) }
        return day
    }
}
