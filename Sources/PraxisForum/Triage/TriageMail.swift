import HTML
import PraxisCommunity
import PraxisDomain
import PraxisWeb
import PraxisWords

extension Forum {
    /// What authors, reporters and those on duty are told; never a word of a post, and of a confidential group not even the reason.
    package static let triageMails = [
        MailTemplate(.postDecision) { order in
            guard let facts = try DecisionMailFacts.load(order) else { return nil }
            let mail = order.words.triage.mail
            let outcome: String =
                switch facts.action {
                case .approve, .dismiss: mail.published()
                case .hide: mail.hidden()
                case .return: mail.returned()
                }
            return order.content(mail.decisionSubject(), [outcome] + order.reason(facts), link: Paths.post(facts.post))
        },
        MailTemplate(.reportOutcome) { order in
            guard let facts = try DecisionMailFacts.load(order) else { return nil }
            let mail = order.words.triage.mail
            if facts.about == .worried {
                let lines = [mail.lookedAfter(), mail.stillWorried()]
                return order.content(mail.lookedAfterSubject(), lines, link: Paths.home)
            }
            let outcome: String =
                switch facts.action {
                case .approve, .dismiss: mail.reportKept()
                case .hide, .return: mail.reportActed()
                }
            return order.content(
                mail.reportSubject(),
                [mail.thanks(), outcome] + order.reasonToReporters(facts),
                link: Paths.home
            )
        },
        MailTemplate(.worried) { order in
            guard let facts = try DutyMailFacts.load(order) else { return nil }
            let mail = order.words.triage.mail
            let lines = [mail.worried(["community": facts.community]), mail.worriedWhat()]
            return order.content(
                mail.worriedSubject(["community": facts.community]),
                lines,
                link: Paths.queueItem(facts.slug, facts.item)
            )
        },
    ]
}

extension MailOrder {
    /// Why, where that may leave by mail.
    fileprivate func reason(_ facts: DecisionMailFacts) -> [String] {
        if facts.isConfidential { return [words.triage.mail.readThere()] }
        return because(words.triage.reason(facts.stock, facts.reason), facts)
    }

    /// The same for those who reported it, who cannot read it elsewhere.
    fileprivate func reasonToReporters(_ facts: DecisionMailFacts) -> [String] {
        if facts.isConfidential { return [] }
        return because(words.triage.reasonToReporters(facts.stock, facts.reason), facts)
    }

    private func because(_ why: String, _ facts: DecisionMailFacts) -> [String] {
        let place = words.triage.mail.place(["community": facts.community])
        return why.isEmpty ? [place] : [place, words.triage.mail.because(["reason": why])]
    }

    /// A short mail of a few paragraphs and one link.
    fileprivate func content(_ subject: String, _ lines: [String], link path: String) -> MailContent {
        let address = settings.baseURL + path
        let paragraphs = [words.triage.mail.hello(["name": recipient.name])] + lines
        let html: HTML = """
            <!doctype html><html lang="\(words.code())"><head><meta charset="utf-8"><title>\(subject)</title></head><body>\
            \(each: paragraphs, { "<p>\($0)</p>" as HTML })<p><a href="\(address)">\(words.triage.mail.open())</a></p>\
            <p>\(settings.name)</p></body></html>
            """
        let text = (paragraphs + [address, "-- \n" + settings.name]).joined(separator: "\n\n") + "\n"
        return MailContent(subject: subject, text: text, html: html.string)
    }
}
