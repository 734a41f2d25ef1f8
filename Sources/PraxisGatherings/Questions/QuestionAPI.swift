import HTTPTypes
import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads
import PraxisWeb

extension Route {
    /// The questions of a date, as JSON.
    static let questionAPI: [Route] = [
        .api(
            .get,
            APIPaths.questions,
            needsMember: false,
            APIDescription(
                "What a date is asked beforehand, the most wanted first, then the oldest",
                query: APIDescription.Parameter.paging(cursor: .id),
                response: .page(of: QuestionJSON.schema)
            )
        ) { call in
            let thread: ThreadID = try call.id("thread"), items = try await call.questions(of: thread)
            return try .json(ItemPage(of: items, call, id: { $0.asked.post.description }) { $0 })
        },
        .api(
            .post,
            APIPaths.questions,
            APIDescription(
                "Asks a question before a date: a post in its discussion",
                request: QuestionBody.schema,
                response: QuestionJSON.schema,
                status: 201,
                isOnce: true
            )
        ) { try await $0.askQuestionByAPI() },
        .api(
            .put,
            APIPaths.want,
            APIDescription(
                "Says that one wants to hear the answer to a question, too; again changes nothing",
                status: 204
            )
        ) { try await $0.wantByAPI(true) },
        .api(
            .delete,
            APIPaths.want,
            APIDescription("Takes that back; again changes nothing", status: 204)
        ) { try await $0.wantByAPI(false) },
    ]
}

private enum QuestionBody {
    static let body = BodyField<String>.text("body", Limits.postScalars)
    static let schema = Schema.body(body)
}

extension Call {
    fileprivate func questions(of thread: ThreadID) async throws -> [QuestionJSON] {
        let (questions, member) = try await read { reading in
            let facts = try Access.thread(thread, reading)
            _ = try Gathering.load(thread, reading.db)
            let member = facts.viewer.member
            return (try Questions.load(thread, for: member, reading.db), member)
        }
        return questions.all.map { asked in
            QuestionJSON(
                asked: asked,
                wanted: questions.wanted(asked.post),
                isMine: questions.isWanted(asked.post, by: member)
            )
        }
    }

    fileprivate func askQuestionByAPI() async throws -> Response {
        let thread: ThreadID = try id("thread"), json = try json()
        let text = try PostText(try json[QuestionBody.body])
        let made = try await community(of: thread).askQuestion(of: thread, text, as: viewer, once: try headerOnceKey())
        guard let asked = try await questions(of: thread).first(where: { $0.asked.post == made }) else {
            throw Denial.missing
        }
        return try .json(asked, status: .created)
    }

    fileprivate func wantByAPI(_ isOn: Bool) async throws -> Response {
        let post: PostID = try id("post")
        try await want(post, in: PostSpot.of(post, env).community, isOn)
        return .noContent
    }
}
