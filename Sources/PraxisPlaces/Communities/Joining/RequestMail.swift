import PraxisCapability
import PraxisCommunity
package import PraxisDomain
import PraxisMail
import PraxisWeb
import PraxisWords

extension MailTemplate {
    /// The mails about requests to join.
    static let requests = [
        // About the community and, if they ask to join one, the group.
        MailTemplate(.joinRequest, location: MailLocation.ofPlace) { order in
            guard let place = order.place else { return nil }
            let location = MailLocation(community: place.community, group: place.group)
            let asking = try AskingPeople.load(location, order.reading)
            return asking.map { order.letter($0, at: place).content(order.words, order.settings) }
        },
        // About the request, and the moment of a decision that was taken back.
        MailTemplate(.requestDecision, location: MailLocation.ofRequest) { order in
            guard let request = order.about.subject?.id(as: Noun.Request.self) else { return nil }
            let undone = order.about.numbers.first.map { Timestamp(rawValue: $0) }
            let decided = try DecidedRequest.load(request, undone: undone, order.reading)
            return decided.map { order.letter($0).content(order.words, order.settings) }
        },
    ]
}

extension MailOrder {
    fileprivate func letter(_ asking: AskingPeople, at place: PlaceInMail) -> MailLetter {
        let said = words.communities.mail
        guard let paths = place.paths else {
            return MailLetter(
                subject: said.neutralSubject(),
                [
                    .text(said.neutralText(["site": settings.name])),
                    .button(said.look(), to: settings.baseURL + Paths.home),
                ],
                footer: [said.whyNeutral()]
            )
        }
        let others = asking.count - asking.names.count, name = place.name(words)
        return MailLetter(
            subject: words.communities.requests(asking.count, "place", name),
            [
                .items(asking.names + (others > 0 ? [said.more(others)] : [])),
                .button(said.look(), to: settings.baseURL + paths.members),
            ],
            footer: [said.why(["place": name])]
        )
    }

    fileprivate func letter(_ decided: DecidedRequest) -> MailLetter {
        let said = words.communities.mail
        let shown = decided.isKnown ? place.flatMap { $0.isNamed ? $0 : nil } : nil
        let place = shown?.name(words) ?? said.someGroup()
        let (subject, text) =
            switch decided.outcome {
            case .accepted: (said.acceptedSubject, said.acceptedText)
            case .declined: (said.declinedSubject, said.declinedText)
            case .takenBack: (said.undoneSubject, said.undoneText)
            }
        let address = settings.baseURL + (shown?.paths?.home ?? Paths.home)
        return MailLetter(
            subject: subject(["place": place]),
            [
                .text(text(["place": place])),
                .button(said.visit(["place": shown?.name(words) ?? settings.name]), to: address),
            ],
            footer: [said.whyAsked()]
        )
    }
}

extension MailKind {
    /// To those who decide: people ask to join one of their places.
    package static let joinRequest: MailKind = "join-request"
    /// To a person who asked to join: the decision.
    package static let requestDecision: MailKind = "request-decision"
}
