package import HTML
import PraxisCrypto
package import PraxisDomain
package import PraxisWeb

/// What was typed into a composer, and what its page says of it.
package struct ComposeState: Sendable {
    package var typed: TypedPost
    /// Why it was refused.
    package var denial: Denial?
    /// What in it may identify a person.
    var found: [IdentityPlan.Finding] = []
    /// What it will look like, where that was asked for.
    package var preview: HTML?
    /// Texts that are kept elsewhere, above the form.
    var kept = HTML()

    package init(_ typed: TypedPost, _ denial: Denial? = nil) {
        self.typed = typed
        self.denial = denial
    }

    /// The interruption before something is posted that may identify a person: what to say, and a form that knows it was said.
    ///
    /// Nil if nothing was found beyond what `old` had already, or if the author was told of this very text and sends it all the same.
    package init?(warningOf texts: [String], besides old: String = "", in typed: TypedPost, _ call: Call) {
        let digest = Hex.encode(Array(SHA256.hash(texts.joined(separator: "\u{0}")).prefix(12)))
        if typed.told == digest { return nil }
        let year = LocalTime(call.now, in: call.zone).year
        let known = Set(IdentityPlan.findings(in: old, year: year))
        let found = texts.flatMap { IdentityPlan.findings(in: $0, year: year) }.filter { !known.contains($0) }
        if found.isEmpty { return nil }
        self.init(typed)
        self.typed.told = digest
        self.found = found
    }

    package var errors: [FieldError] { denial?.fieldErrors ?? [] }
}

extension Denial {
    /// Whether the same text can be sent again from the same form, after a change or a while.
    package var leavesComposer: Bool {
        switch self {
        case .input, .tooMany, .stale: true
        default: false
        }
    }

    /// What is wrong with which field.
    var fieldErrors: [FieldError] {
        if case .input(let errors) = self { errors } else { [] }
    }
}
