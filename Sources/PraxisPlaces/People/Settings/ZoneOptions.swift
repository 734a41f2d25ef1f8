import HTML
import PraxisDomain
import PraxisWords
import Synchronization

/// The options of a list of all time zones in one language.
struct ZoneOptions: Sendable {
    private let moment: Int64
    private let options: HTML
    /// Where each zone, by name, is said to be the chosen one: the place of `selected` in `options`.
    private let ends: [String: Int]

    /// A quarter of an hour in seconds: clocks change on one.
    private static let span = 900.0

    /// Drawn once for each language and quarter of an hour: there are some four hundred.
    private static let drawn = Mutex<[Language: ZoneOptions]>([:])

    static func kept(_ words: Words, at now: Timestamp) -> ZoneOptions {
        let moment = Int64(now.seconds / span)
        return drawn.withLock { drawn in
            if let kept = drawn[words.language], kept.moment == moment { return kept }
            let made = ZoneOptions(words.zones, TimeZonePlan.offered(at: now), moment)
            drawn[words.language] = made
            return made
        }
    }

    private init(
        _ words: ZoneWords,
        _ offered: [(region: TimeZonePlan.Region, choices: [TimeZonePlan.Choice])],
        _ moment: Int64
    ) {
        var options = HTML(), ends: [String: Int] = [:]
        for (region, choices) in offered {
            options += "<optgroup label=\"\(words.name(of: region))\">"
            for zone in choices {
                options += "<option value=\"\(zone.name)\""
                ends[zone.name] = options.bytes.count
                options += ">\(words.option(["city": zone.city, "offset": zone.offset]))</option>"
            }
            options += "</optgroup>\n"
        }
        (self.options, self.ends) = (options, ends)
        self.moment = moment
    }

    func html(chosen: String) -> HTML {
        guard let end = ends[chosen] else { return options }
        var bytes = options.bytes
        bytes.insert(contentsOf: " selected".utf8, at: end)
        return HTML(trusted: bytes)
    }
}

extension ZoneWords {
    fileprivate func name(of region: TimeZonePlan.Region) -> String {
        switch region {
        case .africa: africa()
        case .america: america()
        case .antarctica: antarctica()
        case .arctic: arctic()
        case .asia: asia()
        case .atlantic: atlantic()
        case .australia: australia()
        case .europe: europe()
        case .indian: indian()
        case .pacific: pacific()
        case .other: elsewhere()
        }
    }
}
