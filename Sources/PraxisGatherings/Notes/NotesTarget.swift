import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads
import PraxisWeb
import PraxisWords

/// `notes:812`: the notes of a date, while there are none.
struct NotesTarget: NumberedTarget {
    static let kind: SubjectKind = "notes"

    let id: ThreadID

    init(_ id: ThreadID) { self.id = id }

    var path: String { Paths.notes(id) }

    func facts(_ reading: Reading) throws -> Facts {
        try TitledGathering.admitted(to: WriteNotes.self, id, reading).facts
    }

    func readers(_ reading: Reading) throws -> Facts { try Access.thread(id, reading) }

    func heading(_ words: Words, _ name: String) -> String { words.gatherings.notes.draft(["title": name]) }

    func form(_ call: Call, _ typed: TypedPost) async throws -> DraftForm {
        let basis = try call.form().int("basis") ?? 0, written = try await call.writtenNotes(id)
        return DraftForm(problem: typed.problem, readers: { [self] in try readers($0) }) { state in
            call.notesPage(written, basis: basis, state)
        }
    }
}
