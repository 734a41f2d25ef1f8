package import PraxisDomain

extension Noun {
    package enum AgendaItem {}
}

extension Noun.AgendaItem: Identified { package static let kind: SubjectKind = "agenda-item" }

package typealias AgendaItemID = ID<Noun.AgendaItem>

extension Limits {
    static let agendaItems = 40
    /// Unicode scalars.
    static let agendaTitleScalars = 1...200
    static let agendaLeadScalars = 0...80
    /// How long an item takes.
    static let agendaMinutes = 1...480
}

/// What is said of an item, checked.
package struct AgendaEntry: Equatable, Sendable {
    package let title: String
    /// Nil if nobody has said.
    package let minutes: Int?
    /// Who leads it, in the words of those who added it; empty for nobody.
    package let lead: String

    /// - Throws: `Denial.input` with all that is wrong.
    package init(title: String, minutes: String, lead: String) throws(Denial) {
        var errors: [FieldError] = []
        let name = errors.collect("") { () throws(Denial) in
            try TypedText.line(title, "title", Limits.agendaTitleScalars)
        }
        let length = errors.collect(nil as Int?) { () throws(Denial) in try Self.length(minutes) }
        let leader = errors.collect("") { () throws(Denial) in
            try TypedText.line(lead, "lead", Limits.agendaLeadScalars)
        }
        guard errors.isEmpty else { throw .input(errors) }
        (self.title, self.minutes) = (name, length)
        self.lead = leader
    }

    private static func length(_ typed: String) throws(Denial) -> Int? {
        let typed = TypedText.normalised(typed)
        if typed.isEmpty { return nil }
        guard let minutes = Int(typed) else { throw .input([FieldError("minutes", .notANumber)]) }
        let range = Limits.agendaMinutes
        guard range.contains(minutes) else {
            throw .input([FieldError("minutes", .notBetween(range.lowerBound, range.upperBound))])
        }
        return minutes
    }
}

/// An item that is being added.
package struct NewAgendaItem: Sendable {
    package let entry: AgendaEntry
    /// The discussion that is put on the table; nil for none.
    package let about: ThreadID?

    package init(_ entry: AgendaEntry, about: ThreadID? = nil) { (self.entry, self.about) = (entry, about) }
}

/// What came of an item.
package struct AgendaOutcome: Sendable {
    /// As it was typed.
    package let text: PostText
    /// The post that tells the discussion of it; nil for an item without one.
    package let post: PostText?

    package init(_ text: PostText, post: PostText?) { (self.text, self.post) = (text, post) }
}

/// What is to change about an item; what is left out stays.
package struct AgendaChange: Sendable {
    package var entry: AgendaEntry?
    /// Its place in the order, counted from 1.
    package var position: Int?
    package var outcome: AgendaOutcome?
    /// The version it is based on.
    package var version: Int

    package init(basedOn version: Int) { self.version = version }
}
