import PraxisDomain
import PraxisWords

/// Lines of an audit log as a spreadsheet reads them (RFC 4180), told in words.
struct AuditTable: Sendable {
    private let words: Words

    init(_ words: Words) { self.words = words }

    func text(of lines: [AuditLine]) -> String {
        let audit = words.audit
        let head = [
            audit.number(), audit.at(), audit.act(), audit.who(), audit.person(), audit.place(), audit.detail(),
        ]
        return ([head] + lines.map(cells)).map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }.joined()
    }

    private func cells(_ line: AuditLine) -> [String] {
        [
            line.number.description, line.at.rfc3339, words.deed(of: line), words.actor(of: line),
            line.person ?? "", words.place(of: line), words.detail(of: line),
        ]
    }

    /// In quotes, and nothing that a spreadsheet would take for a formula.
    private static func cell(_ text: String) -> String {
        let isFormula = text.utf8.first.map { "=+-@\t\r".utf8.contains($0) } ?? false
        return "\"" + (isFormula ? "'" : "") + text.replacing("\"", with: "\"\"") + "\""
    }
}

extension Words {
    /// Who acted, or that this reader may not learn it.
    func actor(of line: AuditLine) -> String {
        if line.extent == .bare { return audit.somebody() }
        return line.actor ?? (line.isByMachine ? audit.machine() : audit.somebody())
    }

    /// What was done: of a decision, which and on what.
    func deed(of line: AuditLine) -> String {
        line.act == .resolved ? decision(of: line) ?? audit.name(of: line.act) : audit.name(of: line.act)
    }

    /// The decision that a line's details hold, in words.
    private func decision(of line: AuditLine) -> String? {
        guard line.detail.count == 2, let kind = QueueItemKind(rawValue: line.detail[0]),
            let end = QueueEnd(rawValue: line.detail[1])
        else { return nil }
        return audit.decisions.name(of: end)(["item": audit.items.name(of: kind)])
    }

    /// Where it was, as far as its reader may know.
    func place(of line: AuditLine) -> String {
        switch line.extent {
        case .bare: return audit.closedPlace()
        case .place: return [audit.otherGroup(), line.community?.name].compactMap { $0 }.joined(separator: " · ")
        case .whole: return [line.group?.name, line.community?.name].compactMap { $0 }.joined(separator: " · ")
        }
    }

    /// The vocabulary of `detail` in words: "Member → Moderator", "Silenced: reads only, 7 days"; empty if the act says it.
    func detail(of line: AuditLine) -> String {
        if let decision = decision(of: line) { return line.act == .resolved ? "" : decision }
        let isChange = line.detail.allSatisfy { Role(rawValue: $0) != nil || Standing(rawValue: $0) != nil }
        return line.detail.map { word(of: $0, in: line.act) }.joined(separator: isChange ? " → " : ", ")
    }

    private func word(of spelt: String, in act: AuditAct) -> String {
        if let role = Role(rawValue: spelt) { return name(of: role) }
        if let standing = Standing(rawValue: spelt) { return name(of: standing) }
        if let kind = QueueItemKind(rawValue: spelt) { return audit.items.name(of: kind) }
        switch (act, Int(spelt)) {
        case (.standingChanged, let days?): return standing.days(days)
        case (.standingChanged, nil) where spelt == "no-end": return standing.noEnd()
        case (.imported, let posts?): return threads.read.postCount(posts)
        case (.accountAdded, nil), (.accountChanged, nil): return audit.siteAdministrator()
        default: return spelt
        }
    }
}

extension AuditWords.Items {
    fileprivate func name(of kind: QueueItemKind) -> String {
        switch kind {
        case .report: report()
        case .held: held()
        case .request: request()
        }
    }
}

extension AuditWords.Decisions {
    fileprivate func name(of end: QueueEnd) -> Phrase {
        switch end {
        case .approved: approve
        case .kept: kept
        case .hidden: hide
        case .returned: returned
        case .lookedAfter: lookedAfter
        case .accepted: accepted
        case .declined: declined
        }
    }
}

extension AuditWords {
    /// What an act is called in a list to choose from.
    func name(of act: AuditAct) -> String { acts[act.rawValue]?() ?? act.rawValue }
}
