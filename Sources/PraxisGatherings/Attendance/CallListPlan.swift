import PraxisDomain

extension Limits {
    /// Bytes of a list of participants.
    static let callListBytes = 65_536
    static let callListLines = 1_000
    /// Of a line; further ones are not looked at.
    static let callListColumns = 60
    /// Lines that name nobody for sure, each of which is a field of the form.
    static let callListDoubts = 80
}

/// One person in the list that the tool kept in which people met.
struct CallRow: Equatable, Sendable {
    /// As it is shown; empty if the list has addresses alone.
    let name: String
    /// In small letters; empty if the list has none.
    let email: String
    /// Nil if the list does not say.
    var minutes: Int?
}

/// Reads a list of participants: comma-, semicolon- or tab-separated values (RFC 4180) with a line of headings, in any order; pure.
enum CallListPlan {
    /// Lines before the headings, in which tools say what the call was.
    private static let preamble = 40

    /// Those who were there, each once: somebody who came back has the minutes of all their lines.
    /// - Throws: `Denial.input` naming `list` for one that is too long or has no line of headings.
    static func rows(_ text: String) throws(Denial) -> [CallRow] {
        guard text.utf8.count <= Limits.callListBytes else { throw .input([FieldError("list", .listIsLong)]) }
        for separator in [",", ";", "\t"] as [Character] {
            let records = records(text, separator)
            if records.count > Limits.callListLines { throw .input([FieldError("list", .listIsLong)]) }
            guard let start = records.prefix(preamble).firstIndex(where: { CallListHeadings($0) != nil }),
                let headings = CallListHeadings(records[start])
            else { continue }
            let rows = merged(records.dropFirst(start + 1).compactMap(headings.row))
            if !rows.isEmpty { return rows }
        }
        throw .input([FieldError("list", .listWithoutPeople)])
    }

    /// In the order in which they stand there first.
    private static func merged(_ rows: [CallRow]) -> [CallRow] {
        var all: [CallRow] = [], places: [String: Int] = [:]
        for row in rows {
            let key = row.email.isEmpty ? "n " + TypedText.folded(row.name) : "e " + row.email
            if let place = places[key] {
                all[place].minutes = sum(all[place].minutes, row.minutes)
            } else {
                places[key] = all.count
                all.append(row)
            }
        }
        return all
    }

    static func sum(_ one: Int?, _ other: Int?) -> Int? {
        guard let one, let other else { return one ?? other }
        return min(one + other, Limits.attendedMinutes.upperBound)
    }

    /// Lines of fields; a field in quotation marks may hold separators, ends of lines and doubled marks.
    private static func records(_ text: String, _ separator: Character) -> [[String]] {
        var records: [[String]] = [], fields: [String] = [], field = "", isQuoted = false
        var rest = Substring(text.first == "\u{feff}" ? text.dropFirst() : text[...])
        func end() { fields.append(field); field = "" }
        func endLine() {
            end()
            if fields.contains(where: { !$0.isEmpty }) { records.append(fields) }
            fields = []
        }
        while let next = rest.popFirst() {
            if isQuoted {
                guard next == "\"" else { field.append(next); continue }
                if rest.first == "\"" { field.append(rest.removeFirst()) } else { isQuoted = false }
            } else if next == "\"", field.isEmpty {
                isQuoted = true
            } else if next == separator {
                end()
            } else if next.isNewline {
                endLine()
            } else {
                field.append(next)
            }
        }
        endLine()
        return records
    }

