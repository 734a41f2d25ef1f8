/// The person who reads or acts.
///
/// Without a member it is a visitor; so is a pending, suspended or former account.
package struct Viewer: Hashable, Sendable {
    package let member: MemberID?
    package let isSiteAdministrator: Bool

    package init(member: MemberID?, isSiteAdministrator: Bool = false) {
        self.member = member
        self.isSiteAdministrator = isSiteAdministrator && member != nil
    }

    package static let visitor = Viewer(member: nil)
}

/// One member's part in a community or a group.
///
/// Its standing is the current one: a silence or suspension whose time has passed no longer counts.
package struct Part: Hashable, Sendable {
    package let role: Role
    package let standing: Standing
    /// When a guest's admission ends.
    package let until: Timestamp?

    package init(_ role: Role, _ standing: Standing = .active, until: Timestamp? = nil) {
        self.role = role
        self.standing = standing
        self.until = until
    }

    /// The part as it counts at `now`; returns nil if standing or time make the member a visitor.
    package func counting(at now: Timestamp) -> Part? {
        guard standing.reads else { return nil }
        if role == .guest, let until, until <= now { return nil }
        return self
    }
}

/// A community in relation to one viewer.
package struct CommunityFacts: Hashable, Sendable {
    package let id: CommunityID
    package let visibility: CommunityVisibility
    package let joining: Joining
    package let part: Part?
    /// Whether the viewer accepted any version of the agreement; a new version locks no one out.
    package let hasAgreed: Bool

    package init(
        id: CommunityID,
        visibility: CommunityVisibility,
        joining: Joining,
        part: Part?,
        hasAgreed: Bool
    ) {
        self.id = id
        self.visibility = visibility
        self.joining = joining
        self.part = part
        self.hasAgreed = hasAgreed
    }
}

/// A group in relation to one viewer.
package struct GroupFacts: Hashable, Sendable {
    package let id: GroupID
    package let kind: GroupKind
    package let access: GroupAccess
    package let isListed: Bool
    package let part: Part?

    package init(id: GroupID, kind: GroupKind, access: GroupAccess, isListed: Bool, part: Part?) {
        self.id = id
        self.kind = kind
        self.access = access
        self.isListed = isListed
        self.part = part
    }
}

/// What the policy needs to know about a thread.
package struct ThreadFacts: Hashable, Sendable {
    package let id: ThreadID
    package let state: ThreadState
    /// Started while its group was open to everyone: opening a community later publishes nothing written before.
    package let isPublic: Bool
    package let isOwn: Bool
    package let postCount: Int
    package let lastPostAt: Timestamp
    package let version: Int
    /// Whether it has a facet, or a first post that is neither held nor hidden.
    package let isShown: Bool
    /// When the viewer's admission to this thread alone ends; nil without one.
    package let admittedUntil: Timestamp?

    package init(
        id: ThreadID,
        state: ThreadState,
        isPublic: Bool,
        isOwn: Bool,
        postCount: Int,
        lastPostAt: Timestamp,
        version: Int,
        isShown: Bool = true,
        admittedUntil: Timestamp? = nil
    ) {
        self.id = id
        self.state = state
        self.isPublic = isPublic
        self.isOwn = isOwn
        self.postCount = postCount
        self.lastPostAt = lastPostAt
        self.version = version
        (self.isShown, self.admittedUntil) = (isShown, admittedUntil)
    }
}

/// What the policy needs to know about the queue item being decided; `Facts.isAuthor` says whether it is about the viewer.
package struct ItemFacts: Hashable, Sendable {
    /// Whether the viewer reported it.
    package let isReporter: Bool
    /// Whether the viewer is the community's safeguarding contact and the item has been escalated to them.
    package let isForContact: Bool

    package init(isReporter: Bool = false, isForContact: Bool = false) {
        (self.isReporter, self.isForContact) = (isReporter, isForContact)
    }
}

/// Everything the policy decides from, read in the transaction that acts or in the snapshot that answers.
package struct Facts: Hashable, Sendable {
    package let viewer: Viewer
    package let now: Timestamp
    package let community: CommunityFacts?
    package let group: GroupFacts?
    package let thread: ThreadFacts?
    /// Whether the viewer wrote the post that the act is about.
    package let isAuthor: Bool
    /// The member the act is about.
    package private(set) var target: Target?
    /// The queue item, if the act is a decision on one.
    package let item: ItemFacts?

    package init(
        viewer: Viewer,
        now: Timestamp,
        community: CommunityFacts? = nil,
        group: GroupFacts? = nil,
        thread: ThreadFacts? = nil,
        isAuthor: Bool = false,
        item: ItemFacts? = nil
    ) {
        self.viewer = viewer
        self.now = now
        self.community = community
        self.group = group
        self.thread = thread
        self.isAuthor = isAuthor
        self.item = item
    }

    /// The same facts for a decision on a queue item.
    package func about(_ item: ItemFacts) -> Facts {
        Facts(
            viewer: viewer,
            now: now,
            community: community,
            group: group,
            thread: thread,
            isAuthor: isAuthor,
            item: item
        )
    }

    /// The same facts for an act towards another member.
    package func towards(_ target: Target) -> Facts {
        var facts = self
        facts.target = target
        return facts
    }

    package var place: Place { Place(community: community?.id, group: group?.id, thread: thread?.id) }
}

/// Where an act takes place: the site, a community, a group or a thread.
package struct Place: Hashable, Sendable {
    package let community: CommunityID?
    package let group: GroupID?
    package let thread: ThreadID?

    package init(community: CommunityID?, group: GroupID? = nil, thread: ThreadID? = nil) {
        self.community = community
        self.group = group
        self.thread = thread
    }

    package static let site = Place(community: nil)
}
