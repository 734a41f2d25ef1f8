import PraxisCapability
import PraxisCommunity
package import PraxisDomain
import PraxisPlaces
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
                    .post(undone.post)
                )
            }
            return try DecisionMailFacts.load(order).map(order.toAuthor)
        },
        MailTemplate(.reportOutcome, isDiscreet: true, location: MailLocation.ofItem) { order in
            if try UndoneMailFacts.load(.reportOutcome, order) != nil {
                let mail = order.words.triage.mail
                return order.content(mail.reportUndoneSubject(), [mail.reportUndone()], .site)
            }
            return try DecisionMailFacts.load(order).map(order.toReporter)
        },
        MailTemplate(.worried, isDiscreet: true, location: MailLocation.ofItem) { order in
            guard let item = try DutyMailFacts.load(order), let place = order.place else { return nil }
            let mail = order.words.triage.mail
            let community: KeyValuePairs = ["community": place.communityName]
            return order.content(
                mail.worriedSubject(community),
                [mail.worried(community), mail.worriedWhat()],
                .report(community: place.communitySlug, item.id)
            )
        },
    ]
}

extension MailOrder {
    fileprivate func toAuthor(_ facts: DecisionMailFacts) -> MailContent {
        let mail = words.triage.mail, reason = reason(facts), post = MailTarget.post(facts.post)
        return switch facts.action {
        case .hide: content(mail.hiddenSubject(), [mail.hidden()] + reason, post)
        case .return: content(mail.returnedSubject(), [mail.returned()] + reason, post)
        default: content(mail.publishedSubject(), [mail.published()] + readers + reason, post)
        }
    }

    fileprivate func toReporter(_ facts: DecisionMailFacts) -> MailContent {
        let mail = words.triage.mail, reason = reasonToReporters(facts)
        if facts.about == .worried {
            return content(mail.lookedAfterSubject(), [mail.lookedAfter(), mail.stillWorried()], .site)
        }
        return switch facts.action {
        case .hide, .return:
            content(mail.reportActedSubject(), [mail.thanks(), mail.reportActed()] + reason, .site)
        default: content(mail.reportKeptSubject(), [mail.thanks(), mail.reportKept()] + readers + reason, .site)
        }
    }

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

    /// Who can read what still stands there; of a place that may not be named nothing.
    fileprivate var readers: [String] { [place?.readers(words)?.sentence].compactMap { $0 } }

    /// A short mail of a few paragraphs and one link.
    fileprivate func content(_ subject: String, _ lines: [String], _ target: MailTarget) -> MailContent {
        let mail = words.triage.mail
        let (label, path) =
            switch target {
            case .post(let id): (mail.toPost(), Paths.post(id))
            case .site: (mail.toSite(["site": settings.name]), Paths.home)
            case .report(let community, let id): (mail.toReport(), Paths.queueItem(community, id))
            }
        let paragraphs = [mail.hello(["name": recipient.name])] + lines
        let letter = MailLetter(
            subject: subject,
            preheader: lines.first,
            paragraphs.map { .text($0) } + [.button(label, to: settings.baseURL + path)]
        )
        return letter.content(words, settings)
    }
}

/// Where the link of a mail about a decision leads, and so what it is called.
private enum MailTarget {
    case post(PostID)
    case site
    case report(community: String, QueueItemID)
}

extension MailKind {
    /// To the author of a post: the decision on it.
    package static let postDecision: MailKind = "post-decision"
    /// To a reporter: the outcome of the report.
    package static let reportOutcome: MailKind = "report-outcome"
    /// To those on duty: someone is worried about a member.
    package static let worried: MailKind = "worried"
}
