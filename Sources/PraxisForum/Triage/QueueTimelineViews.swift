import HTML
import PraxisDomain
import PraxisWeb
import PraxisWords

extension Call {
    /// What happened to an item, in words.
    func timeline(_ item: QueueItemView) -> HTML {
        """
        <section class="card"><h2>\(words.triage.item.timeline())</h2><ol class="links steps">\
        \(each: item.steps, { "<li><span>\(sentence(on: $0))</span> <span class=\"meta\">\(time($0.at))</span></li>" as HTML })</ol></section>
        """
    }

    private func sentence(on step: TimelineStep) -> String {
        let steps = words.triage.steps, name = step.actor ?? words.triage.queue.nobody()
        switch step.step {
        case .reported: return steps.reported(["name": name, "reason": step.reason.map(words.triage.name(of:)) ?? ""])
        case .held: return steps.held()
        case .asked: return steps.asked(["name": name])
        case .edited: return steps.edited(["name": name])
        case .claimed: return steps.claimed(["name": name])
        case .released: return steps.released(["name": name])
        case .noted: return steps.noted(["name": name])
        case .passedOn: return steps.passedOn(["name": name])
        case .undone: return steps.undone(["name": name])
        case .decided:
            let said = step.action.map { words.triage.decided($0, by: name) } ?? ""
            let why = words.triage.reason(step.stock, step.words)
            return why.isEmpty ? said : steps.because(["what": said, "reason": why])
        }
    }

    /// The notes of a case, and the form for another.
    func notes(_ item: QueueItemView, _ typed: TypedDecision, _ errors: [FieldError]) -> HTML {
        let words = words.triage.item
        var field = Field("note", label(words.note(), .note), value: typed.note, errors: errors)
        (field.isArea, field.hint) = (true, item.line.reason == .worried ? words.noteHintWorried() : words.noteHint())
        field.attributes = shortcut(.note)
        let slug = item.scope.community.slug
        return """
            <section class="card"><h2>\(words.notes())</h2>\(each: item.notes, caseNote)
            <form method="post" action="\(Paths.queueItemPart(slug, item.line.id, "notes"))">\(tokenField)\(self.field(field))
            <button class="btn alt" data-busy="\(self.words.common.saving())">\(words.addNote())</button></form></section>
            """
    }

    private func caseNote(_ note: CaseNote) -> HTML {
        "<p class=\"meta\"><strong>\(note.author)</strong>, \(time(note.at))</p><p class=\"kept\">\(note.body)</p>"
    }
}
