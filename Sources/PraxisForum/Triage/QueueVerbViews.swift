import HTML
import PraxisCommunity
import PraxisDomain
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
    case decided(String, QueueAction, Timestamp)
    case stale
    case tooLate

    var errors: [FieldError] { if case .input(let errors) = self { errors } else { [] } }

    /// Nothing for a refusal that has a page of its own.
    init?(_ denial: Denial) {
        switch denial {
        case .input(let errors): self = .input(errors)
        case .claimed(_, let name, let until): self = .claimed(name, until)
        case .decided(_, let name, let action, let at): self = .decided(name, action, at)
        case .stale: self = .stale
        case .tooLate: self = .tooLate
        default: return nil
        }
    }
}

extension Call {
    /// The verbs, always in the same place and order.
    func verbs(_ item: QueueItemView, _ typed: TypedDecision, _ errors: [FieldError]) -> HTML {
        let slug = item.scope.community.slug, id = item.line.id, words = words.triage.item
        func act(_ part: String, _ text: String, _ key: QueueKey? = nil) -> HTML {
            let path = Paths.queueItemPart(slug, id, part)
            return "<li>\(button(path, label(text, key), attributes: shortcut(key)))</li>"
        }
        let typedText: HTML = "<p>\(self.words.errors.keptText())</p><div class=\"card kept\">\(typed.reason)</div>"
        if let decision = item.line.decision {
            let mayUndo = now <= decision.at + Limits.decisionUndo
            let path = Paths.queueItemPart(slug, id, "undo"), text = label(words.undo(), .undo)
            let undo: HTML =
                "<div class=\"row\">\(button(path, text, style: "btn alt", attributes: shortcut(.undo)))</div>"
            return """
                <section class="card verbs"><h2>\(self.words.triage.queue.decided())</h2>\
                \(if: !typed.reason.isEmpty, typedText)<p>\(mayUndo ? words.undoText() : words.undoOver())</p>\(if: mayUndo, undo)\
                <ul class="links"><li><a href="\(Paths.queue(slug))">\(words.backToQueue())</a></li></ul></section>
                """
        }
        let holder = item.line.holder(at: now)
        let isMine = holder?.member == viewer.member
        let kept: HTML = typed.reason.isEmpty ? HTML() : typedText
        let isFree = holder == nil || isMine
        let decides: HTML = isFree ? decisionForm(item, typed, errors) : kept
        let mayPassOn = isFree && item.line.kind != .request && item.line.level == .place && item.hasContact
        return """
            <section class="card verbs" aria-labelledby="verbs-h"><h2 id="verbs-h">\(words.decide())</h2>\(decides)
            <ul class="links">\(act("skip", words.skip(), .skip))\(if: holder == nil, act("claim", words.claim(), .claim))\
            \(if: isMine, act("release", words.release()))\
            \(if: mayPassOn, act("pass-on", words.passOn()))</ul></section>
            """
    }

    private func decisionForm(_ item: QueueItemView, _ typed: TypedDecision, _ errors: [FieldError]) -> HTML {
        let words = words.triage.item
        var field = Field("text", words.reason(), value: typed.reason, errors: errors)
        (field.hint, field.isArea) = (item.line.kind == .request ? words.reasonHintRequest() : words.reasonHint(), true)
        let form: HTML = """
            <form method="post" action="\(Paths.queueItemPart(item.scope.community.slug, item.line.id, "resolve"))">\(tokenField)\
            <input type="hidden" name="version" value="\(item.line.version)">\
            \(if: item.line.kind != .request, stockField(typed))\(self.field(field))
            <div class="verb-list">\(each: ResolvePlan.actions(for: item.line.kind), { verb($0, item.line.kind) })</div></form>
            """
        return form
    }

    private func verb(_ action: QueueAction, _ kind: QueueItemKind) -> HTML {
        let style: StaticString = action == .approve ? "btn" : action == .hide ? "btn danger" : "btn alt"
        let key = QueueKey(action, on: kind)
        let asks = hasQueueKeys && ResolvePlan.needsReason(action)
        return """
            <button class="\(style.description)" name="action" value="\(action.rawValue)" data-busy="\(words.common.saving())"\
            \(shortcut(key))\(if: asks, " data-needs-reason")>\(label(words.triage.verb(action, on: kind), key))</button>
            """
    }

    private func stockField(_ typed: TypedDecision) -> HTML {
        let options = StockReason.allCases.map { reason in
            """
            <option value="\(reason.rawValue)"\(if: reason.rawValue == typed.stock, " selected")>\(words.triage.name(of: reason))</option>
            """ as HTML
        }
        return """
            <div class="field"><label for="stock">\(words.triage.item.stock())</label><select id="stock" name="stock">\
            <option value="">\(words.triage.item.noStock())</option>\(options)</select></div>
            """
    }
}
