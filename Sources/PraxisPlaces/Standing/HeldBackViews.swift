package import HTML
import PraxisDomain
package import PraxisWeb
import PraxisWords

extension Call {
    /// Tells the viewer that they are restricted here, until when and why.
    package func heldBackInset(_ restriction: Restriction?) -> HTML { HeldBackView(call: self).inset(restriction) }
}

/// What members are told of their own restrictions.
struct HeldBackView {
    let call: Call

    /// Tells the viewer that they are restricted here, until when and why.
    func inset(_ restriction: Restriction?) -> HTML {
        guard let restriction else { return HTML() }
        return "<div class=\"inset warn\">\(sentences(restriction))</div>"
    }

    private func sentences(_ restriction: Restriction) -> HTML {
        let standing = call.words.standing, place = restriction.placeName
        let sentence =
            restriction.kind == .silenced
            ? standing.youAreSilenced(["place": place]) : standing.youAreSuspended(["place": place])
        let end: HTML =
            restriction.until.map { "\(standing.endsAt()) \(call.time($0))." } ?? "\(standing.endsNever())"
        return """
            <p><strong>\(sentence).</strong> \(end)</p><p>\(standing.reason()): \(restriction.reason)</p>
            """
    }

    /// On the settings page: everywhere the member is restricted.
    func card(_ restrictions: [Restriction]) -> HTML {
        if restrictions.isEmpty { return HTML() }
        return """
            <section class="card"><h2>\(call.words.standing.yours())</h2>\(each: restrictions, { sentences($0) })</section>
            """
    }
}
