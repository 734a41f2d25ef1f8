package import PraxisDomain
package import PraxisStore

// How a command finds what it is about: through `Access`, and only within the community whose actor runs it. Each actor orders the
// commands of its own community, and the journal names that community: a group, thread or post of another one is `Denial.missing`.
extension WriteDB {
    /// - Throws: `Denial.missing` where the viewer may not know of the group, or it is another community's.
    package func facts(of group: GroupID, for viewer: Viewer) throws -> Facts {
        try own(Access.group(group, reading(as: viewer)))
    }

    /// - Throws: `Denial.missing` where the viewer does not read the thread, or it is another community's.
    package func facts(of thread: ThreadID, for viewer: Viewer) throws -> Facts {
        try own(Access.thread(thread, reading(as: viewer)))
    }

    /// - Throws: `Denial.missing` where the viewer is not shown the post, or it is another community's.
    package func facts(of post: PostID, for viewer: Viewer) throws -> Facts {
        try own(Access.post(post, reading(as: viewer)))
    }

    /// - Throws: `Denial.missing` where the post is not the viewer's own, they do not read its thread, or it is another community's.
    package func facts(ofOwn post: PostID, for viewer: Viewer) throws -> Facts {
        try own(Access.ownPost(post, reading(as: viewer)))
    }

    /// - Throws: `Denial.missing` where the viewer may not decide the item, or it is another community's.
    package func admittedItem(_ item: QueueItemID, for viewer: Viewer) throws -> AdmittedItem {
        let admitted = try Access.item(item, reading(as: viewer))
        _ = try own(admitted.facts)
        return admitted
    }

    private func own(_ facts: Facts) throws(Denial) -> Facts {
        if let community, facts.community?.id != community { throw .missing }
        return facts
    }
}
