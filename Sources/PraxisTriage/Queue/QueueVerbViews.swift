import HTML
import PraxisCommunity
import PraxisDomain
import PraxisThreads
import PraxisWeb
import PraxisWords

/// What a moderator had typed on an item's page.
struct TypedDecision: Sendable {
    var stock = ""
    var reason = ""
    var note = ""
}

/// Why nothing was done with an item, told on its page.
enum QueueProblem: Sendable {
    case input([FieldError])
    case claimed(String, Timestamp)
    case decided(String, QueueEnd, Timestamp)
    case stale
    case tooLate

    var errors: [FieldError] { if case .input(let errors) = self { errors } else { [] } }

    /// Nil for a refusal that has a page of its own.
    init?(_ denial: Denial) {
        switch denial {
        case .input(let errors): self = .input(errors)
        case .stale: self = .stale
        case .tooLate: self = .tooLate
        default:
            switch denial.conflict {
            case .claimed(_, let name, let until): self = .claimed(name, until)
            case .decided(_, let name, _, let end, let at): self = .decided(name, end, at)
            case nil: return nil
            }
        }
    }
}

extension Call {
    /// The verbs, always in the same place and order.
    func verbs(_ item: QueueItemView, _ typed: TypedDecision, _ errors: [FieldError]) -> HTML {
        let words = words.triage.item, isOpen = item.line.decision == nil
        let content: HTML =
            !isOpen
            ? undoing(item, typed)
            : item.isShut ? looking(item) : "\(deciding(item, typed, errors))\(others(item))"
        return """
            <section class="card verbs" id="verbs" aria-labelledby="verbs-h" data-kept="\(self.words.errors.keptText())">\
            <h2 id="verbs-h" tabindex="-1">\(isOpen ? words.decide() : self.words.triage.queue.decided())</h2>\(content)</section>
            """
    }

    /// Whether it is undecided and no one else has it.
    package func isFree(_ item: QueueItemView) -> Bool {
        let holder = item.line.holder(at: now)
        return item.line.decision == nil && (holder == nil || holder?.member == viewer.member)
    }

    private func path(_ item: QueueItemView, _ part: String) -> String {
        Paths.queueItemPart(item.scope.community.slug, item.line.id, part)
    }

    private func act(
        _ item: QueueItemView,
        _ part: String,
        _ text: String,
        _ key: QueueKey? = nil,
        style: StaticString = "btn quiet"
    ) -> HTML {
        button(path(item, part), text, style: style, mark: mark(key), attributes: shortcut(key))
    }

    /// Of a decided item.
    private func undoing(_ item: QueueItemView, _ typed: TypedDecision) -> HTML {
        let words = words.triage.item, decidedAt = item.line.decision?.at ?? now
        let mayUndo = now <= decidedAt + Limits.decisionUndo
        return """
            \(kept(typed))<p>\(mayUndo ? words.undoText() : words.undoOver())</p>\
            \(if: mayUndo, "<div class=\"row\">\(act(item, "undo", words.undo(), .undo, style: "btn alt"))</div>")\
            <ul class="links"><li><a href="\(Paths.queue(item.scope.community.slug))">\(words.backToQueue())</a></li></ul>
            """
    }

    /// Of one that the safeguarding contact has not opened.
    private func looking(_ item: QueueItemView) -> HTML {
        let words = words.triage.item
        return "<p>\(words.lookWillBeRecorded())</p>\(act(item, "claim", words.look(), style: "btn"))"
    }

    private func kept(_ typed: TypedDecision) -> HTML {
        let texts = [typed.reason, typed.note].filter { !$0.isEmpty }
        if texts.isEmpty { return HTML() }
        return """
            <p>\(words.errors.keptText())</p>\(each: texts, { "<div class=\"card kept\">\($0)</div>" as HTML })
            """
    }

    private func deciding(_ item: QueueItemView, _ typed: TypedDecision, _ errors: [FieldError]) -> HTML {
        guard isFree(item) else { return "\(standing(item))\(kept(typed))" }
        let line = item.line, isWorry = line.reason == .worried
        let verbs = queueKinds[line.kind].choices.verbs(line.reason, item.post?.state)
        let plain = verbs.filter { !ResolvePlan.needsReason($0.action) }
        let reasoned = verbs.filter { ResolvePlan.needsReason($0.action) }
        return """
            <form method="post" action="\(path(item, "resolve"))">\(tokenField)\
            <input type="hidden" name="version" value="\(line.version)">\
            \(if: isWorry, noteField(item, typed, errors))\(if: !line.isAboutPost, reasonField(item, typed, errors))
            <div class="verb-list">\(each: plain, { verb($0) })\(if: isWorry, addNote(item))</div>\
            \(if: !reasoned.isEmpty, fold(reasoned, item, typed, errors))</form>
            """
    }

    /// What needs a reason, with the fields for it.
    private func fold(
        _ verbs: [QueueVerb],
        _ item: QueueItemView,
        _ typed: TypedDecision,
        _ errors: [FieldError]
    ) -> HTML {
        let words = words.triage.item
        let isOpen = !typed.reason.isEmpty || !typed.stock.isEmpty || errors.contains { $0.field == "text" }
        return """
            <details class="fold"\(if: isOpen, " open")><summary class="btn alt">\
            \(verbs.count > 1 ? words.reasonFold() : words.returnFold())</summary>\
            \(stockField(typed))\(reasonField(item, typed, errors))<div class="verb-list">\(each: verbs, { verb($0) })</div></details>
            """
    }

    private func reasonField(_ item: QueueItemView, _ typed: TypedDecision, _ errors: [FieldError]) -> HTML {
        let words = words.triage.item
        var field = Field("text", words.reason(), value: typed.reason, errors: errors)
        (field.hint, field.isArea) = (item.line.isAboutPost ? words.reasonHint() : words.reasonHintRequest(), true)
        return self.field(field)
    }

    private func verb(_ verb: QueueVerb) -> HTML {
        let key = QueueKey(verb), needsReason = ResolvePlan.needsReason(verb.action)
        let style: StaticString = verb == .hide ? "btn alt danger" : needsReason || verb == .decline ? "btn alt" : "btn"
        return """
            <button class="\(style.description)" name="action" value="\(verb.action.rawValue)" data-busy="\(words.common.saving())"\
            \(shortcut(key))\(if: hasQueueKeys && needsReason, " data-needs-reason")>\(words.triage.name(of: verb))\(mark(key))</button>
            """
    }

    /// What is not a decision.
    private func others(_ item: QueueItemView) -> HTML {
        let words = words.triage.item, isFree = isFree(item), holder = item.line.holder(at: now)
        let mayPassOn = isFree && item.line.isAboutPost && item.line.level == .place && item.hasContact
        return """
            <ul class="links"><li>\(act(item, "skip", words.skip(), .skip))</li>\
            \(if: holder == nil, "<li>\(act(item, "claim", words.claim(), .claim))</li>")\
            \(if: mayPassOn, "<li>\(act(item, "pass-on", words.passOn()))</li>")</ul>
            """
    }

    private func stockField(_ typed: TypedDecision) -> HTML {
        let options = StockReason.allCases.map { reason in
            """
            <option value="\(reason.rawValue)"\(if: reason.rawValue == typed.stock, " selected")>\(words.threads.stock[reason]())</option>
            """ as HTML
        }
        return """
            <div class="field"><label for="stock">\(words.triage.item.stock())</label><select id="stock" name="stock">\
            <option value="">\(words.triage.item.noStock())</option>\(options)</select></div>
            """
    }
}
