import HTML
package import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisWeb
import PraxisWords

extension MailSettingCard {
    /// For those who decide somewhere.
    package static let duty = MailSettingCard(
        card: { call in
            guard let member = call.viewer.member, try await decides(call) else { return nil }
            return DutyCard(call: call, isWanted: try await !DutyState.isOff(for: member, call.env)).html
        },
        stop: { call in
            if try await decides(call) { try await call.env.site.setDutyMail(isOff: true, as: call.viewer) }
        }
    )

    private static func decides(_ call: Call) async throws -> Bool {
        try await !QueueDuty.all(of: call.viewer, call.env, call.now).isEmpty
    }
}

/// The form in which a member says whether to hear each day what waits for their decision.
private struct DutyCard {
    let call: Call
    let isWanted: Bool

    var html: HTML {
        let words = call.words
        return """
            <form class="card" method="post" action="\(Paths.dutyMail)">\(call.tokenField)<h2>\(words.triage.duty.setting())</h2>\
            <label class="choice"><input type="checkbox" name="duty" value="on"\(if: isWanted, " checked")> \(words.triage.duty.choice())</label>\
            <p class="hint">\(words.triage.duty.hint())</p>\
            <div class="actions"><button class="btn" data-busy="\(words.common.saving())">\(words.common.save())</button></div></form>

            """
    }
}
