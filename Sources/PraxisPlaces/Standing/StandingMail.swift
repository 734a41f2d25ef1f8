import Foundation
import PraxisCapability
import PraxisCommunity
package import PraxisDomain
import PraxisWeb
import PraxisWords

extension MailTemplate {
    /// Tells a member that they were silenced, suspended or reinstated: where, until when, and the reason that was given to them; of a
    /// place that may not be named, that they can read it on the site.
    ///
    /// One that was lifted before its mail was made is not told any more.
    static let standing = MailTemplate(.standing, isDiscreet: true, location: MailLocation.ofRestriction) { order in
        guard let id = order.about.subject?.id(as: Noun.Restriction.self), let place = order.place,
            let restriction = try Restriction.one(id, order.db),
            restriction.member == order.recipient.id
        else { return nil }
        let isNew = order.about.numbers.first == 1
        if isNew, !restriction.isInForce(at: order.now) { return nil }
        let letter = isNew ? order.heldBack(restriction, in: place) : order.reinstateStanding(of: place)
        return letter.content(order.words, order.settings)
    }
}

extension MailOrder {
    fileprivate func reinstateStanding(of place: PlaceInMail) -> MailLetter {
        let said = words.standing
        let visit = words.communities.mail.visit(["place": place.isNamed ? place.name(words) : settings.name])
        return MailLetter(
            subject: said.mailLifted(["place": place.name(words)]),
            [
                .text(said.mailLiftedText()),
                .button(visit, to: settings.baseURL + (place.paths?.home ?? Paths.home)),
            ]
        )
    }

    fileprivate func heldBack(_ restriction: Restriction, in place: PlaceInMail) -> MailLetter {
        let said = words.standing
        let name: KeyValuePairs = ["place": place.name(words)]
        let end =
            restriction.until.map { said.endsAt() + " " + words.moment($0, in: zone, now: now) + "." }
            ?? said.endsNever()
        let reason = place.quoting(restriction.reason).map { words.common.because(["reason": $0]) }
        var parts: [MailPart] = [.text(end), .text(reason ?? said.mailReasonThere())]
        if reason != nil { parts.append(.text(said.mailRead())) }
        return MailLetter(
            subject: restriction.kind == .silenced ? said.youAreSilenced(name) : said.youAreSuspended(name),
            parts + [.button(said.mailOpen(), to: settings.baseURL + Paths.settings)]
        )
    }

    private var zone: TimeZone {
        Zones.stored(recipient.timeZone, orElse: settings.timeZone)
    }
}

extension MailKind {
    /// To a member: they were silenced, suspended or reinstated.
    package static let standing: MailKind = "standing"
}
