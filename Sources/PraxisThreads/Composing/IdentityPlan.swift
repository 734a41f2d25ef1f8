/// What in a text may identify a person: numbers that pass the check of their kind, and dates and places beside each other.
///
/// It looks for what is typed without thinking, and warns; it cannot find names, and says nothing of what it did not find.
package enum IdentityPlan {
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        case nhsNumber, healthCard, socialInsurance, nationalInsurance, phone, birthDate, postcodeAndDate
    }

    /// Something that was found, as it was typed.
    package struct Finding: Hashable, Sendable {
        package let kind: Kind
        let text: String
    }

    /// All of it in order, each text once; `year` is this one, and a date of it or after is not taken for a date of birth.
    package static func findings(in text: String, year: Int) -> [Finding] {
        var found: [(at: String.Index, Finding)] = []
        var taken: [Range<String.Index>] = []
        func take(_ kind: Kind, _ range: Range<String.Index>) {
            if taken.contains(where: { $0.overlaps(range) }) { return }
            taken.append(range)
            found.append((range.lowerBound, Finding(kind: kind, text: String(text[range]))))
        }
        for run in digitRuns(in: text) {
            if let kind = kind(of: run.digits, in: text[run.range]) { take(kind, run.range) }
        }
        for match in text.matches(of: quebecCard) where isQuebecCard(String(match.0)) { take(.healthCard, match.range) }
        for match in text.matches(of: nationalInsurance) { take(.nationalInsurance, match.range) }
        let dates = text.matches(of: date)
        for match in dates where saysBirth(text, before: match.range.lowerBound) { take(.birthDate, match.range) }
        if let postcode = text.firstMatch(of: postcode), let date = dates.first(where: { isPast($0.0, year) }) {
            take(.postcodeAndDate, postcode.range)
            if !taken.contains(where: { $0.overlaps(date.range) }) { take(.postcodeAndDate, date.range) }
        }
        var seen: Set<Finding> = []
        return found.sorted { $0.at < $1.at }.map(\.1).filter { seen.insert($0).inserted }
    }

    // MARK: Numbers

    private struct DigitRun {
        let range: Range<String.Index>
        let digits: [Int]
    }

    /// Runs of 9 to 15 digits with single spaces, hyphens, dots or brackets between them.
    private static func digitRuns(in text: String) -> [DigitRun] {
        text.matches(of: /[+(]?[0-9](?:[ .()\u{A0}-]{0,2}[0-9]){8,14}/).compactMap { match in
            let before = text[..<match.range.lowerBound].last, after = text[match.range.upperBound...].first
            if [before, after].contains(where: { $0.map { $0.isLetter || $0.isNumber } ?? false }) { return nil }
            return DigitRun(range: match.range, digits: match.0.compactMap(\.wholeNumberValue))
        }
    }

    private static func kind(of digits: [Int], in text: Substring) -> Kind? {
        let isInternational = text.first == "+"
        switch digits.count {
        case 9 where !isInternational && digits[0] != 8 && digits[0] != 0 && luhn(digits): return .socialInsurance
        case 10 where !isInternational && digits[0] != 0 && nhs(digits): return .nhsNumber
        case 10 where !isInternational && digits[0] == 9 && britishColumbia(digits): return .healthCard
        case 10 where isNorthAmerican(digits): return .phone
        case 10 where !isInternational && digits[0] != 0 && luhn(digits): return .healthCard
        case 11 where digits[0] == 1 && isNorthAmerican(Array(digits.dropFirst())): return .phone
        case 10...11 where digits[0] == 0 && isBritish(Array(digits.dropFirst())): return .phone
        case 11...15 where isInternational && !(digits.starts(with: [4, 4]) && !isBritish(Array(digits.dropFirst(2)))):
            return .phone
        default: return nil
        }
    }

    /// Modulus 11 with the weights 10 to 2, as the NHS has it.
    private static func nhs(_ digits: [Int]) -> Bool {
        let sum = zip(digits, (2...10).reversed()).reduce(0) { $0 + $1.0 * $1.1 }
        let check = (11 - sum % 11) % 11
        return check != 10 && check == digits[9]
    }

    /// Modulus 11 over the second to ninth digit, as British Columbia's personal health number has it.
    private static func britishColumbia(_ digits: [Int]) -> Bool {
        let sum = zip(digits[1...8], [2, 4, 8, 5, 10, 9, 7, 3]).reduce(0) { $0 + $1.0 * $1.1 % 11 }
        return 11 - sum % 11 == digits[9]
    }

    /// Luhn's check: Canadian social insurance numbers and Ontario's health cards.
    private static func luhn(_ digits: [Int]) -> Bool {
        let sum = digits.reversed().enumerated().reduce(0) { sum, next in
            let doubled = next.element * 2
            return sum + (next.offset % 2 == 0 ? next.element : doubled > 9 ? doubled - 9 : doubled)
        }
        return sum % 10 == 0
    }

    /// Ten digits after the numbering plan, except toll-free numbers.
    private static func isNorthAmerican(_ digits: [Int]) -> Bool {
        let area = digits[0] * 100 + digits[1] * 10 + digits[2]
        return digits.count == 10 && digits[0] >= 2 && digits[3] >= 2
            && ![800, 822, 833, 844, 855, 866, 877, 888].contains(area)
    }

    /// The digits after 0 or +44 of a landline or a mobile telephone; not of the free and the public ones.
    private static func isBritish(_ digits: [Int]) -> Bool {
        (9...10).contains(digits.count) && [1, 2, 7].contains(digits[0])
    }

    // MARK: Letters, dates and places

    /// Quebec: four letters of the name, then the date of birth and two more digits.
    private static var quebecCard: Regex<Substring> { /\b[A-Za-z]{4}[ -]?\d{4}[ -]?\d{4}\b/ }

    private static func isQuebecCard(_ text: String) -> Bool {
        let digits = text.compactMap(\.wholeNumberValue)
        let month = digits[2] * 10 + digits[3], day = digits[4] * 10 + digits[5]
        return ((1...12).contains(month) || (51...62).contains(month)) && (1...31).contains(day)
    }

    private static var nationalInsurance: Regex<Substring> {
        /\b(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/
    }

    private static var postcode: Regex<Substring> {
        /\b(?:GIR ?0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d{1,2}|\d[A-HJKPS-UW]|[A-HK-Y]\d[ABEHMNPRV-Y]) ?\d[ABD-HJLNP-UW-Z]{2})\b/
    }

    /// A whole date: 3/2/2012, 03.02.12, 2012-02-03, 3 February 2012, February 3, 2012, 3 février 2012.
    private static var date: Regex<Substring> {
        #/(?i)\b(?:\d{1,2}[\/.-]\d{1,2}[\/.-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th|er)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|janv|févr|fevr|mars|avr|mai|juin|juil|août|aout|sept|déc)\p{L}*\.?,? \d{4}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})\b/#
    }

    /// Whether a date is of a year before this one; of two digits, those that are not this year's.
    private static func isPast(_ date: Substring, _ year: Int) -> Bool {
        let numbers = date.split { !$0.isNumber }.compactMap { Int($0) }
        if let full = numbers.first(where: { $0 > 999 }) { return full < year }
        return numbers.last.map { $0 != year % 100 } ?? false
    }

    /// Whether the words before it call a date one of birth.
    private static func saysBirth(_ text: String, before end: String.Index) -> Bool {
        let start = text.index(end, offsetBy: -30, limitedBy: text.startIndex) ?? text.startIndex
        return text[start..<end].contains(#/(?i)\b(?:born|birth|birthday|d\.?o\.?b\.?|b\.|née?|naissance|ddn)\b/#)
    }
}
