import Foundation
import PraxisDomain
import PraxisWeb

/// What of an audit log is asked for, as the filters' form and its links say it.
struct AuditRequest: Sendable {
    var act: AuditAct?
    /// The beginning of a member's name, folded: who acted, or whom the act was about.
    var person: String?
    var from: Timestamp?
    /// Up to the end of that day.
    var before: Timestamp?
    /// Whether items of the queue that were only claimed or put back are left out.
    var hidesClaims = false
    /// Lines before this one, the keyset's place.
    var cursor: AuditNumber?

    init() {}

    /// Reads the query string; days are those of the reader's zone.
    /// - Throws: `Denial.input` naming every field that is not as it should be.
    init(_ fields: Fields, among acts: [AuditAct], in zone: TimeZone) throws(Denial) {
        var problems: [FieldError] = []
        act = problems.collect(nil) { () throws(Denial) in try fields.word("act", of: acts) }
        let name = TypedText.folded(TypedText.normalised(fields.text("person")))
        if name.unicodeScalars.count > Limits.nameScalars.upperBound {
            let actual = name.unicodeScalars.count
            problems.append(FieldError("person", .tooLong(maximum: Limits.nameScalars.upperBound, actual: actual)))
        }
        person = name.isEmpty ? nil : name
        from = problems.collect(nil) { () throws(Denial) in try Self.day("from", fields, zone) }
        before = problems.collect(nil) { () throws(Denial) in try Self.day("to", fields, zone) }
            .flatMap { Self.dayAfter($0, zone) }
        cursor = fields["before"].flatMap { AuditNumber($0) }
        if !problems.isEmpty { throw .input(problems) }
    }

    private static func day(_ name: String, _ fields: Fields, _ zone: TimeZone) throws(Denial) -> Timestamp? {
        guard let text = fields[name], !text.isEmpty else { return nil }
        guard let day = Timestamp(startOf: text, in: zone) else { throw .input([FieldError(name, .notATime)]) }
        return day
    }

    private static func dayAfter(_ day: Timestamp, _ zone: TimeZone) -> Timestamp? {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let date = calendar.date(byAdding: .day, value: 1, to: Date(timeIntervalSince1970: day.seconds))
        return date.map { Timestamp(rawValue: Int64($0.timeIntervalSince1970 * 1000)) }
    }
}

/// Whose log is read.
enum AuditScope: Sendable {
    /// All lines; those of places that the reader does not see without any name and id.
    case site
    /// The lines of a community and of those of its groups whose log the reader may read.
    case community(CommunityID)
    case group(GroupID)
}
