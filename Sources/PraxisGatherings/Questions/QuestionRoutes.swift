import HTTPTypes
import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads
import PraxisWeb
import PraxisWords

extension Route {
    /// Asking beforehand what a date is to answer, and saying that one wants to hear that, too.
    static let questionRoutes: [Route] = [
        .memberPage(Paths.questions) { try await $0.showQuestionForm() },
        .form(Paths.questions) { try await $0.askQuestion() },
        .form(Paths.want) { try await $0.want(true) },
        .form(Paths.unwant) { try await $0.want(false) },
    ]
}

/// What a member asks a date.
struct WrittenQuestion: Sendable {
    let setting: WritingSetting
    /// What they were writing before.
    let draft: SavedDraft?

    /// - Throws: `Denial.missing` for what is no date that the viewer reads; what the policy says.
    static func load(_ thread: ThreadID, _ reading: Reading) throws -> WrittenQuestion {
        let facts = try QuestionTarget(thread).facts(reading)
        guard let member = facts.viewer.member else { throw Denial.signedOut }
        return WrittenQuestion(
            setting: try WritingSetting.ofThread(thread, reading),
            draft: try SavedDraft.load(QuestionTarget(thread), of: member, reading.db, at: reading.now)
        )
    }
}

extension Call {
    func writtenQuestion(_ thread: ThreadID) async throws -> WrittenQuestion {
        try await read { try WrittenQuestion.load(thread, $0) }
    }

    /// The page with what was typed.
    func questionPage(_ thread: ThreadID, _ setting: WritingSetting, _ state: ComposeState) -> RoleTextPageView {
        let words = words.gatherings.questions
        let form = RoleTextForm(
            place: QuestionTarget(thread),
            action: Paths.questions(thread),
            title: words.askTitle(),
            label: words.label(),
            send: words.send(),
            cancel: Paths.thread(thread),
            hint: words.hint()
        )
        return RoleTextPageView(call: self, form: form, setting: setting, basis: 0, current: nil, state)
    }

    fileprivate func showQuestionForm() async throws -> Response {
        let thread: ThreadID = try id("thread"), written = try await writtenQuestion(thread)
        var typed = TypedPost()
        typed.body = written.draft?.body ?? ""
        typed.revision = written.draft?.revision ?? 0
        return questionPage(thread, written.setting, ComposeState(typed)).response()
    }

    fileprivate func askQuestion() async throws -> Response {
        let thread: ThreadID = try id("thread"), form = try form(), typed = TypedPost(form)
        let setting = try await writtenQuestion(thread).setting
        do {
            let text = try PostText(typed.body)
            if let warning = ComposeState(warningOf: [text.text], besides: "", in: typed, self) {
                return questionPage(thread, setting, warning).response()
            }
            let made = try await community(of: thread).askQuestion(
                of: thread,
                text,
                as: viewer,
                draft: SentDraft(place: QuestionTarget(thread), revision: typed.revision ?? 0),
                once: try formOnceKey(typed.key, ["question", text.text])
            )
            return done("posted", made, try await PostSpot.of(made, env))
        } catch let denial as Denial where denial.leavesComposer {
            return questionPage(thread, setting, ComposeState(typed, denial)).response(after: denial)
        }
    }

    fileprivate func want(_ isOn: Bool) async throws -> Response {
        let post: PostID = try id("post"), spot = try await PostSpot.of(post, env)
        try await want(post, in: spot.community, isOn)
        return .seeOther(Paths.thread(spot.thread) + "#questions-h")
    }

    /// Says that the viewer wants to hear the answer, or takes that back.
    func want(_ post: PostID, in community: CommunityID, _ isOn: Bool) async throws {
        let community = env.communities[community]
        if !isOn { return try await community.unwantAnswer(to: post, as: viewer) }
        try await community.wantAnswer(to: post, as: viewer, limiter: env.limiter)
    }
}
