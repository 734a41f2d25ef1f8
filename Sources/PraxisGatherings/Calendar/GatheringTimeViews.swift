import Foundation
import HTML
import PraxisCommunity
import PraxisDomain
import PraxisPlaces
import PraxisWeb
import PraxisWords

/// When and how a date is, in words: in the reader's time zone, with the host's beside it where their clocks differ.
struct GatheringTimeView {
    let call: Call
    let gathering: Gathering

    private var said: GatheringWords { call.words.gatherings }

    /// "Tuesday 1 December, 12:30pm to 1:30pm", where the reader is.
    var when: String { span(in: call.zone) }

    /// The same as it begins a sentence.
    var sentence: String { when.prefix(1).uppercased() + when.dropFirst() }

    var time: HTML { "<time datetime=\"\(gathering.startAt.rfc3339)\">\(sentence)</time>" }

    /// The same where the host is; nil if their clocks show the same.
    var host: String? {
        let zone = Zones.stored(gathering.zone, orElse: call.env.settings.timeZone)
        if LocalTime(gathering.startAt, in: call.zone) == LocalTime(gathering.startAt, in: zone) { return nil }
        return said.hostTime(["when": span(in: zone), "city": TimeZonePlan.city(of: gathering.zone)])
    }

    /// For a line of a list of discussions: "4 December", "3 March 2027", and the time of one that is today.
    var brief: String {
        let words = call.words, start = LocalTime(gathering.startAt, in: call.zone),
            today = LocalTime(call.now, in: call.zone)
        if start.dayNumber == today.dayNumber { return words.moment(start, today: today) }
        if start.year != today.year { return words.fullDate(gathering.startAt, in: call.zone) }
        return words.dates.dayAndMonth(["day": String(start.day), "month": words.dates.months[start.month - 1]])
    }

    var mode: String { said.name(gathering.mode) }

    /// That it does not take place.
    var cancelled: HTML {
        if gathering.state == .planned { return HTML() }
        let tag = gathering.state == .skipped ? said.series.skippedTag() : said.cancelledTag()
        return "<span class=\"tag warn\">\(tag)</span> "
    }

    /// With its weekday in any year: it is what people plan by.
    private func day(_ local: LocalTime, today: LocalTime) -> String {
        let words = call.words
        if local.year == today.year { return words.day(local, today: today) }
        return words.dates.weekdays[local.weekday] + " " + words.day(local, today: today)
    }

    private func span(in zone: TimeZone) -> String {
        let words = call.words, today = LocalTime(call.now, in: zone)
        let start = LocalTime(gathering.startAt, in: zone), end = LocalTime(gathering.endAt, in: zone)
        let first = day(start, today: today), from = words.time(start)
        if start.dayNumber == end.dayNumber {
            return said.when(["day": first, "from": from, "until": words.time(end)])
        }
        return said.whenOvernight([
            "day": first, "from": from, "untilDay": day(end, today: today), "until": words.time(end),
        ])
    }
}

extension GatheringWords {
    func name(_ mode: GatheringMode) -> String {
        switch mode {
        case .online: self.mode.online()
        case .inPerson: self.mode.inPerson()
        case .hybrid: self.mode.hybrid()
        }
    }
}
