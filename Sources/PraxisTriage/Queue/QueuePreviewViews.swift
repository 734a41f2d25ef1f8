import HTML
import PraxisWeb
import PraxisWords

/// An item beside the list of the queue: how to reach someone, why it is here, the post, and the verbs.
///
/// What is read scrolls above the verbs, which cover nothing of it.
/// Looking at it claims nothing, and what is shut stays shut.
struct QueuePreviewView {
    private let view: QueueItemPageView

    init(call: Call, item: QueueItemView) {
        view = QueueItemPageView(call: call, item: item, typed: TypedDecision(), problem: nil, isBeside: true)
    }

    var html: HTML {
        let item = view.item, line = item.line, isOpen = line.decision == nil
        return """
            <div class="preview"><div><h2><a href="\(Paths.queueItem(view.slug, line.id))">\(view.parts.heading(of: line, isNamed: !item.isShut))</a></h2>\
            <p class="meta">\(if: !item.isShut, "\(view.place)")\(if: isOpen && !item.isShut, " · ")\(if: isOpen, view.parts.waitingFor(line))</p>\
            \(view.reach)\(view.standing)\(view.why)\(view.text)\(view.help)\(view.history)</div>\(view.verbs)</div>
            """
    }
}
