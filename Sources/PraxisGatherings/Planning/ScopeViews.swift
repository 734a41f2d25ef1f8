import HTML
import PraxisDomain
import PraxisWeb
import PraxisWords

/// Whether a change is of one date of a series or of all from it on.
struct ScopeView {
    let call: Call
    let errors: [FieldError]

    private var said: GatheringSeriesWords { call.words.gatherings.series }

    func choice(_ chosen: String) -> HTML {
        let choices = [
            FormChoice(GatheringScope.this, said.this()), FormChoice(GatheringScope.onward, said.onward()),
        ]
        return call.radios("scope", said.scope(), choices, chosen: chosen, errors)
    }

    /// Two buttons for what is chosen, below the form that changes a date.
    func skipForm(_ thread: ThreadID) -> HTML {
        let choices = [(GatheringScope.this, said.this()), (.onward, said.onward())]
        return """
            <form class="card" method="post" action="\(Paths.skipGathering(thread))">\(call.tokenField)
            <h2>\(said.skipTitle())</h2><p class="hint">\(said.skipHint())</p>
            <fieldset><legend>\(said.scopeOfSkip())</legend>\(each: choices, { radio($0.0, $0.1) })</fieldset>
            <div class="actions"><button class="btn alt">\(said.skip())</button>\
            <button class="btn alt danger" formaction="\(Paths.cancelGathering(thread))">\(call.words.gatherings.cancel())</button></div></form>

            """
    }

    private func radio(_ scope: GatheringScope, _ label: String) -> HTML {
        """
        <label class="choice"><input type="radio" name="scope" value="\(scope.rawValue)"\(if: scope == .this, " checked")> \(label)</label>
        """
    }
}
