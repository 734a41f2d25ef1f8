import PraxisCapability
import PraxisDomain
import PraxisWeb
import PraxisWords

/// Lines of an audit log as a spreadsheet reads them (RFC 4180), told in words.
struct AuditTable: Sendable {
    private let words: Words
    private let capabilities: Capabilities

    init(_ words: Words, _ capabilities: Capabilities) { (self.words, self.capabilities) = (words, capabilities) }

    func text(of lines: [AuditLine]) -> String {
        let audit = words.audit
        let head = [
            audit.number(), audit.at(), audit.act(), audit.who(), audit.person(), audit.place(), audit.detail(),
        ]
        return CSVTable.text([head] + lines.map(cells))
    }

    private func cells(_ line: AuditLine) -> [String] {
        let told = line.told(words, capabilities)
        return [
            line.number.description, line.at.rfc3339, told.act, words.actor(of: line), line.person ?? "",
            words.place(of: line), told.details,
        ]
    }
}

extension AuditLine {
    /// What was done, and what the line says besides; empty if the act says all.
    func told(_ words: Words, _ capabilities: Capabilities) -> (act: String, details: String) {
        let name = words.name(of: act)
        if detail.isEmpty { return (name, "") }
        switch capabilities[act]?.tell?(detail, words) {
        case .instead(let said)?: return (said, "")
        case .beside(let said)?: return (name, said)
        case nil: return (name, detail.joined(separator: ", "))
        }
    }
}

extension Words {
    /// Who acted, or that this reader may not learn it.
    func actor(of line: AuditLine) -> String {
        if line.extent == .bare { return audit.somebody() }
        return line.actor ?? (line.isByMachine ? audit.machine() : audit.somebody())
    }

    /// Where it was, as far as its reader may know.
    func place(of line: AuditLine) -> String {
        switch line.extent {
        case .bare: return audit.closedPlace()
        case .place: return [audit.otherGroup(), line.community?.name].compactMap { $0 }.joined(separator: " · ")
        case .whole: return [line.group?.name, line.community?.name].compactMap { $0 }.joined(separator: " · ")
        }
    }
}

extension Words {
    /// What an act is called in a list to choose from.
    func name(of act: AuditAct) -> String { named.acts[act.rawValue]?() ?? act.rawValue }
}
