import Foundation
import HTML
import PraxisCapability
import PraxisDomain
import PraxisWeb
import PraxisWords

extension StyleSample {
    /// This month with three dates, one of them cancelled, two on one day.
    static let month = StyleSample("month", { $0.gatherings.title() }) { call, texts in
        guard let month = GatheringMonth.Month(of: LocalTime(call.now, in: call.zone), call) else { return HTML() }
        let dates = [(day: 4, hour: 9), (day: 4, hour: 14), (day: 18, hour: 12)].enumerated().map { index, at in
            let start = month.begin + .days(Int64(at.day)) + .hours(Int64(at.hour))
            return ListedGathering(index, start, call, texts)
        }
        let shown = GatheringMonth(month: month, gatherings: dates, isCut: false)
        return GatheringMonthView(call: call, shown: shown, filter: GatheringFilter(), path: Paths.community(slug)).html
    }
}

extension Gathering {
    /// An hour online.
    init(sample index: Int, _ start: Timestamp, _ call: Call, _ state: GatheringState = .planned) {
        self.init(
            thread: ThreadID(rawValue: -1 - Int64(index)),
            wall: LocalTime(start, in: call.zone),
            zone: call.zone.identifier,
            startAt: start,
            endAt: start + .hours(1),
            minutes: 60,
            mode: .online,
            place: "",
            joinLink: "",
            capacity: nil,
            state: state,
            version: 1,
            changedAt: call.now
        )
    }
}

extension ListedGathering {
    fileprivate init(_ index: Int, _ start: Timestamp, _ call: Call, _ texts: StyleSample.Texts) {
        gathering = Gathering(sample: index, start, call, index == 1 ? .cancelled : .planned)
        title = texts.titles[index + 2]
        community = Community(slug: StyleSample.slug, name: texts.community)
        group = Group(texts.group)
        language = call.words.language
        tally = AnswerTally(seated: 6)
        (series, hasNotes) = (nil, false)
    }
}

extension ListedGathering.Group {
    fileprivate init(_ name: String) {
        (slug, self.name) = (StyleSample.slug, name)
        (isCommons, readers) = (false, .all)
    }
}

extension AnswerTally {
    fileprivate init(seated: Int) {
        self.seated = seated
        (waiting, maybe) = (0, 0)
        own = nil
    }
}
