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

extension QueueItemPageView {
    /// The verbs, always in the same place and order.
    var verbs: HTML {
        let isOpen = item.line.decision == nil
        let content: HTML =
            !isOpen
            ? undoing
            : item.isShut ? looking : "\(deciding)\(others)"
        return """
            <section class="card verbs" id="verbs" aria-labelledby="verbs-h" data-kept="\(call.words.errors.keptText())">\
            <h2 id="verbs-h" tabindex="-1">\(isOpen ? said.decide() : call.words.triage.queue.decided())</h2>\(content)</section>
            """
    }

    /// Whether it is undecided and no one else has it.
    var isFree: Bool {
        let holder = item.line.holder(at: call.now)
        return item.line.decision == nil && (holder == nil || holder?.member == call.viewer.member)
    }

    func path(_ address: Address<String, QueueItemID>) -> String { address(slug, item.line.id) }

    private func act(
        _ address: Address<String, QueueItemID>,
        _ text: String,
        _ key: QueueKey? = nil,
        style: StaticString = "btn quiet"
    ) -> HTML {
        call.button(path(address), text, style: style, mark: keys.mark(key), attributes: keys.shortcut(key))
    }

    /// Of a decided item.
    private var undoing: HTML {
        let decidedAt = item.line.decision?.at ?? call.now
        let mayUndo = call.now <= decidedAt + Limits.decisionUndo
        let back: HTML = "<ul class=\"links\"><li><a href=\"\(Paths.queue(slug))\">\(said.backToQueue())</a></li></ul>"
        return """
            \(kept)\(if: mayUndo, "<div class=\"row\">\(act(Paths.undoItem, said.undo(), .undo, style: "btn alt"))</div>")\
            <p>\(mayUndo ? said.undoText() : said.undoOver())</p>\(if: !isBeside, back)
            """
    }

    /// Of one that the safeguarding contact has not opened.
    private var looking: HTML {
        "<p>\(said.lookWillBeRecorded())</p>\(act(Paths.claimItem, said.look(), style: "btn"))"
    }

    private var kept: HTML {
        let texts = [typed.reason, typed.note].filter { !$0.isEmpty }
        if texts.isEmpty { return HTML() }
        return """
            <p>\(call.words.errors.keptText())</p>\(each: texts, { "<div class=\"card kept\">\($0)</div>" as HTML })
            """
    }

    private var deciding: HTML {
        guard isFree else { return "\(standing)\(kept)" }
        let line = item.line, isWorry = line.reason == .worried
        let verbs = parts.kinds[line.kind].choices.verbs(line.reason, item.post?.state)
        let plain = verbs.filter { !ResolvePlan.needsReason($0.action) }
        let reasoned = verbs.filter { ResolvePlan.needsReason($0.action) }
        return """
            <form class="deciding\(if: isWorry, " noted")" method="post" action="\(path(Paths.resolveItem))">\(call.tokenField)\
            <input type="hidden" name="version" value="\(line.version)">\
            <div class="verb-list">\(if: isWorry && passesOn, passOn)\(each: isWorry ? [] : plain, verb)\
            \(if: !isWorry && passesOn, passOn)</div>\(if: isWorry, noting(plain, reasoned))
            \(if: !isWorry, returning(reasoned))\(if: !line.isAboutPost, sayingWhy)</form>
            """
    }

    /// What decides on a worry, with the note that each of it needs.
    private func noting(_ plain: [QueueVerb], _ reasoned: [QueueVerb]) -> HTML {
        let isOpen = hasReason || !typed.note.isEmpty || errors.contains { $0.field == "note" }
        let content: HTML = """
            \(noteField)<div class="verb-list">\(each: plain, verb)\(addNote)</div>\(returning(reasoned))
            """
        return fold(said.noteFold(), style: passesOn ? "btn alt" : "btn", isOpen: isOpen, content)
    }

    /// What needs a reason, with the fields for it; empty if nothing does.
    private func returning(_ verbs: [QueueVerb]) -> HTML {
        if verbs.isEmpty { return HTML() }
        let summary = verbs.count > 1 ? said.reasonFold() : said.returnFold()
        let content: HTML = "\(stockField)\(reasonField)<div class=\"verb-list\">\(each: verbs, verb)</div>"
        return fold(summary, isOpen: hasReason, content)
    }

    /// The reason that a decision on a request can have.
    private var sayingWhy: HTML { fold(said.whyFold(), isOpen: hasReason, reasonField) }

    private var hasReason: Bool {
        !typed.reason.isEmpty || !typed.stock.isEmpty || errors.contains { $0.field == "text" }
    }

    private func fold(_ summary: String, style: StaticString = "btn alt", isOpen: Bool, _ content: HTML) -> HTML {
        """
        <details class="fold"\(if: isOpen, " open")><summary class="\(style.description)">\(summary)</summary>\
        \(content)</details>
        """
    }

    private var reasonField: HTML {
        var field = Field("text", said.reason(), value: typed.reason, errors: errors)
        (field.hint, field.isArea) = (item.line.isAboutPost ? said.reasonHint() : said.reasonHintRequest(), true)
        return call.field(field)
    }

    private func verb(_ verb: QueueVerb) -> HTML {
        let needsReason = ResolvePlan.needsReason(verb.action)
        let needsNote = item.line.reason == .worried && item.notes.isEmpty
        let style: StaticString =
            switch verb.look {
            case .usual: "btn"
            case .quiet: "btn alt"
            case .grave: "btn alt danger"
            }
        return """
            <button class="\(style.description)" name="action" value="\(verb.action.rawValue)" data-busy="\(call.words.common.saving())"\
            \(keys.shortcut(verb.key))\(if: keys.areOn && needsReason, " data-needs-reason")\(if: keys.areOn && needsNote, " data-needs-note")>\(verb.name(call.words))\(keys.mark(verb.key))</button>
            """
    }

    /// What is not a decision.
    private var others: HTML {
        let holder = item.line.holder(at: call.now)
        return """
            <ul class="links"><li>\(act(Paths.skipItem, said.skip(), .skip))</li>\
            \(if: holder == nil, "<li>\(act(Paths.claimItem, said.claim(), .claim))</li>")\
            \(if: mayPassOn && !item.line.isUrgent, "<li>\(act(Paths.passOnItem, said.passOn()))</li>")</ul>
            """
    }

    private var mayPassOn: Bool { isFree && item.line.isAboutPost && item.line.level == .place && item.hasContact }

    private var passesOn: Bool { mayPassOn && item.line.isUrgent }

    /// Among the verbs of what is urgent, and the first of a worry; the note that was begun goes along.
    private var passOn: HTML {
        let style: StaticString = item.line.reason == .worried ? "btn" : "btn alt"
        return """
            <button class="\(style.description)" formaction="\(path(Paths.passOnItem))" data-busy="\(call.words.common.saving())">\(said.passOn())</button>
            """
    }

    private var stockField: HTML {
        let options = StockReason.allCases.map { reason in
            """
            <option value="\(reason.rawValue)"\(if: reason.rawValue == typed.stock, " selected")>\(call.words.threads.stock[reason]())</option>
            """ as HTML
        }
        return """
            <div class="field"><label for="stock">\(said.stock())</label><select id="stock" name="stock">\
            <option value="">\(said.noStock())</option>\(options)</select></div>
            """
    }
}
