package import Foundation
package import PraxisDomain
package import PraxisWeb

/// A search as it arrives: the query, the fields beside it, the order and the place in the list.
package struct SearchRequest: Sendable {
    /// As it was typed.
    package let typed: String
    package let plan: SearchPlan
    package let sort: SearchSort
    package let cursor: SearchCursor?

    /// Reads the query string.
    /// - Throws: `Denial.input` naming every field that is not as it should be.
    package init(_ fields: Fields, in zone: TimeZone) throws(Denial) {
        var errors: [FieldError] = []
        typed = fields.text("q")
        let (most, actual) = (Limits.queryScalars.upperBound, typed.unicodeScalars.count)
        if actual > most {
            errors.append(FieldError("q", .tooLong(maximum: most, actual: actual)))
        }
        var filter = SearchFilter()
        filter.community = Self.slug(fields["community"])
        filter.group = Self.slug(fields["group"])
        filter.author = fields["from"].flatMap { $0.unicodeScalars.contains(where: Folding.isSearchable) ? $0 : nil }
        filter.kind = Self.word("kind", fields, &errors)
        filter.status = Self.word("status", fields, &errors)
        filter.before = Self.moment("before", fields, zone, &errors)
        filter.after = Self.moment("after", fields, zone, &errors)
        sort = Self.word("sort", fields, &errors) ?? .best
        cursor = fields["cursor"].flatMap(SearchCursor.init)
        if fields["cursor"] != nil, cursor == nil { errors.append(FieldError("cursor", .notANumber)) }
        if !errors.isEmpty { throw .input(errors) }
        plan = SearchPlan(typed, filter: filter, zone: zone)
    }

    private static func slug(_ text: String?) -> String? { text.flatMap { $0.isEmpty ? nil : $0.lowercased() } }

    private static func word<Word: RawRepresentable<String> & CaseIterable>(
        _ name: String,
        _ fields: Fields,
        _ errors: inout [FieldError]
    ) -> Word? {
        guard let text = fields[name], !text.isEmpty else { return nil }
        if let word = Word(rawValue: text) { return word }
        errors.append(FieldError(name, .notAChoice(Word.allCases.map(\.rawValue))))
        return nil
    }

    /// A day in the reader's zone, or an exact time as RFC 3339 writes it.
    private static func moment(
        _ name: String,
        _ fields: Fields,
        _ zone: TimeZone,
        _ errors: inout [FieldError]
    ) -> Timestamp? {
        guard let text = fields[name], !text.isEmpty else { return nil }
        if let day = Timestamp(startOf: text, in: zone) { return day }
        for format in [Date.ISO8601FormatStyle(), Date.ISO8601FormatStyle(includingFractionalSeconds: true)] {
            if let date = try? format.parse(text) {
                return Timestamp(rawValue: Int64(date.timeIntervalSince1970 * 1000))
            }
        }
        errors.append(FieldError(name, .notATime))
        return nil
    }
}

package enum SearchSort: String, CaseIterable, Sendable { case best, newest }

/// A place in a list of results: only posts up to `newest` count, so that a post that arrives later moves nothing.
package struct SearchCursor: Hashable, Sendable, CustomStringConvertible {
    package let newest: PostID
    /// How many results come before.
    package let offset: Int

    package init(newest: PostID, offset: Int) { (self.newest, self.offset) = (newest, offset) }

    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let newest = PostID(parts[0]), let offset = Int(parts[1]), offset >= 0 else {
            return nil
        }
        // Behind the last that is ranked there is nothing, however far.
        self.init(newest: newest, offset: min(offset, SearchResults.mostRanked))
    }

    package var description: String { "\(newest).\(offset)" }

    package static let schema = Schema.spelt(#"[1-9][0-9]{0,17}\.[0-9]{1,9}"#)
}
