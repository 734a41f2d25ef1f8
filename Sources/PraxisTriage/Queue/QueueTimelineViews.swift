import HTML
import PraxisDomain
import PraxisThreads
import PraxisWeb
import PraxisWords

extension Call {
    /// What happened to an item, in words.
    func timeline(_ item: QueueItemView) -> HTML {
        """
        <details class="card"><summary>\(counted(words.triage.item.timeline(), item.steps.count))</summary><ol class="links steps">\
        \(each: item.steps, { "<li><span>\(sentence(on: $0, of: item.line))</span> <span class=\"meta\">\(time($0.at))</span></li>" as HTML })</ol></details>
        """
    }

    private func counted(_ label: String, _ count: Int) -> String {
        words.triage.item.counted(["label": label, "count": String(count)])
    }

    private func sentence(on step: TimelineStep, of line: QueueLine) -> String {
        let steps = words.triage.steps, name = step.actor ?? words.triage.queue.nobody()
        switch step.step {
        case .reported: return steps.reported(["name": name, "reason": step.reason.map(words.triage.name(of:)) ?? ""])
        case .held: return steps.held()
        case .asked: return queueKinds[line.kind].begun(words, name)
        case .edited: return steps.edited(["name": name])
        case .claimed: return steps.claimed(["name": name])
        case .released: return steps.released(["name": name])
        case .noted: return steps.noted(["name": name])
        case .passedOn: return steps.passedOn(["name": name])
        case .undone: return steps.undone(["name": name])
        case .decided:
            let end = step.action.map { queueKinds[line.kind].choices.end($0, line.reason) }
            let said = end.map { words.triage.decided($0, by: name) } ?? ""
            let why = words.threads.stock.reason(step.stock, step.words)
            return why.isEmpty ? said : steps.because(["what": said, "reason": why])
        }
    }

    /// The notes of a case, and the form for another, unless one is written with the decision.
    func notes(_ item: QueueItemView, _ typed: TypedDecision, _ errors: [FieldError]) -> HTML {
        let isApart = item.line.reason != .worried || !isFree(item)
        if !isApart, item.notes.isEmpty { return HTML() }
        let isOpen = !item.notes.isEmpty || !typed.note.isEmpty || !errors.isEmpty
        let form: HTML = """
            <form method="post" action="\(notePath(item))">\(tokenField)\(noteField(item, typed, errors))\(addNote(item))</form>
            """
        return """
            <details class="card"\(if: isOpen, " open")><summary>\(counted(words.triage.item.notes(), item.notes.count))</summary>\
            \(each: item.notes, caseNote)\(if: isApart, form)</details>
            """
    }

    private func notePath(_ item: QueueItemView) -> String {
        Paths.queueItemPart(item.scope.community.slug, item.line.id, "notes")
    }

    func noteField(_ item: QueueItemView, _ typed: TypedDecision, _ errors: [FieldError]) -> HTML {
        let words = words.triage.item
        var field = Field("note", words.note(), value: typed.note, errors: errors)
        (field.isArea, field.hint) = (true, item.line.reason == .worried ? words.noteHintWorried() : words.noteHint())
        (field.mark, field.attributes) = (mark(.note), shortcut(.note))
        return self.field(field)
    }

    /// Writes the note alone, also out of the form of a decision.
    func addNote(_ item: QueueItemView) -> HTML {
        """
        <button class="btn alt" formaction="\(notePath(item))" data-busy="\(words.common.saving())">\(words.triage.item.addNote())</button>
        """
    }

    private func caseNote(_ note: CaseNote) -> HTML {
        "<p class=\"meta\"><strong>\(note.author)</strong>, \(time(note.at))</p><p class=\"kept\">\(note.body)</p>"
    }
}
