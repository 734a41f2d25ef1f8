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
            guard let member = call.viewer.member, try await call.decides else { return nil }
            return call.dutyForm(try await !DutyState.isOff(for: member, call.env))
        },
        stop: { call in
            if try await call.decides { try await call.env.site.setDutyMail(isOff: true, as: call.viewer) }
        }
    )
}

extension Call {
    fileprivate var decides: Bool {
        get async throws { try await !QueueDuty.all(of: viewer, env, now).isEmpty }
    }

    fileprivate func dutyForm(_ isWanted: Bool) -> HTML {
        """
        <form class="card" method="post" action="\(Paths.dutyMail)">\(tokenField)<h2>\(words.triage.duty.setting())</h2>\
        <label class="choice"><input type="checkbox" name="duty" value="on"\(if: isWanted, " checked")> \(words.triage.duty.choice())</label>\
        <p class="hint">\(words.triage.duty.hint())</p>\
        <div class="actions"><button class="btn" data-busy="\(words.common.saving())">\(words.common.save())</button></div></form>

        """
    }
}
