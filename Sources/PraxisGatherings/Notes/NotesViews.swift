import HTML
import PraxisDomain
import PraxisThreads
import PraxisWeb
import PraxisWords

/// Who keeps the notes of a date, above its posts, with the way to the post that they are.
struct NotesView {
    let call: Call
    let gathering: Gathering
    /// Nil for none.
    let notes: DateNotes?
    /// Of the thread; nil for a visitor.
    let facts: Facts?

    private var said: GatheringNotesWords { call.words.gatherings.notes }
    private var writes: Bool { facts.map { Policy.allows(WriteNotes.self, $0) } ?? false }

    /// Empty where there are none and the reader cannot write any.
    var html: HTML {
        if let notes { return card(card(of: notes)) }
        // Long before people meet, that there are none yet tells nobody anything.
        if !writes || !gathering.takesNotes || gathering.startAt > call.now + .days(1) { return HTML() }
        return card(
            """
            <p>\(gathering.endAt <= call.now ? said.none() : said.noneYet())</p>
            <p class="no-print"><a class="btn alt" href="\(Paths.notes(gathering.thread))">\(said.write())</a></p>
            """
        )
    }

    private func card(_ content: HTML) -> HTML {
        """
        <section class="card" aria-labelledby="notes-h"><h2 id="notes-h">\(said.heading())</h2>
        \(content)</section>

        """
    }

    private func card(of notes: DateNotes) -> HTML {
        let history: HTML = " · <a href=\"\(Paths.history(notes.post))\">\(said.history())</a>"
        let correct: HTML =
            " · <a class=\"no-print\" href=\"\(Paths.notes(gathering.thread))\">\(said.correct())</a>"
        return """
            <p class="meta">\(said.keptBy(["name": notes.keeper]))\(changed(notes))</p>
            <p><a href="\(Paths.post(notes.post))">\(said.read())</a>\(if: writes, correct)\(if: notes.editedAt != nil, history)</p>
            """
    }

    private func changed(_ notes: DateNotes) -> String {
        guard let at = notes.editedAt else { return " · " + call.moment(notes.createdAt) }
        return " · " + said.changedBy(["name": notes.editorName, "moment": call.moment(at)])
    }
}
