import Foundation
import HTML
import PraxisCommunity
import PraxisDomain
import PraxisWeb
import PraxisWords

/// When and how a date is, in words: in the reader's time zone, with the host's beside it where their clocks differ.
struct GatheringTimeView {
    let call: Call
    let gathering: Gathering

    private var said: GatheringWords { call.words.gatherings }

    /// "Tuesday 1 December, 12:30pm to 1:30pm", where the reader is.
    var when: String { span.text(in: call.zone) { day($0, in: call.zone) } }

    /// The same as it begins a sentence.
    var sentence: String { when.prefix(1).uppercased() + when.dropFirst() }

    var time: HTML { "<time datetime=\"\(gathering.startAt.rfc3339)\">\(sentence)</time>" }

    /// The same where the host is; nil if their clocks show the same.
    var host: String? {
        let site = call.env.settings.timeZone, zone = Zones.stored(gathering.zone, orElse: site)
        return span.host(gathering.zone, besides: call.zone, orElse: site) { day($0, in: zone) }
    }

    /// For a line of a list of discussions: "4 December", "3 March 2027", and the time of one that is today.
    var brief: String {
        let words = call.words, start = LocalTime(gathering.startAt, in: call.zone),
            today = LocalTime(call.now, in: call.zone)
        if start.dayNumber == today.dayNumber { return words.moment(start, today: today) }
        if start.year != today.year { return words.fullDate(gathering.startAt, in: call.zone) }
        return words.dates.dayAndMonth(["day": words.day(of: start), "month": words.dates.months[start.month - 1]])
    }

    var mode: String { said.name(gathering.mode) }

    /// That it does not take place.
    var cancelled: HTML {
        if gathering.state == .planned { return HTML() }
        let tag = gathering.state == .skipped ? said.series.skippedTag() : said.cancelledTag()
        return "<span class=\"tag warn\">\(tag)</span> "
    }

    /// With its weekday in any year: it is what people plan by.
    private func day(_ local: LocalTime, in zone: TimeZone) -> String {
        let words = call.words, today = LocalTime(call.now, in: zone)
        return local.year == today.year ? words.day(local, today: today) : words.date(local, in: today.year)
    }

    private var span: GatheringSpan { GatheringSpan(call.words, gathering.startAt, gathering.endAt) }
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
