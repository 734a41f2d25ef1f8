package import PraxisDomain
package import PraxisWeb

extension FieldError.Problem {
    /// No one else is named as the safeguarding contact.
    package static let noContact = Self.own("no-contact")
}

/// Why nothing was done with an item: someone else was there first.
package enum QueueConflict: CapabilityDenial {
    /// Someone else is working on it.
    case claimed(by: MemberID, named: String, until: Timestamp)
    /// It has been decided in the meantime.
    case decided(by: MemberID?, named: String, QueueAction, as: QueueEnd, at: Timestamp)

    /// What its `details` are.
    package static let fields: [OpenAPI.SchemaField] = [
        ("claimedBy", Problem.Person.schema), ("claimedUntil", .time), ("decidedBy", Problem.Person.schema),
        ("decidedAt", .time),
        ("action", .string()),
    ]

    package var status: OwnDenial.Status { .conflict }

    package var name: String {
        switch self {
        case .claimed: "claimed"
        case .decided: "decided"
        }
    }

    package var sentence: String {
        switch self {
        case .claimed: name
        case .decided(_, _, _, let end, _): "decided-" + end.rawValue
        }
    }

    package var values: [String: String] {
        switch self {
        case .claimed(_, let name, _), .decided(_, let name, _, _, _): ["name": name]
        }
    }

    package var details: [String: OwnDenial.Detail] {
        switch self {
        case .claimed(let holder, let name, let until):
            ["claimedBy": .person(holder, name), "claimedUntil": .moment(until)]
        case .decided(let decider, let name, let action, _, let at):
            ["decidedBy": .person(decider, name), "decidedAt": .moment(at), "action": .text(action.rawValue)]
        }
    }
}

extension Denial {
    package static func conflict(_ conflict: QueueConflict) -> Denial { .own(OwnDenial(conflict)) }

    /// The conflict over an item that it tells of; nil for any other refusal.
    package var conflict: QueueConflict? {
        if case .own(let own) = self { own.denial as? QueueConflict } else { nil }
    }
}

extension Limits {
    package static let reportNoteScalars = 0...2_000
    package static let caseNoteScalars = 1...2_000
    package static let decisionReasonScalars = 0...1_000
    package static let crisisScalars = 0...4_000
    package static let queuePerPage = 30
    /// How long a claim reserves an item for one moderator.
    package static let claim = Span.minutes(30)
    package static let decisionUndo = Span.hours(24)
    /// Mail about a decision is delayed by this, so that the decision can really be undone.
    package static let decisionMailDelay = Span.minutes(2)
}

extension Rate {
    package static let reportsPerDay = Rate(20, per: .days(1))
}
