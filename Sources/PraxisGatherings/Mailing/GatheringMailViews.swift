import HTML
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisWeb
import PraxisWords

extension MailSettingCard {
    static let gatherings = MailSettingCard(
        card: { call in
            guard let member = call.viewer.member else { return nil }
            let chosen = try await call.read { try GatheringMailChoice(of: member, $0.db) }
            return GatheringMailCard(call: call, chosen: chosen).html
        },
        stop: { call in try await call.env.site.setGatheringMail(.nothing, as: call.viewer) }
    )
}

/// The form in which a member says what they get about the dates that they come to.
private struct GatheringMailCard {
    let call: Call
    let chosen: GatheringMailChoice

    private var said: GatheringMailSettingWords { call.words.gatherings.mail.settings }

    var html: HTML {
        """
        <form class="card" method="post" action="\(Paths.gatheringMail)">\(call.tokenField)<h2>\(said.title())</h2>\
        \(choice("confirmation", said.confirmation(), chosen.confirms))\
        \(choice("messages", said.messages(), chosen.getsMessages))\
        <fieldset><legend>\(said.remind())</legend>\(each: ReminderLead.allCases, { lead in
            choice(lead.rawValue, said.name(lead), chosen.leads.contains(lead))
        })</fieldset><p class="hint">\(said.hint())</p>\
        <div class="actions"><button class="btn" data-busy="\(call.words.common.saving())">\(call.words.common.save())</button></div></form>

        """
    }

    private func choice(_ name: String, _ label: String, _ isChosen: Bool) -> HTML {
        """
        <label class="choice"><input type="checkbox" name="\(name)" value="on"\(if: isChosen, " checked")> \(label)</label>
        """
    }
}

extension GatheringMailSettingWords {
    fileprivate func name(_ lead: ReminderLead) -> String {
        switch lead {
        case .week: week()
        case .day: day()
        case .hour: hour()
        }
    }
}