    /// Reads `62`, `62.5`, `1:02:30`, `1h 2m 30s` or `1 h 2 min`; returns nil for anything else.
    static func minutes(_ text: String) -> Int? {
        let text = text.lowercased().filter { !$0.isWhitespace }.replacing(",", with: ".")
        if let number = Double(text) { return rounded(number) }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
        if parts.count == 2 || parts.count == 3, parts.allSatisfy({ (0...1_440).contains($0 ?? -1) }) {
            let numbers = parts.compactMap { $0 }
            return rounded(Double(numbers[0] * 60 + numbers[1]) + Double(numbers.count == 3 ? numbers[2] : 0) / 60)
        }
        let units = text.matches(of: /([0-9]{1,5}(?:\.[0-9]{1,3})?)(h|m|s)[a-z]*\.?/)
        guard !units.isEmpty, units.reduce(0, { $0 + $1.0.count }) == text.count else { return nil }
        let each = units.map { (Double($0.1) ?? 0) * ($0.2 == "h" ? 60 : $0.2 == "m" ? 1 : 1 / 60) }
        return rounded(each.reduce(0, +))
    }

    private static func rounded(_ minutes: Double) -> Int? {
        guard minutes.isFinite, minutes >= 0 else { return nil }
        return Int(min(max(minutes.rounded(), 1), Double(Limits.attendedMinutes.upperBound)))
    }
}

/// In which column of a list of participants what stands.
private struct CallListHeadings {
    private var name: Int?
    private var first: Int?
    private var last: Int?
    private var email: Int?
    private var minutes: Int?

    private static func folded(_ names: String...) -> Set<String> { Set(names.map(TypedText.folded)) }

    // As Zoom, Teams, Meet, Webex and Jitsi write them, in English and French.
    private static let names = folded(
        "name",
        "full name",
        "name (original name)",
        "user name",
        "display name",
        "participant",
        "participant name",
        "attendee",
        "attendee name",
        "nom",
        "nom complet",
        "nom (nom d'origine)",
        "nom (nom original)",
        "nom d'utilisateur",
        "nom affiché",
        "nom du participant",
        "participante ou participant"
    )
    private static let firsts = folded("first name", "given name", "prénom")
    private static let lasts = folded("last name", "surname", "family name", "nom de famille")
    private static let emails = folded(
        "email",
        "e-mail",
        "mail",
        "email address",
        "e-mail address",
        "user email",
        "user e-mail",
        "attendee email",
        "courriel",
        "adresse courriel",
        "adresse de courriel",
        "adresse e-mail",
        "adresse électronique",
        "participant id (upn)",
        "upn"
    )
    private static let lengths = folded(
        "minutes",
        "duration",
        "duration (minutes)",
        "total duration (minutes)",
        "attendance duration",
        "in-meeting duration",
        "time in call",
        "time in session",
        "time in session (minutes)",
        "durée",
        "durée (minutes)",
        "durée totale (minutes)",
        "durée de la réunion",
        "durée de présence",
        "durée en réunion"
    )

    /// Returns nil for a line with a heading neither for names nor for addresses.
    init?(_ record: [String]) {
        for (column, heading) in record.prefix(Limits.callListColumns).enumerated() {
            let heading = TypedText.folded(TypedText.normalised(heading))
            if Self.names.contains(heading) { name = name ?? column }
            if Self.firsts.contains(heading) { first = first ?? column }
            if Self.lasts.contains(heading) { last = last ?? column }
            if Self.emails.contains(heading) { email = email ?? column }
            if Self.lengths.contains(heading) { minutes = minutes ?? column }
        }
        if name == nil && email == nil && (first == nil || last == nil) { return nil }
    }

    /// Returns nil for a line that names nobody.
    func row(_ record: [String]) -> CallRow? {
        func text(_ column: Int?) -> String {
            guard let column, column < record.count, record[column].unicodeScalars.count <= 200 else { return "" }
            return (try? TypedText.line(record[column], "list", 0...200)) ?? ""
        }
        // In French lists "nom" is the family name beside "prénom".
        let whole =
            first == nil ? text(name) : [text(first), text(last ?? name)].filter { !$0.isEmpty }.joined(separator: " ")
        let address = text(email).lowercased()
        let email = address.contains("@") ? address : ""
        if whole.isEmpty && email.isEmpty { return nil }
        return CallRow(name: whole, email: email, minutes: CallListPlan.minutes(text(minutes)))
    }
}
