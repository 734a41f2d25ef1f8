import HTTPTypes
import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads
import PraxisWeb

extension Route {
    /// The notes of a date, as JSON.
    static let notesAPI: [Route] = [
        .api(
            .get,
            APIPaths.notes,
            needsMember: false,
            APIDescription(
                "The notes of a date; of revision 0 and empty while there are none",
                response: NotesJSON.schema
            )
        ) { try await $0.notesAnswer() },
        .api(
            .put,
            APIPaths.notes,
            APIDescription(
                "Writes the notes of a date, or corrects those of that revision; each earlier text stays in the post’s history",
                request: NotesBody.schema,
                response: NotesJSON.schema
            )
        ) { try await $0.writeNotesByAPI() },
    ]
}

private enum NotesBody {
    static let body = BodyField<String>.text("body", Limits.postScalars)
    static let revision = BodyField<Int>.int("revision")
    static let schema = Schema.body(body, revision)
}

extension Call {
    fileprivate func notesAnswer() async throws -> Response {
        let thread: ThreadID = try id("thread")
        let notes = try await read { reading in
            let facts = try Access.thread(thread, reading)
            _ = try Gathering.load(thread, reading.db)
            return try reading.first(DateNotes.of(thread, for: facts.viewer.member))
        }
        return try .json(NotesJSON(notes: notes))
    }

    fileprivate func writeNotesByAPI() async throws -> Response {
        let thread: ThreadID = try id("thread"), json = try json()
        let text = try PostText(try json[NotesBody.body]), revision = try json[NotesBody.revision]
        if revision > 0 { try countEdit() }
        _ = try await community(of: thread).writeNotes(
            of: thread,
            text,
            basedOn: revision,
            as: viewer,
            draft: SentDraft(place: NotesTarget(thread), revision: 0)
        )
        return try await notesAnswer()
    }
}
