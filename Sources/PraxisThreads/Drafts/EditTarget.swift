package import PraxisCommunity
package import PraxisDomain
package import PraxisWeb
package import PraxisWords

/// `post:41`: an edit, which has no draft.
package struct EditTarget: NumberedTarget {
    package static let kind = Noun.Post.kind
    package static let keepsDrafts = false

    package let id: PostID

    package init(_ id: PostID) { self.id = id }

    package var path: String { Paths.edit(id) }

    package func facts(_ reading: Reading) throws -> Facts { throw Denial.missing }

    package func readers(_ reading: Reading) throws -> Facts { try Access.post(id, reading) }

    package func heading(_ words: Words, _ name: String) -> String { words.threads.write.edit.heading() }

    package func form(_ call: Call, _ typed: TypedPost) async throws -> DraftForm {
        let kind: PostChange = try call.form()["act"] == "redact" ? .redact : .edit
        let post = try await call.editedPost(id, kind)
        return DraftForm(problem: typed.problem, readers: { [self] in try readers($0) }) { state in
            EditPageView(call: call, post: post, kind: kind, state)
        }
    }
}
