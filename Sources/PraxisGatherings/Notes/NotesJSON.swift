import PraxisDomain
import PraxisThreads
import PraxisWeb
import PraxisWords

/// The notes of a date, as the API says them; of a date without any, an empty text of revision 0.
struct NotesJSON: JSONObject {
    let notes: DateNotes?

    static let shape = JSONShape<NotesJSON>(
        "Notes",
        [
            .field("body", .string()) { $0.notes?.body ?? "" },
            .field("revision", .integer()) { $0.notes?.revision ?? 0 },
            .nullable("post", .id) { $0.notes?.post.description },
            .optional("author", .nullable(AuthorJSON.schema)) {
                $0.notes.map { AuthorJSON(name: $0.keeper, id: $0.author) }
            },
            .nullable("writtenAt", .time) { $0.notes?.createdAt.rfc3339 },
            .optional("editor", .nullable(AuthorJSON.schema)) {
                $0.notes.map { AuthorJSON(name: $0.editorName, id: $0.editor) }
            },
            .nullable("editedAt", .time) { $0.notes?.editedAt?.rfc3339 },
        ]
    )
}
