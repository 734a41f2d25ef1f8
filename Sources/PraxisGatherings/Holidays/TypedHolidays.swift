import PraxisDomain
import PraxisPlaces
import PraxisWeb

/// What a host chose for each date that falls on a holiday, as the form was sent.
struct TypedHolidays: Sendable {
    enum Choice: String, CaseIterable, Sendable { case keep, skip, move }

    /// A date as the form showed it.
    struct Shown: Sendable {
        let thread: ThreadID
        let version: Int
        let holidays: [HolidayKey]

        init(_ proposal: HolidayProposal) {
            (thread, version) = (proposal.gathering.thread, proposal.gathering.version)
            holidays = proposal.holidays.map(\.listed.key)
        }

        /// Returns nil for what no form says.
        fileprivate init?(_ text: Substring) {
            let parts = text.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count == 3, let thread = ThreadID(parts[0]), let version = Int(parts[1]) else { return nil }
            (self.thread, self.version) = (thread, version)
            holidays = parts[2].split(separator: "+").compactMap { text in
                let parts = text.split(separator: ".")
                guard parts.count == 3, let list = HolidayListID(parts[0]), let first = Int(parts[1]),
                    let last = Int(parts[2]), first <= last
                else { return nil }
                return HolidayKey(list, first...last)
            }
        }

        /// As the form says it: `12:3:5.18617.18629+6.18621.18621` is a date in its third version with two holidays.
        var text: String {
            let keys = holidays.map { "\($0.list).\($0.days.lowerBound).\($0.days.upperBound)" }
            return "\(thread):\(version):\(keys.joined(separator: "+"))"
        }
    }

    private let form: Fields
    /// None twice.
    let shown: [Shown]

    init(_ form: Fields) {
        self.form = form
        var known: Set<ThreadID> = []
        shown = form.text("shown").split(separator: " ").prefix(Limits.seriesDates).compactMap(Shown.init)
            .filter { known.insert($0.thread).inserted }
    }

    /// The fields of a date.
    static func choice(of date: ThreadID) -> String { "c\(date)" }
    static func day(of date: ThreadID) -> String { "d\(date)" }

    /// Nil if nothing was typed for it.
    func choice(of date: ThreadID) -> String? { form[Self.choice(of: date)] }
    func day(of date: ThreadID) -> String? { form[Self.day(of: date)] }

    /// - Throws: `Denial.input` naming each field that is wrong.
    func decisions() throws(Denial) -> [HolidayDecision] {
        var errors: [FieldError] = []
        let decisions = shown.compactMap { shown in
            errors.collect(nil as HolidayDecision?) { () throws(Denial) in
                HolidayDecision(shown.thread, version: shown.version, try choice(of: shown))
            }
        }
        if !errors.isEmpty { throw .input(errors) }
        return decisions
    }

    private func choice(of shown: Shown) throws(Denial) -> HolidayDecision.Choice {
        switch try form.required(Self.choice(of: shown.thread), Choice.self) {
        case .keep: return .keep(Set(shown.holidays))
        case .skip: return .skip
        case .move:
            guard let day = LocalTime(date: form.text(Self.day(of: shown.thread))) else {
                throw .input([FieldError(Self.day(of: shown.thread), .notATime)])
            }
            return .move(day.dayNumber)
        }
    }
}
