import HTML
package import PraxisCommunity
package import PraxisDomain
package import PraxisStore
package import PraxisWeb
package import PraxisWords

/// `post:41`: an edit, which has no draft.
package struct EditTarget: DraftTarget {
    package static let kind = Noun.Post.kind
    package static let pattern = "[1-9][0-9]{0,17}"
    package static let address: SQL<Void> = "subjectId"
    package static let keepsDrafts = false

    private let id: PostID

    package init(_ id: PostID) { self.id = id }

    package init?(spelling: String) {
        guard let id = PostID(spelling) else { return nil }
        self.id = id
    }

    package var spelling: String { id.description }
    package var subjectID: SQL<Void> { "\(id)" }
    package var path: String { Paths.edit(id) }

    package func facts(_ reading: Reading) throws -> Facts { throw Denial.missing }

    package func heading(_ words: Words, _ name: String) -> String { words.threads.write.edit.heading() }

    package func form(_ call: Call, _ typed: TypedPost) async throws -> DraftForm {
        let kind: PostChange = try call.form()["act"] == "redact" ? .redact : .edit
        let post = try await call.editedPost(id, kind)
        return DraftForm(problem: typed.problem, readers: { [id] in try Access.post(id, $0) }) { state in
            EditPageView(call: call, post: post, kind: kind, state)
        }
    }
}
