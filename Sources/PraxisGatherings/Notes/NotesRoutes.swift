import HTTPTypes
import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads
import PraxisWeb
import PraxisWords

extension Route {
    /// Writing the notes of a date; those that are there are corrected on the page on which posts are edited.
    static let notesRoutes: [Route] = [
        .memberPage(Paths.notes) { try await $0.showNotes() },
        .form(Paths.notes) { try await $0.writeNotes() },
    ]
}

extension Call {
    func writtenNotes(_ thread: ThreadID) async throws -> WrittenNotes {
        try await read { try WrittenNotes.load(thread, $0) }
    }

    /// The page with what was typed.
    ///
    /// `basis` is the revision that it was written over; once its author was told of another, it is based on that.
    func notesPage(_ written: WrittenNotes, basis: Int, _ state: ComposeState) -> RoleTextPageView {
        let words = words.gatherings.notes, thread = written.date.gathering.thread
        let isStale = state.denial?.isStale ?? false, revision = written.notes?.revision ?? 0
        let form = RoleTextForm(
            place: NotesTarget(thread),
            action: Paths.notes(thread),
            title: words.write(),
            label: words.heading(),
            send: words.save(),
            cancel: Paths.thread(thread)
        )
        return RoleTextPageView(
            call: self,
            form: form,
            setting: written.setting,
            basis: isStale ? revision : basis,
            current: isStale || basis == revision ? written.notes?.html : nil,
            state
        )
    }

    /// What a member was writing when others wrote before them is shown with what is there by now.
    fileprivate func showNotes() async throws -> Response {
        let written = try await writtenNotes(try id("thread"))
        if let notes = written.notes, written.draft == nil { return .seeOther(Paths.edit(notes.post)) }
        var typed = TypedPost()
        typed.body = written.draft?.body ?? ""
        typed.revision = written.draft?.revision ?? 0
        return notesPage(written, basis: written.notes?.revision ?? 0, ComposeState(typed)).response()
    }

    fileprivate func writeNotes() async throws -> Response {
        let thread: ThreadID = try id("thread"), form = try form(), typed = TypedPost(form)
        let written = try await writtenNotes(thread), basis = try form.int("basis") ?? 0
        do {
            let text = try PostText(typed.body)
            if let warning = ComposeState(warningOf: [text.text], besides: written.notes?.body ?? "", in: typed, self) {
                return notesPage(written, basis: basis, warning).response()
            }
            if written.notes != nil { try countEdit() }
            let made = try await community(of: thread).writeNotes(
                of: thread,
                text,
                basedOn: basis,
                as: viewer,
                draft: SentDraft(place: NotesTarget(thread), revision: typed.revision ?? 0),
                once: try formOnceKey(typed.key, ["notes \(basis)", text.text])
            )
            return done(written.notes == nil ? "posted" : "edited", made, try await PostSpot.of(made, env))
        } catch let denial as Denial where denial.leavesComposer {
            // What is there now was written after it was read above, if two write at once.
            let now = try await writtenNotes(thread)
            return notesPage(now, basis: basis, ComposeState(typed, denial)).response(after: denial)
        }
    }
}
