import HTTPTypes
import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads
import PraxisWeb

extension Route {
    /// Putting a discussion on the table of a date, from its own page.
    static let tableRoutes: [Route] = [
        .memberPage(Paths.table) { call in try await call.tablePage(Fields([("gathering", "")])).response() },
        .form(Paths.table) { try await $0.putOnTable() },
    ]
}

extension Call {
    fileprivate func tablePage(_ typed: Fields, _ errors: [FieldError] = []) async throws -> TablePageView {
        let thread: ThreadID = try id("thread")
        return try await read { reading in
            let facts = try Access.thread(thread, reading)
            guard let tabled = try reading.first(TabledThread.of(thread)) else { throw Denial.missing }
            if let denial = Policy.refusal(PutOnTable.self, facts) { throw denial }
            return TablePageView(
                call: self,
                tabled: tabled,
                dates: try tabled.dates(isOfAll: query["all"] != nil, reading),
                readers: try ThreadReaders.of(thread, reading),
                typed: typed,
                errors: errors
            )
        }
    }

    fileprivate func putOnTable() async throws -> Response {
        let form = try form(), page = try await tablePage(form), tabled = page.tabled
        do {
            guard let date = ThreadID(form.text("gathering")),
                page.dates.contains(where: { $0.gathering.thread == date })
            else { throw Denial.input([FieldError("gathering", .missing)]) }
            let entry = try TypedAgendaItem(title: tabled.title, minutes: form.text("minutes")).entry()
            let once = try formOnceKey(form)
            _ = try await env.communities[tabled.community].addToAgenda(
                NewAgendaItem(entry, about: tabled.id),
                of: date,
                as: viewer,
                once: once
            )
            return .seeOther(Paths.gathering(date, done: "agenda"))
        } catch Denial.input(let errors) {
            // The title is the discussion's own: what is wrong with it is wrong with the date.
            let shown = errors.map { $0.field == "title" ? FieldError("gathering", $0.problem) : $0 }
            return try await tablePage(form, shown).response(.unprocessableContent)
        }
    }
}
