import HTTPTypes
import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads
import PraxisWeb

extension Route {
    /// What is to be done after a date, as JSON.
    static let followUpAPI: [Route] = [
        .api(
            .get,
            APIPaths.followUps,
            needsMember: false,
            APIDescription(
                "The follow-ups of a date, as they were added; full members of its group get their owners",
                query: APIDescription.Parameter.paging(cursor: .id),
                response: .page(of: FollowUpJSON.schema)
            )
        ) { call in
            let list = try await call.followUps(of: try call.id("thread"))
            return try .json(ItemPage(of: list, call, id: { $0.followUp.id.description }) { $0 })
        },
        .api(
            .post,
            APIPaths.followUps,
            APIDescription(
                "Adds a follow-up; its owner is a member of the group",
                request: NewFollowUpBody.schema,
                response: FollowUpJSON.schema,
                status: 201,
                isOnce: true
            )
        ) { try await $0.addFollowUpByAPI() },
        .api(
            .patch,
            APIPaths.followUp,
            APIDescription(
                "Says that a follow-up is done, dropped or open again",
                request: FollowUpChangeBody.schema,
                response: FollowUpJSON.schema
            )
        ) { try await $0.setFollowUpByAPI() },
    ]
}

private enum NewFollowUpBody {
    static let kind = BodyField<FollowUpKind>.word("kind")
    static let title = BodyField<String>.text("title", Limits.followUpTitleScalars)
    static let owner = BodyField<MemberID?>.id("owner")
    static let due = BodyField<String?>.day("due")
    static let schema = Schema.body(kind, title, owner, due)
}

private enum FollowUpChangeBody {
    static let state = BodyField<FollowUpState>.word("state")
    static let version = BodyField<Int>.int("version")
    static let schema = Schema.body(state, version)
}

extension Call {
    fileprivate func followUps(of thread: ThreadID) async throws -> [FollowUpJSON] {
        try await read { reading in
            let facts = try Access.thread(thread, reading), showsOwner = Policy.allows(SeeComing.self, facts)
            _ = try Gathering.load(thread, reading.db)
            return try reading.all(FollowUp.of(thread)).map { FollowUpJSON(followUp: $0, showsOwner: showsOwner) }
        }
    }

    private func answer(_ id: FollowUpID, of thread: ThreadID, _ status: HTTPResponse.Status) async throws -> Response {
        guard let found = try await followUps(of: thread).first(where: { $0.followUp.id == id }) else {
            throw Denial.missing
        }
        return try .json(found, status: status)
    }

    fileprivate func addFollowUpByAPI() async throws -> Response {
        let thread: ThreadID = try id("thread"), json = try json()
        let date = try await read { reading in
            _ = try Access.thread(thread, reading)
            let date = try Gathering.load(thread, reading.db)
            return date
        }
        let new = try NewFollowUp(
            title: try json[NewFollowUpBody.title],
            kind: try json[NewFollowUpBody.kind].rawValue,
            owner: try json[NewFollowUpBody.owner],
            due: try json[NewFollowUpBody.due] ?? "",
            today: today(at: date)
        )
        let made = try await community(of: thread).addFollowUp(
            new,
            of: thread,
            as: viewer,
            once: try headerOnceKey()
        )
        return try await answer(made, of: thread, .created)
    }

    fileprivate func setFollowUpByAPI() async throws -> Response {
        let id: FollowUpID = try id("followup"), json = try json()
        let thread = try await read { try FollowUp.thread(of: id, $0) }
        try await community(of: thread).setFollowUp(
            id,
            to: try json[FollowUpChangeBody.state],
            basedOn: try json[FollowUpChangeBody.version],
            as: viewer
        )
        return try await answer(id, of: thread, .ok)
    }
}

extension FollowUp {
    /// The date of a follow-up.
    /// - Throws: `Denial.missing` for what is no follow-up of a date that the viewer reads.
    static func thread(of id: FollowUpID, _ reading: Reading) throws -> ThreadID {
        guard let found = try reading.first(of(id)) else { throw Denial.missing }
        _ = try Access.thread(found.thread, reading)
        return found.thread
    }
}
