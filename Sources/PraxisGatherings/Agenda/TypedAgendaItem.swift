import PraxisDomain
import PraxisWeb

/// An item as it was typed, in a form or by a program.
struct TypedAgendaItem: Sendable {
    var title: String
    var minutes: String
    var lead: String

    init(title: String, minutes: String = "", lead: String = "") {
        (self.title, self.minutes) = (title, minutes)
        self.lead = lead
    }

    init(_ form: Fields) {
        self.init(title: form.text("title"), minutes: form.text("minutes"), lead: form.text("lead"))
    }

    /// One that is there.
    init(_ item: AgendaItem) {
        self.init(title: item.title, minutes: item.minutes.map(String.init) ?? "", lead: item.lead)
    }

    /// What a form begins with.
    var pairs: [(String, String)] { [("title", title), ("minutes", minutes), ("lead", lead)] }

    /// - Throws: `Denial.input` with all that is wrong.
    func entry() throws(Denial) -> AgendaEntry { try AgendaEntry(title: title, minutes: minutes, lead: lead) }
}
