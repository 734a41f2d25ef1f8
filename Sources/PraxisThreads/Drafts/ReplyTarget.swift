package import PraxisCommunity
package import PraxisDomain
package import PraxisWeb
package import PraxisWords

/// `thread:812`: a reply.
package struct ReplyTarget: NumberedTarget {
    package static let kind = Noun.Conversation.kind

    package let id: ThreadID

    package init(_ id: ThreadID) { self.id = id }

    package var path: String { Paths.thread(id) }
    package var thread: ThreadID? { id }

    package func facts(_ reading: Reading) throws -> Facts { try Access.thread(id, reading) }

    package func heading(_ words: Words, _ name: String) -> String {
        words.threads.write.draft.replyTo(["title": name])
    }

    package func form(_ call: Call, _ typed: TypedPost) async throws -> DraftForm {
        let view = try await call.replyPage(id, ComposeState(typed))
        return DraftForm(problem: typed.problem, readers: { [id] in try Access.thread(id, $0) }) { state in
            var view = view
            view.state = state
            return view
        }
    }
}
