package import Foundation
package import PraxisCapability
package import PraxisDomain
package import PraxisWeb

/// A search as it arrives: the query, the fields beside it, the order and the place in the list.
package struct SearchRequest: Sendable {
    /// As it was typed.
    package let typed: String
    package let plan: SearchPlan
    package let sort: SearchSort
    package let cursor: SearchCursor?

    /// Reads the query string; `narrowing` are the fields that the site has for it.
    /// - Throws: `Denial.input` naming every field that is not as it should be.
    package init(_ fields: Fields, narrowedBy narrowing: [SearchField], in zone: TimeZone) throws(Denial) {
        var errors: [FieldError] = []
        typed = fields.text("q")
        let (most, actual) = (Limits.queryScalars.upperBound, typed.unicodeScalars.count)
        if actual > most {
            errors.append(FieldError("q", .tooLong(maximum: most, actual: actual)))
        }
        var filter = SearchFilter(narrowing)
        for field in narrowing {
            guard let text = fields[field.name], !text.isEmpty else { continue }
            switch field.read(text, zone) {
            case .condition(let condition): filter.choose(text, condition, in: field)
            case .nothing: break
            case .problem(let problem): errors.append(FieldError(field.name, problem))
            }
        }
        sort = Self.sort(fields, &errors) ?? .best
        cursor = fields["cursor"].flatMap(SearchCursor.init)
        if fields["cursor"] != nil, cursor == nil { errors.append(FieldError("cursor", .notANumber)) }
        if !errors.isEmpty { throw .input(errors) }
        plan = SearchPlan(typed, filter: filter, zone: zone)
    }

    private static func sort(_ fields: Fields, _ errors: inout [FieldError]) -> SearchSort? {
        do throws(Denial) {
            return try fields.word("sort")
        } catch {
            if case .input(let problems) = error { errors += problems }
            return nil
        }
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
