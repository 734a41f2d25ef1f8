import PraxisDomain

extension Limits {
    /// How long somebody can have been at a date.
    static let attendedMinutes = 1...1_440
    /// After the end of a date members say so long that they were there.
    static let attendanceDeclared = Span.days(30)
    /// After the end of a date its code word is taken so long.
    static let codeWordTaken = Span.hours(24)
    /// After the end of a date what its hosts change about who was there is audited for each person.
    static let attendanceLate = Span.days(7)
    /// Unicode scalars of what is typed as one.
    static let codeWordScalars = 60
    /// How many people one page of the list shows: what is sent of it is well below `formFields`.
    static let attendanceRows = 40
}

extension Rate {
    /// Code words that were wrong, per member.
    static let wrongCodeWords = [Rate(5, per: .minutes(10)), Rate(20, per: .days(1))]
}

/// When it can be said who was at a date: from its beginning on, for dates that take place; pure.
enum AttendancePlan {
    /// Why it cannot be said yet, or not at all; nil if it can.
    static func refusal(_ date: Gathering, at now: Timestamp) -> FieldError.Problem? {
        switch date.state {
        case .cancelled: .gatheringIsCancelled
        case .skipped: .gatheringIsSkipped
        case .planned: date.startAt > now ? .gatheringIsToCome : nil
        }
    }

    /// Whether members can say that they were there, or take that back.
    static func takesDeclarations(_ date: Gathering, at now: Timestamp) -> Bool {
        refusal(date, at: now) == nil && now < date.endAt + Limits.attendanceDeclared
    }

    /// Whether its code word is shown to its hosts, and taken.
    static func takesCodeWord(_ date: Gathering, at now: Timestamp) -> Bool {
        refusal(date, at: now) == nil && now < date.endAt + Limits.codeWordTaken
    }

    static func isLate(_ date: Gathering, at now: Timestamp) -> Bool { now >= date.endAt + Limits.attendanceLate }
}
