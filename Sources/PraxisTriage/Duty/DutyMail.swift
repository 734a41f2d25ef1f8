package import PraxisCapability
import PraxisCommunity
import PraxisDigest
package import PraxisDomain
import PraxisWeb
import PraxisWords

extension MailTemplate {
    /// How much is waiting to be decided, community by community: no name of a group, no word of a post, no member's name.
    package static let duty = MailTemplate(.duty, choice: .duty, isDiscreet: true) { order in
        let duties = try QueueDuty.waiting(order.reading)
        if duties.isEmpty { return nil }
        let said = order.words.triage.duty, count = duties.reduce(0) { $0 + $1.count }
        let lines = duties.map { duty in
            let age = order.words.triage.age(order.now.since(duty.oldest ?? order.now))
            let waiting = order.words.triage.queue.waiting(duty.count, "age", age)
            return said.line(["community": duty.name, "waiting": waiting])
        }
        let path = duties.count == 1 ? Paths.queue(duties[0].slug) : Paths.queues
        let letter = MailLetter(
            subject: said.subject(count),
            [.items(lines), .button(said.look(), to: order.settings.baseURL + path)],
            footer: [said.why(), said.off() + " " + order.settings.baseURL + Paths.mailSettings]
        )
        return letter.content(order.words, order.settings)
    }
}

extension MailChoice {
    /// Whether someone who decides wants to hear each day what is waiting; the next one says it anyway.
    package static let duty = MailChoice(
        isWanted: { order in try !DutyState.isOff(for: order.recipient.id, order.db) },
        giveBack: { _, _, _ in }
    )
}

extension MailKind {
    /// To those who decide, and to safeguarding contacts: how much is waiting for them, once a day.
    package static let duty: MailKind = "duty"
}
