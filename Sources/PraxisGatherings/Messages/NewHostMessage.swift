package import PraxisDomain

/// What a host is about to write, checked.
package struct NewHostMessage: Sendable {
    /// In the order of the form.
    package let audience: [MessageAudience]
    package let body: String

    /// - Throws: `Denial.input` with all that is wrong.
    package init(to words: [String], body: String) throws(Denial) {
        var errors: [FieldError] = []
        let audience = errors.collect([] as [MessageAudience]) { () throws(Denial) in try Self.audience(words) }
        let text = errors.collect("") { () throws(Denial) in
            let typed = try TypedText.checked(body, "body", 0...Limits.hostMessageScalars.upperBound)
            if typed.isEmpty { throw .input([FieldError("body", .messageIsEmpty)]) }
            return typed
        }
        if !errors.isEmpty { throw .input(errors) }
        (self.audience, self.body) = (audience, text)
    }

    private static func audience(_ words: [String]) throws(Denial) -> [MessageAudience] {
        if words.isEmpty { throw .input([FieldError("to", .missing)]) }
        if words.contains(where: { MessageAudience(rawValue: $0) == nil }) {
            throw .input([FieldError("to", .notAChoice(MessageAudience.allCases.map(\.rawValue)))])
        }
        return MessageAudience.allCases.filter { words.contains($0.rawValue) }
    }
}

extension NewHostMessage {
    /// - Throws: `Denial.input` for a date that takes none any more, and for each answer that was ticked and that nobody gave.
    func check(_ gathering: Gathering, _ answers: Answers, by author: MemberID, at now: Timestamp) throws(Denial) {
        if let problem = gathering.messageProblem(at: now) { throw .input([problem]) }
        let empty = audience.filter { answers.people($0, besides: author).isEmpty }
        if !empty.isEmpty { throw .input(empty.map { FieldError("to", $0.saidByNobody) }) }
    }
}

extension MessageAudience {
    fileprivate var saidByNobody: FieldError.Problem {
        switch self {
        case .seated: .nobodyIsComing
        case .waiting: .nobodyIsWaiting
        case .maybe: .nobodyMightCome
        }
    }
}

extension Gathering {
    /// Whether its hosts can write to people: until a week after its end, if it takes place.
    func takesMessages(at now: Timestamp) -> Bool { state == .planned && endAt + Limits.hostMessagesAfter > now }

    /// Why they cannot.
    func messageProblem(at now: Timestamp) -> FieldError? {
        if takesMessages(at: now) { return nil }
        return switch state {
        case .cancelled: FieldError("body", .gatheringIsCancelled)
        case .skipped: FieldError("body", .gatheringIsSkipped)
        case .planned: FieldError("body", .messagesAreOver)
        }
    }
}

extension Answers {
    /// Those who gave that answer, in no order, without the one who writes.
    func people(_ audience: MessageAudience, besides writer: MemberID) -> [MemberID] {
        let people =
            switch audience {
            case .seated: Array(seats.seated)
            case .waiting: Array(seats.waiting)
            case .maybe: given.filter { $0.value == .maybe }.map(\.key)
            }
        return people.filter { $0 != writer }
    }

    func people(_ audience: [MessageAudience], besides writer: MemberID) -> [MemberID] {
        audience.flatMap { people($0, besides: writer) }
    }
}
