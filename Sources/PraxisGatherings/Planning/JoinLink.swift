import PraxisCommunity
import PraxisDomain
import PraxisWeb

/// What the address by which one joins a date online must be, whether it is typed or imported.
enum JoinLink {
    /// The address without spaces around it; empty for none.
    ///
    /// A date whose `mode` is not known yet can have one.
    /// - Throws: `Denial.input` about `joinLink`.
    static func checked(_ typed: String, for mode: GatheringMode?) throws(Denial) -> String {
        let link = try TypedText.line(typed, "joinLink", Limits.joinLinkScalars)
        if link.isEmpty { return "" }
        if mode?.hasLink == false { throw .input([FieldError("joinLink", .linkInPerson)]) }
        guard isAddress(link) else { throw .input([FieldError("joinLink", .notALink)]) }
        return link
    }

    /// Another address of a date, checked in the same way, but that it is not read on its way; empty for none.
    /// - Throws: `Denial.input` about `field`.
    static func secure(_ typed: String, _ field: String) throws(Denial) -> String {
        let link = try TypedText.line(typed, field, Limits.joinLinkScalars)
        if link.isEmpty { return "" }
        guard link.hasPrefix("https://"), isAddress(link) else { throw .input([FieldError(field, .notALink)]) }
        return link
    }

    /// Whether it begins as an address of the web does, goes on with a host, and holds no character that ends one.
    private static func isAddress(_ text: String) -> Bool {
        guard let scheme = ["https://", "http://"].first(where: text.hasPrefix) else { return false }
        let rest = text.dropFirst(scheme.count).unicodeScalars
        guard let first = rest.first else { return false }
        let beginsHost = first.properties.isAlphabetic || first == "[" || ("0"..."9").contains(first)
        return beginsHost && rest.allSatisfy { $0.isSeen && !"\"<>\\^`{|}".unicodeScalars.contains($0) }
    }
}

extension Gathering {
    /// The joining link as one reader sees it, whose answer is `own`.
    ///
    /// Nil without a link, for a reader who may not see it, and for one on the waiting list until a place is theirs.
    func joinLink(for facts: Facts, _ own: GivenAnswer?) -> String? {
        let isTheirs = mode.hasLink && own?.waiting == nil && Policy.allows(SeeJoinLink.self, facts)
        return isTheirs && !joinLink.isEmpty ? joinLink : nil
    }
}
