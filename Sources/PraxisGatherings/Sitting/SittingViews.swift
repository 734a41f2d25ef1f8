import HTML
import PraxisDomain
import PraxisWeb
import PraxisWords

/// That those who come will be told of what was changed, to one who can change the date: when, and that it need not be.
struct WaitingNoteView {
    let call: Call
    let thread: ThreadID
    let note: WaitingNote

    private var said: GatheringNoteWords { call.words.gatherings.mail.note }

    /// Nothing once it has left.
    var html: HTML {
        if note.leavesAt <= call.now { return HTML() }
        let time = call.words.time(LocalTime(note.leavesAt, in: call.zone))
        return """
            <div class="inset plain no-print"><p><strong>\(said.waiting(note.people, "time", time))</strong></p><p>\(said.waitingHint())</p>\
            \(call.button(Paths.withholdNote(thread), said.withhold(), style: "btn alt"))</div>
            """
    }
}
