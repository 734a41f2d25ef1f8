import Foundation
import HTML
import PraxisCommunity
import PraxisDomain
import PraxisMail
import PraxisWeb
import PraxisWords

extension MailTemplate {
    /// Tells a member that they were silenced, suspended or reinstated: where, until when, and the reason that was given to them.
    ///
    /// One that was lifted before its mail was made is not told any more.
    static let standing = MailTemplate(.standing) { order in
        guard let first = order.about.first,
            let restriction = try Restriction.one(RestrictionID(rawValue: first), order.db),
            restriction.member == order.recipient.id
        else { return nil }
        let isNew = order.about.dropFirst().first == 1
        if isNew, !restriction.isInForce(at: order.now) { return nil }
        return StandingMail(restriction: restriction, isNew: isNew).content(order)
    }
}

/// What the mail says: no word of anybody but whoever gave the reason.
private struct StandingMail {
    let restriction: Restriction
    let isNew: Bool

    func content(_ order: MailOrder) -> MailContent {
        let lines = lines(order), subject = subject(order.words.standing)
        let site = order.settings.name, address = order.settings.baseURL
        let html: HTML = """
            <!doctype html>
            <html lang="\(order.words.code())"><head><meta charset="utf-8"><title>\(subject)</title></head><body>
            \(each: lines, { "<p>\($0)</p>\n" as HTML })<p>\(site)<br>\(address)</p>
            </body></html>

            """
        return MailContent(
            subject: subject,
            text: lines.map { $0 + "\n\n" }.joined() + "-- \n\(site)\n\(address)\n",
            html: html.string
        )
    }

    private func subject(_ words: StandingWords) -> String {
        let place = restriction.placeName
        if !isNew { return words.mailLifted(["place": place]) }
        return restriction.kind == .silenced
            ? words.youAreSilenced(["place": place]) : words.youAreSuspended(["place": place])
    }

    private func zone(_ order: MailOrder) -> TimeZone {
        Zones.stored(order.recipient.timeZone, orElse: order.settings.timeZone)
    }

    private func lines(_ order: MailOrder) -> [String] {
        let words = order.words.standing
        guard isNew else { return [subject(words) + ".", words.mailLiftedText()] }
        let end =
            restriction.until.map { until in
                words.endsAt() + " " + order.words.moment(until, in: zone(order), now: order.now) + "."
            } ?? words.endsNever()
        return [subject(words) + ". " + end, words.reason() + ": " + restriction.reason, words.mailRead()]
    }
}
