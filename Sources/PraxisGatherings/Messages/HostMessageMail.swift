import Markdown
import PraxisCapability
import PraxisCommunity
import PraxisDigest
package import PraxisDomain
import PraxisMail
import PraxisWeb
import PraxisWords

extension MailTemplate {
    /// Brings what a host wrote to one who has given an answer that it is for; not if they answer otherwise by then, or it was withdrawn.
    static let hostMessage = MailTemplate(.hostMessage, choice: .hostMessage, location: MailLocation.ofGathering) {
        order in
        guard let id = order.about.numbers.first.map(HostMessageID.init(rawValue:)),
            let letter = try GatheringLetter(order, if: { $0.takesMessages(at: $1) }),
            let message = try order.reading.first(HostMessage.of(id)), !message.isGone,
            message.thread == letter.gathering.thread, let own = letter.listed.tally.own?.audience,
            message.addressed.audience.contains(own)
        else { return nil }
        return try HostMessageLetter(letter: letter, message: message, own: own).content
    }
}

/// A message as a mail to one whom it is for.
private struct HostMessageLetter {
    let letter: GatheringLetter
    let message: HostMessage
    /// By what they have answered.
    let own: MessageAudience

    private var order: MailOrder { letter.order }
    private var messages: GatheringMessageWords { order.words.gatherings.messages }
    private var said: GatheringMessageWords.Mail { messages.mail }
    private var detail: MailDetail { letter.place.detail }
    private var title: String { letter.listed.title }
    private var isOver: Bool { letter.gathering.endAt <= order.now }

    var content: MailContent {
        get throws {
            try letter.letter(subject, [text], body + details + letter.comingAfterAll(isOver: isOver), why: why)
                .content(order.words, order.settings)
        }
    }

    private var subject: String {
        switch detail {
        case .full: said.subject(["name": message.name, "title": title])
        case .title: said.subjectOfTitle(["title": title])
        case .something: said.subjectOfSome()
        }
    }

    private var text: String {
        switch detail {
        case .full: said.text(["name": message.name, "title": title])
        case .title: said.textOfTitle(["title": title])
        case .something: said.textOfSome()
        }
    }

    /// The text itself where whole posts leave, with who else reads it; elsewhere that it does not, and where it is.
    private var body: [MailPart] {
        let address = order.settings.baseURL + Paths.messages(message.thread)
        guard detail == .full else { return [.text(said.readThere()), .button(said.button(), to: address)] }
        let plain = Markdown.render(message.body).plain
        // Whole: there is no more of it than a message can be long.
        let lines = Markdown.excerptLines(plain, scalars: plain.unicodeScalars.count + 1)
        let people = messages.toThese(["people": messages.names(message.addressed.audience)])
        return [.prose(lines, letter.place.language), .quiet("\(people) \(messages.whoReads())")]
    }

    /// When and where it is; of one that is over where nobody has to go any more.
    private var details: [MailPart] {
        let said = order.words.gatherings.mail
        let facts = isOver ? [.items([letter.when])] : letter.whenAndWhere
        let page = order.settings.baseURL + Paths.thread(message.thread)
        // What is read on the site has its button above.
        return facts + [detail == .full ? letter.button : .link(said.button(), to: page)]
    }

    private var why: String {
        switch own {
        case .seated: said.why()
        case .waiting: said.whyWaiting()
        case .maybe: said.whyMaybe()
        }
    }
}

extension GatheringLetter {
    /// Where it is said that one cannot come, of a date that is not over.
    fileprivate func comingAfterAll(isOver: Bool) throws -> [MailPart] { isOver ? [] : try cannotCome() }
}

extension MailChoice {
    /// Whether a member wants them by mail, and is not away; all of them stand on the page of who answered.
    fileprivate static let hostMessage = MailChoice(
        isWanted: { order in
            let member = order.recipient.id
            return try GatheringMailSetting.messages.value(of: member, order.db)
                && DigestSetting.pausedUntil.value(of: member, order.db) <= order.now
        },
        giveBack: { _, _, _ in }
    )
}

extension MailKind {
    /// To people by what they answered to a date: what its host wrote.
    package static let hostMessage: MailKind = "host-message"
}
