package import PraxisDomain

extension TriageWords {
    /// "Priya approved this".
    package func decided(_ action: QueueAction, by name: String) -> String {
        let deed: Phrase =
            switch action {
            case .approve: deeds.approved
            case .hide: deeds.hidden
            case .return: deeds.returned
            case .dismiss: deeds.dismissed
            }
        return deed(["name": name])
    }

    /// What the banner after an action says.
    package func done(_ action: QueueAction) -> String {
        switch action {
        case .approve: done.approved()
        case .hide: done.hidden()
        case .return: done.returned()
        case .dismiss: done.dismissed()
        }
    }

    /// What the button of an action says.
    package func verb(_ action: QueueAction, on kind: QueueItemKind) -> String {
        switch (action, kind) {
        case (.approve, .request): verbs.accept()
        case (.approve, .report): verbs.keep()
        case (.approve, .held): verbs.approve()
        case (.return, _): verbs.giveBack()
        case (.hide, _): verbs.hide()
        case (.dismiss, .request): verbs.decline()
        case (.dismiss, _): verbs.dismiss()
        }
    }

    /// How long something has waited, rounded down, a minute at the least: "5 min", "2 h", "3 days".
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

    /// What follows from reporting for that reason; empty where nothing does at once.
    package func hint(on reason: ReportReason) -> String {
        switch reason {
        case .identifiesClient: reasons.identifiesClientHint()
        case .worried: reasons.worriedHint()
        default: ""
        }
    }

    package func name(of reason: StockReason) -> String {
        switch reason {
        case .identifiesClient: stock.identifiesClient()
        case .disrespect: stock.disrespect()
        case .offTopic: stock.offTopic()
        case .spam: stock.spam()
        case .duplicate: stock.duplicate()
        }
    }

    /// Why something was decided: the sentence from the list, and the moderator's own words.
    package func reason(_ stock: StockReason?, _ words: String) -> String {
        [stock.map(name(of:)), words.isEmpty ? nil : words].compactMap { $0 }.joined(separator: " ")
    }
}
