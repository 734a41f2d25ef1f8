import HTTPTypes
import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads
import PraxisWeb

extension Route {
    /// The agenda of a date, as JSON.
    static let agendaAPI: [Route] = [
        .api(
            .get,
            APIPaths.agenda,
            needsMember: false,
            APIDescription(
                "The agenda of a date, in its order",
                query: APIDescription.Parameter.paging(cursor: .id),
                response: .page(of: AgendaItemJSON.schema)
            )
        ) { call in
            let thread: ThreadID = try call.id("thread")
            let items = try await call.agenda(of: thread)
            return try .json(ItemPage(of: items, call, id: { $0.item.id.description }) { $0 })
        },
        .api(
            .post,
            APIPaths.agenda,
            APIDescription(
                "Adds an item; thread puts a discussion on the table",
                request: NewItemBody.schema,
                response: AgendaItemJSON.schema,
                status: 201,
                isOnce: true
            )
        ) { try await $0.addToAgendaByAPI() },
        .api(
            .patch,
            APIPaths.agendaItem,
            APIDescription(
                "Changes or moves an item, or says what came of it, which is told in its discussion",
                request: ItemChangeBody.schema,
                response: AgendaItemJSON.schema
            )
        ) { try await $0.changeAgendaItemByAPI() },
        .api(
            .delete,
            APIPaths.agendaItem,
            APIDescription("Takes an item off the agenda; not one that something came of", status: 204)
        ) { call in
            let item: AgendaItemID = try call.id("agenda")
            let read = try await call.read { try ReadAgendaItem.toChange(item, $0) }
            try await call.community(of: read.item.thread).removeAgendaItem(item, as: call.viewer)
            return .noContent
        },
    ]
}

private enum NewItemBody {
    static let title = BodyField<String>.text("title", Limits.agendaTitleScalars)
    static let minutes = BodyField<Int?>.int("minutes", Limits.agendaMinutes)
    static let lead = BodyField<String?>.text("lead", Limits.agendaLeadScalars)
    static let thread = BodyField<ThreadID?>.id("thread")
    static let schema = Schema.body(title, minutes, lead, thread)
}

private enum ItemChangeBody {
    static let title = BodyField<String?>.text("title", Limits.agendaTitleScalars)
    static let minutes = BodyField<Int?>.int("minutes", 0...Limits.agendaMinutes.upperBound)
    static let lead = BodyField<String?>.text("lead", Limits.agendaLeadScalars)
    static let position = BodyField<Int?>.int("position", 1...Limits.agendaItems)
    static let outcome = BodyField<String?>.text("outcome", Limits.postScalars)
    static let version = BodyField<Int>.int("version")
    static let schema = Schema.body(title, minutes, lead, position, outcome, version)
}

extension Call {
    fileprivate func agenda(of thread: ThreadID) async throws -> [AgendaItemJSON] {
        let items = try await read { reading in
            _ = try Access.thread(thread, reading)
            _ = try TitledGathering.load(thread, reading.db)
            return try reading.all(AgendaItem.of(thread))
        }
        return items.enumerated().map { AgendaItemJSON(item: $0.element, position: $0.offset + 1) }
    }

    private func answer(_ id: AgendaItemID, of thread: ThreadID, _ status: HTTPResponse.Status) async throws -> Response
    {
        guard let item = try await agenda(of: thread).first(where: { $0.item.id == id }) else { throw Denial.missing }
        return try .json(item, status: status)
    }

    fileprivate func addToAgendaByAPI() async throws -> Response {
        let thread: ThreadID = try id("thread"), json = try json()
        let typed = TypedAgendaItem(
            title: try json[NewItemBody.title],
            minutes: try json[NewItemBody.minutes].map(String.init) ?? "",
            lead: try json[NewItemBody.lead] ?? ""
        )
        let made = try await community(of: thread).addToAgenda(
            NewAgendaItem(try typed.entry(), about: try json[NewItemBody.thread]),
            of: thread,
            as: viewer,
            once: try headerOnceKey()
        )
        return try await answer(made, of: thread, .created)
    }

    /// Minutes of 0 take what was said of them away.
    fileprivate func changeAgendaItemByAPI() async throws -> Response {
        let item: AgendaItemID = try id("agenda")
        let read = try await read { try ReadAgendaItem.toChange(item, $0) }, json = try json()
        var typed = TypedAgendaItem(read.item)
        if let title = try json[ItemChangeBody.title] { typed.title = title }
        if let minutes = try json[ItemChangeBody.minutes] { typed.minutes = minutes == 0 ? "" : String(minutes) }
        if let lead = try json[ItemChangeBody.lead] { typed.lead = lead }
        var change = AgendaChange(basedOn: try json[ItemChangeBody.version])
        change.entry = try typed.entry()
        change.position = try json[ItemChangeBody.position]
        if let text = try json[ItemChangeBody.outcome] { change.outcome = try await outcome(text, of: read) }
        let made = change
        try await community(of: read.item.thread).changeAgendaItem(item, made, as: viewer)
        return try await answer(item, of: read.item.thread, .ok)
    }
}
