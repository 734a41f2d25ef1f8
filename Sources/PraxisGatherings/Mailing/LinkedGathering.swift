import PraxisCapability
import PraxisCommunity
package import PraxisDigest
import PraxisDomain
import PraxisStore
import PraxisThreads
import PraxisWeb

extension MailLink.Use {
    /// To say that one cannot come to a date, and to undo that.
    package static let cannotCome: MailLink.Use = "cannot-come"
}

extension MailLinkUse {
    /// Looking changes nothing, and neither does what programs that check mails follow: the answer is given by a button.
    static let cannotCome = MailLinkUse(
        .cannotCome,
        page: { opened in try await opened.cannotComePage(hasAnswered: false) },
        follow: { opened in
            guard let answer = opened.givenAnswer else { return try await opened.cannotComePage(hasAnswered: false) }
            let env = opened.call.env, thread = try opened.thread(),
                community = try await opened.call.community(of: thread)
            do {
                try await community.answer(answer, byLink: opened.token, key: env.store.siteKey)
            } catch Denial.input {
                // It is over or cancelled by now, which the page says.
                return try await opened.cannotComePage(hasAnswered: false)
            }
            return try await opened.cannotComePage(hasAnswered: true)
        }
    )
}

/// A date as the page behind a link of its mails speaks of it.
struct LinkedGathering {
    /// Nil where mails may not say it: the link has come to its holder as the mail did.
    let title: String?
    let gathering: Gathering
    let own: GivenAnswer?
}

extension MailLink {
    /// - Throws: `Denial.missing` if the link is about something else.
    func gathering() throws(Denial) -> ThreadID {
        guard scope.use == .cannotCome, let thread = scope.subject?.id(as: Noun.Conversation.self) else {
            throw .missing
        }
        return thread
    }
}

extension OpenedMailLink {
    fileprivate func thread() throws(Denial) -> ThreadID { try link.gathering() }

    /// What the form says; nil for one click of a mail program.
    fileprivate var givenAnswer: GatheringAnswer? {
        switch (try? call.form())?.text("do") {
        case "cannot-come": .no
        case "come": .yes
        default: nil
        }
    }

    fileprivate func cannotComePage(hasAnswered: Bool) async throws -> CannotComePageView {
        let thread = try thread()
        let linked = try await call.read { reading in
            let reading = reading.as(Viewer(member: link.member))
            _ = try Access.thread(thread, reading)
            guard let listed = try reading.first(ListedGathering.of(thread, for: link.member)),
                let location = try MailLocation.of(thread, reading.db),
                let place = try PlaceInMail.of(location, reading.db)
            else { throw Denial.missing }
            let title = place.isNamed ? listed.title : nil
            return LinkedGathering(title: title, gathering: listed.gathering, own: listed.tally.own)
        }
        return CannotComePageView(call: call, token: token, linked: linked, hasAnswered: hasAnswered)
    }
}
