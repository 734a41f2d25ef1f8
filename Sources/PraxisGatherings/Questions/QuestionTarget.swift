import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads
import PraxisWeb
import PraxisWords

/// `question:812`: a question that is to be answered on a date.
struct QuestionTarget: NumberedTarget {
    static let kind: SubjectKind = "question"

    let id: ThreadID

    init(_ id: ThreadID) { self.id = id }

    var path: String { Paths.questions(id) }

    func facts(_ reading: Reading) throws -> Facts {
        try TitledGathering.admitted(to: AskQuestion.self, id, reading).facts
    }

    func readers(_ reading: Reading) throws -> Facts { try Access.thread(id, reading) }

    func heading(_ words: Words, _ name: String) -> String { words.gatherings.questions.draft(["title": name]) }

    func form(_ call: Call, _ typed: TypedPost) async throws -> DraftForm {
        let writing = try await call.writtenQuestion(id)
        return DraftForm(problem: typed.problem, readers: { [self] in try readers($0) }) { state in
            call.questionPage(id, writing.setting, state)
        }
    }
}
