import Foundation
import HTML
import PraxisCommunity
import PraxisDomain
import PraxisPlaces
import PraxisWeb
import PraxisWords

/// When and how a date is, in words: in the reader's time zone, with the host's beside it where their clocks differ.
///
/// Where people meet in person the host's clock counts for all, and so it does for visitors, whose own is not known.
struct GatheringTimeView {
    let call: Call
    let gathering: Gathering
    /// Whether it says whose time it is; not where that is said for all times of a page.
    var namesZone = true

    private var said: GatheringWords { call.words.gatherings }

    private var isVisitor: Bool { call.viewer.member == nil }
    private var isByHost: Bool { isVisitor || gathering.mode == .inPerson }
    private var hostZone: TimeZone { Zones.stored(gathering.zone, orElse: call.env.settings.timeZone) }
    /// Of the clock that counts.
    private var zone: TimeZone { isByHost ? hostZone : call.zone }

    /// When it begins, by the clock that counts.
    var start: LocalTime { LocalTime(gathering.startAt, in: zone) }

    /// "Tuesday 1 December, 12:30pm to 1:30pm", with whose time that is if it may not be the reader's.
    var when: String { named(span.text(in: zone) { day($0, in: zone) }) }

    /// "12:30pm", likewise.
    var clock: String { named(call.words.time(start)) }

    private func named(_ time: String) -> String {
        let isTheirs = !isByHost || !isVisitor && start == LocalTime(gathering.startAt, in: call.zone)
        return isTheirs || !namesZone
            ? time : said.timeOf(["when": time, "city": TimeZonePlan.city(of: gathering.zone)])
    }

    /// The same as it begins a sentence.
    var sentence: String { when.prefix(1).uppercased() + when.dropFirst() }

    var time: HTML { "<time datetime=\"\(gathering.startAt.rfc3339)\">\(sentence)</time>" }

    /// The same where the host is; nil if their clocks show the same.
    var host: String? {
        if isByHost { return nil }
        let zone = hostZone, site = call.env.settings.timeZone
        return span.host(gathering.zone, besides: call.zone, orElse: site) { day($0, in: zone) }
    }

    /// For a line of a list of discussions: "on Friday 4 December", and the time of one that is today.
    var dated: String {
        let today = LocalTime(call.now, in: zone)
        return isByHost || start.dayNumber != today.dayNumber
            ? said.onDay(["day": call.words.date(start, in: today.year)]) : brief
    }

    /// "4 December", "3 March 2027", and the time of one that is today.
    var brief: String {
        let words = call.words, today = LocalTime(call.now, in: zone)
        if start.dayNumber == today.dayNumber, !isByHost { return words.moment(start, today: today) }
        if start.year != today.year { return words.fullDate(start) }
        return words.dates.dayAndMonth(["day": words.day(of: start), "month": words.dates.months[start.month - 1]])
    }

    /// "December 2026", as a heading.
    var month: String { call.words.monthOfYear(start) }

    var mode: String { said.name(gathering.mode) }

    /// That it does not take place, before other words.
    var cancelled: HTML { gathering.state == .planned ? HTML() : "\(cancelledTag) " }

    /// The same alone.
    var cancelledTag: HTML {
        if gathering.state == .planned { return HTML() }
        let tag = gathering.state == .skipped ? said.series.skippedTag() : said.cancelledTag()
        return "<span class=\"tag warn\">\(tag)</span>"
    }

    /// With its weekday in any year: it is what people plan by.
    private func day(_ local: LocalTime, in zone: TimeZone) -> String {
        let words = call.words, today = LocalTime(call.now, in: zone)
        // A page of visitors is kept longer than it is today where the host is.
        return isByHost || local.year != today.year
            ? words.date(local, in: today.year) : words.day(local, today: today)
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
