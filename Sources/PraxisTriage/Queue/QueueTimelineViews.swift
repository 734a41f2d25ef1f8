import HTML
import PraxisDomain
import PraxisThreads
import PraxisWeb
import PraxisWords

extension QueueItemPageView {
    /// What happened to an item, in words.
    var timeline: HTML {
        """
        <details class="card"><summary>\(counted(said.timeline(), item.steps.count))</summary><ol class="links steps">\
        \(each: item.steps, { "<li><span>\(sentence(on: $0))</span> <span class=\"meta\">\(call.time($0.at))</span></li>" as HTML })</ol></details>
        """
    }

    private func counted(_ label: String, _ count: Int) -> String {
        said.counted(["label": label, "count": String(count)])
    }

    private func sentence(on step: TimelineStep) -> String {
        let triage = call.words.triage, kind = parts.kinds[item.line.kind]
        let steps = triage.steps, name = step.actor ?? triage.queue.nobody()
        switch step.step {
        case .reported: return steps.reported(["name": name, "reason": step.reason.map(triage.name(of:)) ?? ""])
        case .held: return steps.held()
        case .asked: return kind.begun(call.words, name)
        case .edited: return steps.edited(["name": name])
        case .claimed: return steps.claimed(["name": name])
        case .released: return steps.released(["name": name])
        case .noted: return steps.noted(["name": name])
        case .passedOn: return steps.passedOn(["name": name])
        case .undone: return steps.undone(["name": name])
        case .decided:
            let end = step.action.map { kind.choices.end($0, item.line.reason) }
            let what = end.map { call.words.decided($0, by: name) } ?? ""
            let why = call.words.threads.stock.reason(step.stock, step.words)
            return why.isEmpty ? what : steps.because(["what": what, "reason": why])
        }
    }

    /// The notes of a case, and the form for another, unless one is written with the decision.
    var notes: HTML {
        let isApart = item.line.reason != .worried || !isFree
        if !isApart, item.notes.isEmpty { return HTML() }
        let isOpen = !item.notes.isEmpty || !typed.note.isEmpty || !errors.isEmpty
        let form: HTML = """
            <form method="post" action="\(notePath)">\(call.tokenField)\(noteField)\(addNote)</form>
            """
        return """
            <details class="card"\(if: isOpen, " open")><summary>\(counted(said.notes(), item.notes.count))</summary>\
            \(each: item.notes, caseNote)\(if: isApart, form)</details>
            """
    }

    private var notePath: String { path(Paths.noteItem) }

    var noteField: HTML {
        var field = Field("note", said.note(), value: typed.note, errors: errors)
        (field.isArea, field.hint) = (true, item.line.reason == .worried ? said.noteHintWorried() : said.noteHint())
        (field.mark, field.attributes) = (keys.mark(.note), keys.shortcut(.note))
        return call.field(field)
    }

    /// Writes the note alone, also out of the form of a decision.
    var addNote: HTML {
        """
        <button class="btn alt" formaction="\(notePath)" data-busy="\(call.words.common.saving())">\(said.addNote())</button>
        """
    }

    private func caseNote(_ note: CaseNote) -> HTML {
        "<p class=\"meta\"><strong>\(note.author)</strong>, \(call.time(note.at))</p><p class=\"kept\">\(note.body)</p>"
    }
}
