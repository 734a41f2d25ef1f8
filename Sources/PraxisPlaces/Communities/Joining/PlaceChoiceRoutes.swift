import PraxisCommunity
import PraxisDomain
package import PraxisWeb

extension Call {
    /// Joins what was ticked in a form of choices, or asks to: the invitation first.
    ///
    /// What is not offered any more is passed over.
    ///
    /// - Throws: `Denial.input` naming the agreement of each place that was ticked without it; then none is joined.
    package func join(_ choices: PlaceChoices, tickedIn form: Fields) async throws {
        let ticked = Set(form.all("place"))
        let chosen = choices.offered.filter { ticked.contains($0.key) && !$0.hasAsked }
        let lacking = chosen.filter { $0.needsAgreement && form[$0.agreementField] == nil }
        if !lacking.isEmpty { throw Denial.input(lacking.map { FieldError($0.agreementField, .mustAccept) }) }
        for choice in chosen {
            do {
                try await join(choice, agreeing: choice.needsAgreement ? form.int(choice.agreementField) : nil)
            } catch Denial.input(let errors) {
                throw Denial.input(errors.map { FieldError(choice.agreementField, $0.problem) })
            }
        }
    }

    private func join(_ choice: PlaceChoice, agreeing version: Int?) async throws {
        let actor = env.communities[choice.community.line.id]
        switch choice.way {
        case .invitation(let token, _): _ = try await actor.redeem(token, agreeing: version, as: viewer)
        case .community: _ = try await actor.join(agreeing: version, note: "", as: viewer)
        case .group(let group): _ = try await actor.join(group.id, note: "", as: viewer)
        }
    }
}

extension PlaceChoice {
    /// The box that accepts the agreement.
    var agreementField: String { "agree-" + key }
}
