import Foundation
import PraxisCapability
import PraxisCommunity
import PraxisDigest
package import PraxisDomain
import PraxisMail
import PraxisWeb
import PraxisWords

extension MailTemplate {
    /// Tells a member that their yes to a series is noted, with its dates for their calendar; not if they have answered again since.
    static let seriesConfirmation = MailTemplate(
        .seriesConfirmation,
        choice: .confirmation,
        location: MailLocation.ofSeries
    ) { order in
        guard let id = order.about.subject?.id(as: Noun.Series.self), let place = order.place else { return nil }
        let series = try Series.read(id, order.reading).series
        guard let own = try order.reading.first(SeriesAnswer.of(order.recipient.id, to: id)), own.answer == .yes,
            own.turn == order.about.numbers.first, series.state == .planned
        else { return nil }
        return try SeriesLetter(order: order, series: series, place: place).content
    }
}

/// A series as a mail to one who comes speaks of it.
private struct SeriesLetter {
    let order: MailOrder
    let series: Series
    let place: PlaceInMail

    private var name: String { series.details.name.text }

    var content: MailContent {
        get throws {
            let words = order.words.gatherings, said = words.series.answers.mail, mail = words.mail
            let subject =
                place.isNamed ? mail.confirmation.subject(["title": name]) : mail.confirmation.subjectOfSome()
            let text = place.isNamed ? said.text(["title": name]) : said.textOfSome()
            let path = place.paths.map { Paths.series($0.community, series.id) } ?? Paths.gatherings
            let letter = MailLetter(
                subject: subject,
                preheader: text,
                [.title(subject, inText: false), .text(text)]
                    + [place.readersLine(order.words)].compactMap { $0 }
                    + [.text(said.file()), .button(said.button(), to: order.settings.baseURL + path)],
                footer: [
                    MailFooterLine(mail.confirmation.why()),
                    MailFooterLine(mail.off(), to: order.settings.baseURL + Paths.mailSettings),
                ]
            )
            return letter.content(order.words, order.settings, attachments: [try file])
        }
    }

    /// Its dates, for a calendar.
    private var file: Attachment {
        get throws {
            let naming = CalendarNaming(words: order.words, settings: order.settings)
            var events = try CalendarContents.load(.series(series.id), order.reading).events(naming)
            if place.detail != .full { for index in events.indices { events[index].location = nil } }
            return Attachment(
                Data(CalendarFilePlan.text(events, name: place.isNamed ? name : place.name(order.words)).utf8),
                type: "text/calendar; charset=utf-8; method=PUBLISH",
                name: "series.ics"
            )
        }
    }
}

extension MailKind {
    /// To a member who said that they come to all dates of a series: that this is noted.
    package static let seriesConfirmation: MailKind = "series-confirmation"
}
