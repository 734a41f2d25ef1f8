import PraxisDomain

/// A change of a post's text, each with its form.
enum PostChange: Sendable {
    case edit, redact

    /// What must be allowed; `correction` is the act that corrects posts of its role, nil if only its author edits it.
    func act(_ correction: (any EditingAct.Type)?) -> any Act.Type {
        self == .edit ? correction ?? Edit.self : Redact.self
    }
}

/// How long a post can be edited, and when an edit leaves a mark.
package enum EditPlan {
    /// Whether a post can still be edited in a group that gives `days` for it.
    static func isOpen(_ createdAt: Timestamp, _ days: Int, at now: Timestamp) -> Bool {
        now < createdAt + .days(Int64(days))
    }

    /// Whether a change leaves neither a mark nor a history entry: small, soon after the post, and before any answer.
    static func isSilent(
        from old: String,
        to new: String,
        createdAt: Timestamp,
        now: Timestamp,
        hasLaterPost: Bool
    ) -> Bool {
        !hasLaterPost && now.since(createdAt) <= Limits.editGrace
            && changedScalars(from: old, to: new) < Limits.editGraceCharacters
    }

    /// Unicode scalars between what both texts begin with and what both end with, in the longer one.
    package static func changedScalars(from old: String, to new: String) -> Int {
        let old = Array(old.unicodeScalars), new = Array(new.unicodeScalars)
        let shorter = min(old.count, new.count)
        var start = 0
        while start < shorter, old[start] == new[start] { start += 1 }
        var end = 0
        while end < shorter - start, old[old.count - 1 - end] == new[new.count - 1 - end] { end += 1 }
        return max(old.count, new.count) - start - end
    }
}
