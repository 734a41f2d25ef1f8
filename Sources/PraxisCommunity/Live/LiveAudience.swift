package import PraxisDomain

/// Who may hear of something, judged anew for each listener: an open value, which a capability makes from the policy's acts.
///
///     LiveMessage(.queue, [("what", "asked")], in: group, to: .allowed(DecideRequest.self))
///
/// **Guarantees.** It is judged from the facts of the message's group, or of its community, for that listener; one who may not know of the
/// place hears nothing, but for the readers of a thread that is open to them by admission.
package struct LiveAudience {
    /// The policy's decision on the facts of a group or a community.
    let admits: (Facts) -> Bool
    /// Whether an admission to the message's thread is enough.
    private(set) var isOpenToAdmitted = false
    /// The one member who may hear of it; nil for all.
    private(set) var member: MemberID?
    /// What is asked besides; it throws `Denial` for those who may not.
    private(set) var may: ((Reading) throws -> Void)?

    /// Those of whom `admits` says so, from the facts of the place, as far as `may` permits.
    package init(admits: @escaping (Facts) -> Bool, may: ((Reading) throws -> Void)? = nil) {
        (self.admits, self.may) = (admits, may)
    }

    /// Those whom the policy allows the act in the place, as far as `may` permits.
    package static func allowed(_ act: any Act.Type, may: ((Reading) throws -> Void)? = nil) -> LiveAudience {
        LiveAudience(admits: { Policy.allows(act, $0) }, may: may)
    }

    /// Those who may read the message's thread, which was written for everyone or not.
    package static func readers(isPublic: Bool) -> LiveAudience {
        var audience = LiveAudience { facts in
            guard let group = facts.group else { return false }
            return Policy.allows(ReadGroup.self, facts.of(threadThatIsPublic: isPublic, in: group))
        }
        audience.isOpenToAdmitted = true
        return audience
    }

    /// The author of content that no one else is shown, while they may read its thread.
    package static func author(_ author: MemberID, isPublic: Bool) -> LiveAudience {
        var audience = readers(isPublic: isPublic)
        audience.member = author
        return audience
    }
}

extension Facts {
    /// The same facts for an arbitrary thread of the group.
    fileprivate func of(threadThatIsPublic isPublic: Bool, in group: GroupFacts) -> Facts {
        Facts(
            viewer: viewer,
            now: now,
            community: community,
            group: group,
            thread: ThreadFacts(
                id: ThreadID(rawValue: 0),
                state: .open,
                isPublic: isPublic,
                isOwn: false,
                postCount: 0,
                lastPostAt: .distantPast,
                version: 0
            )
        )
    }
}
