/// Proof that `viewer` may do `A` in `place`, from facts of the running transaction.
///
/// What a command changes for others goes into the journal and the audit log, and a permit is the only way to them, so that a command
/// without its check, or with the permit of another act where one is asked for, does not compile:
///
///     let permit = try Policy.permit(Withdraw.self, facts)
///     try db.record(.withdrawn, post.subject, by: permit)
///
/// Place and actor of the entry are those of the permit. An act is of one of three kinds: a `PlainAct` is recorded as it is; an
/// `AuditedAct` can be recorded only once its line stands in the audit log; a `SharedAct` needs that line only towards what is others'.
///
/// **Guarantees.** `Policy.permit(_:_:)` makes one only after its check; the doors beside it are for what is not in the table. It cannot be
/// copied, and its act, place and viewer do not change. It says nothing about later transactions: do not let it outlive the one its facts
/// were read in.
///
/// **Errors.** Having one is the proof, so using it refuses nothing but `author()` on a permit of the system. Who may not act is told by
/// `Policy.permit(_:_:)`, which throws the policy's `Denial` instead of making one.
package struct Permit<A>: ~Copyable, Sendable {
    package let viewer: Viewer
    package let place: Place
    /// Whether the viewer wrote the post that the act is about.
    package let isAuthor: Bool
    /// Whether the viewer started the thread that the act is about.
    package let isThreadAuthor: Bool

    /// The caller has asked the policy.
    init(_ facts: Facts) {
        viewer = facts.viewer
        place = facts.place
        isAuthor = facts.isAuthor
        isThreadAuthor = facts.thread?.isOwn ?? false
    }

    fileprivate init(_ viewer: Viewer, _ place: Place) {
        self.viewer = viewer
        self.place = place
        isAuthor = false
        isThreadAuthor = false
    }

    /// The member who acts.
    /// - Throws: `Denial.signedOut` for a permit of the system.
    package func author() throws(Denial) -> MemberID {
        guard let member = viewer.member else { throw .signedOut }
        return member
    }
}

/// An act that members may do without a right beyond a member's.
package protocol PlainAct {}

/// An act that needs a right beyond a member's: each time it is done the audit log says so.
package protocol AuditedAct {}

/// An act that members may do with what is their own, and others only by a right beyond a member's.
package protocol SharedAct: AuditedAct {
    /// Whether the permit is for something of the viewer's own.
    static func isOwn(_ permit: borrowing Permit<Self>) -> Bool
}

/// What members do with their own account, settings and requests: it is recorded of them alone.
package enum OwnAccount {}
/// Using an invitation: in the name of its maker, whose making it is in the audit log.
package enum UseInvitation: PlainAct {}
/// Work on no member's behalf: an import, a link in a mail, what a rule of the site does by itself.
package enum SystemAct: PlainAct {}
/// A command of the administrator on the machine itself.
package enum Administration: AuditedAct {}

extension Policy {
    /// The act by which a queue item is decided: what is about a post is moderated, anything else was asked for.
    package static func act(toDecideOnPost isAboutPost: Bool) -> any Act.Type {
        isAboutPost ? Triage.self : DecideRequest.self
    }

    /// A decision on a queue item: the act of the table depends on what the item is about.
    /// - Throws: what the policy says of that act.
    package static func permit(toDecideOnPost isAboutPost: Bool, _ facts: Facts) throws(Denial) -> Permit<Triage> {
        if let denial = refusal(act(toDecideOnPost: isAboutPost), facts) { throw denial }
        return Permit(facts)
    }

    /// `maker` is the facts for the member who made the invitation, who must still be allowed to.
    package static func permit(toUseInvitationOf maker: Facts) throws(Denial) -> Permit<UseInvitation> {
        if let denial = refusal(Invite.self, maker) { throw denial }
        return Permit(maker)
    }

    /// Members may always do this, and only to themselves: what is recorded by it is about the viewer.
    /// - Throws: `Denial.signedOut` for a visitor.
    package static func permitForOwnAccount(_ viewer: Viewer) throws(Denial) -> Permit<OwnAccount> {
        guard viewer.member != nil else { throw .signedOut }
        return Permit(viewer, .site)
    }
}

extension Permit where A == SystemAct {
    /// Asks no one; `ArchitectureTests` lists the files that may.
    package static func system(in place: Place = .site) -> Self { Self(.visitor, place) }
}

extension Permit where A == Administration {
    /// Asks no one; `ArchitectureTests` lists the files that may.
    package static func administrator() -> Self { Self(.visitor, .site) }
}
