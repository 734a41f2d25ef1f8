import PraxisCommunity
import PraxisDomain
import PraxisMail
import PraxisWeb
import PraxisWords

extension MailTemplate {
    /// The mails about requests to join.
    static let requests = [
        // About the community and, where they ask to join one, the group.
        MailTemplate(.joinRequest) { order in
            guard let community = order.about.first else { return nil }
            let group = order.about.dropFirst().first
            let asking = try AskingPeople.load(
                CommunityID(rawValue: community),
                group.map { GroupID(rawValue: $0) },
                for: order.viewer,
                order.db,
                at: order.now
            )
            return asking.map { order.letter($0).content(order.words, order.settings) }
        },
        // About the request.
        MailTemplate(.requestDecision) { order in
            guard let id = order.about.first else { return nil }
            let request = RequestID(rawValue: id)
            let decided = try DecidedRequest.load(request, of: order.viewer, order.db, at: order.now)
            return decided.map { order.letter($0).content(order.words, order.settings) }
        },
    ]
}

extension MailOrder {
    fileprivate func letter(_ asking: AskingPeople) -> MailLetter {
        let said = words.outbox.requests, place = asking.place
        if place.isConfidential {
            return MailLetter(
                subject: said.neutralSubject(),
                [
                    .text(said.neutralText(["site": settings.name])),
                    .link(said.look(), to: settings.baseURL + Paths.home),
                ],
                footer: [said.whyNeutral()]
            )
        }
        let others = asking.count - asking.names.count
        return MailLetter(
            subject: words.home.requests(asking.count, "place", place.name),
            [
                .items(asking.names + (others > 0 ? [said.more(others)] : [])),
                .link(said.look(), to: settings.baseURL + place.paths.members),
            ],
            footer: [said.why(["place": place.name])]
        )
    }

    fileprivate func letter(_ decided: DecidedRequest) -> MailLetter {
        let said = words.outbox.requests
        let shown = decided.place.flatMap { $0.isConfidential ? nil : $0 }
        let place = shown?.name ?? said.someGroup()
        let subject = decided.isAccepted ? said.acceptedSubject : said.declinedSubject
        let text = decided.isAccepted ? said.acceptedText : said.declinedText
        let address = settings.baseURL + (shown?.paths.home ?? Paths.home)
        return MailLetter(
            subject: subject(["place": place]),
            [
                .text(text(["place": place])),
                .link(said.visit(["place": shown?.name ?? settings.name]), to: address),
            ],
            footer: [said.whyAsked()]
        )
    }
}
