package import PraxisDomain

/// Decisions about groups, from values alone.
package enum GroupPlan {
    /// What the form of a new group says for the access that is usual for its kind.
    package static let usual = "usual"

    /// What a new group of a kind is unless said: the peer kinds are joined by invitation.
    package static func usualAccess(of kind: GroupKind) -> GroupAccess { kind.isConfidential ? .invite : .open }

    /// What was written for those who had joined is never shown to others by a change of settings.
    /// - Throws: `Denial.input` naming what must stay.
    package static func checkOpening(
        from before: (kind: GroupKind, access: GroupAccess),
        to after: (kind: GroupKind, access: GroupAccess)
    ) throws(Denial) {
        if before.kind.isConfidential, !after.kind.isConfidential {
            let kinds = GroupKind.allCases.filter(\.isConfidential).map(\.rawValue)
            throw .input([FieldError("kind", .notAChoice(kinds))])
        }
        if !before.kind.isReadByAll(before.access), after.kind.isReadByAll(after.access) {
            throw .input([
                FieldError("access", .notAChoice([GroupAccess.request.rawValue, GroupAccess.invite.rawValue]))
            ])
        }
    }
}
