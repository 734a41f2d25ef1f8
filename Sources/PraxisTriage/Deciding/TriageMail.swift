import PraxisCapability
import PraxisCommunity
package import PraxisDomain
import PraxisThreads
import PraxisWeb
import PraxisWords

extension [MailTemplate] {
    /// What authors, reporters and those on duty are told; never a word of a post, and a moderator's own words only where posts leave.
    static let triage: Self = [
        MailTemplate(.postDecision, isDiscreet: true, location: MailLocation.ofItem) { order in
            if let undone = try UndoneMailFacts.load(.postDecision, order) {
                let mail = order.words.triage.mail
                return order.content(
                    mail.decisionUndoneSubject(),
                    [mail.decisionUndone()],
                    link: Paths.post(undone.post)
                )
            }
            guard let facts = try DecisionMailFacts.load(order) else { return nil }
            let mail = order.words.triage.mail
            let (subject, outcome) =
                switch facts.action {
                case .hide: (mail.hiddenSubject(), mail.hidden())
                case .return: (mail.returnedSubject(), mail.returned())
                default: (mail.publishedSubject(), mail.published())
                }
            return order.content(subject, [outcome] + order.reason(facts), link: Paths.post(facts.post))
        },
        MailTemplate(.reportOutcome, isDiscreet: true, location: MailLocation.ofItem) { order in
            if try UndoneMailFacts.load(.reportOutcome, order) != nil {
                let mail = order.words.triage.mail
                return order.content(mail.reportUndoneSubject(), [mail.reportUndone()], link: Paths.home)
            }
            guard let facts = try DecisionMailFacts.load(order) else { return nil }
            let mail = order.words.triage.mail
            if facts.about == .worried {
                let lines = [mail.lookedAfter(), mail.stillWorried()]
                return order.content(mail.lookedAfterSubject(), lines, link: Paths.home)
            }
            let (subject, outcome) =
                switch facts.action {
                case .hide, .return: (mail.reportActedSubject(), mail.reportActed())
                default: (mail.reportKeptSubject(), mail.reportKept())
                }
            return order.content(
                subject,
                [mail.thanks(), outcome] + order.reasonToReporters(facts),
                link: Paths.home
            )
        },
        MailTemplate(.worried, isDiscreet: true, location: MailLocation.ofItem) { order in
            guard let item = try DutyMailFacts.load(order), let place = order.place else { return nil }
            let mail = order.words.triage.mail
            let community: KeyValuePairs = ["community": place.communityName]
            return order.content(
                mail.worriedSubject(community),
                [mail.worried(community), mail.worriedWhat()],
                link: Paths.queueItem(place.communitySlug, item.id)
            )
        },
    ]
}

extension MailOrder {
    /// Where, and why, as far as that may leave by mail.
    fileprivate func reason(_ facts: DecisionMailFacts) -> [String] {
        because(words.threads.stock.reason(facts.stock, facts.reason)) ?? [words.triage.mail.readThere()]
    }

    /// The same for those who reported it, who cannot read it elsewhere.
    fileprivate func reasonToReporters(_ facts: DecisionMailFacts) -> [String] {
        because(words.triage.reasonToReporters(facts.stock, facts.reason)) ?? []
    }

    /// Returns nil for a place whose name may not leave.
    private func because(_ why: String) -> [String]? {
        guard let place, place.isNamed else { return nil }
        let mail = words.triage.mail, community = mail.place(["community": place.communityName])
        if why.isEmpty { return [community] }
        return [community, place.quoting(why).map { words.common.because(["reason": $0]) } ?? mail.readThere()]
    }

    /// A short mail of a few paragraphs and one link.
    fileprivate func content(_ subject: String, _ lines: [String], link path: String) -> MailContent {
        let mail = words.triage.mail
        let paragraphs = [mail.hello(["name": recipient.name])] + lines
        let letter = MailLetter(
            subject: subject,
            preheader: lines.first,
            paragraphs.map { .text($0) } + [.button(mail.open(), to: settings.baseURL + path)]
        )
        return letter.content(words, settings)
    }
}

extension MailKind {
    /// To the author of a post: the decision on it.
    package static let postDecision: MailKind = "post-decision"
    /// To a reporter: the outcome of the report.
    package static let reportOutcome: MailKind = "report-outcome"
    /// To those on duty: someone is worried about a member.
    package static let worried: MailKind = "worried"
}
