package import PraxisDomain
package import PraxisThreads
import PraxisWords

extension TriageWords {
    /// How long something has waited, rounded down, at least a minute: "5 min", "2 h", "3 days".
    package func age(_ span: Span) -> String {
        let minutes = Int(max(Span.minutes(1), span).milliseconds / Span.minutes(1).milliseconds)
        if minutes < 60 { return ages.minutes(minutes) }
        return minutes < 48 * 60 ? ages.hours(minutes / 60) : ages.days(minutes / (24 * 60))
    }

    package func name(of reason: ReportReason) -> String {
        switch reason {
        case .identifiesClient: reasons.identifiesClient()
        case .worried: reasons.worried()
        case .disrespect: reasons.disrespect()
        case .offTopic: reasons.offTopic()
        case .spam: reasons.spam()
        case .other: reasons.somethingElse()
        }
    }

    /// The immediate consequence of reporting for that reason; empty if absent.
    package func hint(on reason: ReportReason) -> String {
        switch reason {
        case .identifiesClient: reasons.identifiesClientHint()
        case .worried: reasons.worriedHint()
        default: ""
        }
    }

    /// The reason for a decision, for those who reported it.
    package func reasonToReporters(_ stock: StockReason?, _ words: String) -> String {
        told.reason(stock, words)
    }
}

extension Words {
    /// "Priya approved this"; by its word what no capability says any more.
    func decided(_ end: QueueEnd, by name: String) -> String {
        named.queueEnds[end.rawValue]?(["name": name]) ?? end.rawValue
    }
}
