import HTTPTypes
import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads
import PraxisWeb
import PraxisWords

extension Route {
    /// Adding to the agenda of a date, and changing what is on it.
    static let agendaRoutes: [Route] = [
        .memberPage(Paths.newAgendaItem) { call in
            let (date, readers) = try await call.addedTo()
            return AgendaFormPageView(call: call, purpose: .add, date: date, readers: readers, typed: Fields([]))
                .response()
        },
        .form(Paths.newAgendaItem) { try await $0.addToAgenda() },
        .memberPage(Paths.agendaItem) { call in
            let (read, readers) = try await call.changedItem()
            let typed = Fields(
                TypedAgendaItem(read.item).pairs + [("version", String(read.item.version))]
                    + [("position", String(read.position)), ("outcome", read.item.outcome)]
            )
            return AgendaFormPageView(
                call: call,
                purpose: .change(read),
                date: read.date,
                readers: readers,
                typed: typed
            )
            .response()
        },
        .form(Paths.agendaItem) { try await $0.changeAgendaItem() },
        .form(Paths.removeAgendaItem) { call in
            let (read, _) = try await call.changedItem(), thread = read.item.thread
            try await call.community(of: thread).removeAgendaItem(read.item.id, as: call.viewer)
            return .seeOther(Paths.gathering(thread, done: "agenda"))
        },
    ]
}

extension Call {
    /// The date of the address, for viewers who may add to its agenda.
    fileprivate func addedTo() async throws -> (TitledGathering, ThreadReaders) {
        let thread: ThreadID = try id("thread")
        return try await read { reading in
            let date = try TitledGathering.admitted(to: AddToAgenda.self, thread, reading).date
            return (date, try ThreadReaders.of(thread, reading))
        }
    }

    fileprivate func changedItem() async throws -> (ReadAgendaItem, ThreadReaders) {
        let item: AgendaItemID = try id("agenda")
        return try await read { reading in
            let read = try ReadAgendaItem.toChange(item, reading)
            return (read, try ThreadReaders.of(read.item.thread, reading))
        }
    }

    fileprivate func addToAgenda() async throws -> Response {
        let (date, readers) = try await addedTo(), form = try form(), thread = date.gathering.thread
        do {
            let entry = try TypedAgendaItem(form).entry()
            let once = try formOnceKey(form)
            _ = try await community(of: thread).addToAgenda(NewAgendaItem(entry), of: thread, as: viewer, once: once)
            return .seeOther(Paths.gathering(thread, done: "agenda"))
        } catch Denial.input(let errors) {
            return AgendaFormPageView(
                call: self,
                purpose: .add,
                date: date,
                readers: readers,
                typed: form,
                errors: errors
            )
            .response(.unprocessableContent)
        }
    }

    fileprivate func changeAgendaItem() async throws -> Response {
        let (read, readers) = try await changedItem(), form = try form(), thread = read.item.thread
        var page = AgendaFormPageView(
            call: self,
            purpose: .change(read),
            date: read.date,
            readers: readers,
            typed: form
        )
        do {
            var change = AgendaChange(basedOn: try form.int("version") ?? 0)
            change.entry = try TypedAgendaItem(form).entry()
            if read.isHost {
                change.position = try form.int("position")
                if change.position == read.position { change.position = nil }
                let outcome = form.text("outcome")
                if !TypedText.normalised(outcome).isEmpty, TypedText.normalised(outcome) != read.item.outcome {
                    change.outcome = try await self.outcome(outcome, of: read)
                }
            }
            let made = change
            try await community(of: thread).changeAgendaItem(read.item.id, made, as: viewer)
            return .seeOther(Paths.gathering(thread, done: "agenda"))
        } catch Denial.input(let errors) {
            page.errors = errors
            return page.response(.unprocessableContent)
        } catch let denial as Denial where denial == .closed {
            page.errors = [FieldError("outcome", .threadIsClosed)]
            return page.response(.unprocessableContent)
        } catch Denial.stale {
            page.isStale = true
            return page.response(.conflict)
        }
    }

    /// What came of an item, with the post that says in its discussion of which date it is.
    func outcome(_ typed: String, of read: ReadAgendaItem) async throws -> AgendaOutcome {
        let text = try PostText(typed, field: "outcome"), item = read.item.id
        guard read.item.about != nil else { return AgendaOutcome(text, post: nil) }
        let language = try await self.read { try $0.first(AgendaItem.language(of: item)) }
        let words = language.flatMap { Language(rawValue: $0) }.flatMap { dictionaries[$0] } ?? words,
            gathering = read.date.gathering
        let day = words.fullDate(gathering.startAt, in: Zones.stored(gathering.zone, orElse: env.settings.timeZone))
        let from = words.gatherings.agenda.outcomeFrom([
            "day": day, "link": env.settings.baseURL + Paths.thread(gathering.thread),
        ])
        return AgendaOutcome(text, post: try PostText(text.text + "\n\n" + from, field: "outcome"))
    }
}
