import Foundation
import PraxisDomain
import PraxisWeb
import PraxisWords

/// When a series meets, in words.
struct RhythmView {
    let words: Words
    let rhythm: SeriesRhythm
    /// Whose time it is; nil if that is the reader's.
    var city: String?

    private var said: GatheringSeriesWords.Rhythms { words.gatherings.series.rhythms }

    /// "Every second Tuesday of the month at 12:30pm, until 31 December 2027".
    var sentence: String {
        guard let known = rhythm.rhythm else { return "" }
        let first = rhythm.first
        let clock = words.time(first)
        let time = city.map { words.gatherings.timeOf(["when": clock, "city": $0]) } ?? clock
        let sentence = said.sentences[known]([
            "weekday": words.dates.weekdays[first.weekday], "time": time, "day": words.day(of: first),
            "month": words.dates.months[first.month - 1], "place": said.places[min((first.day - 1) / 7, 4)],
        ])
        switch rhythm.rule.end {
        case .never: return sentence
        case .count(let count): return said.count(count, "rhythm", sentence)
        case .day(let day):
            return said.until(["rhythm": sentence, "day": words.fullDate(LocalTime(dayNumber: day))])
        }
    }
}
