package import PraxisDomain

/// Where something is being written, as drafts, forms and the API spell it.
package enum DraftTarget: Hashable, Sendable {
    /// `thread:812`: a reply.
    case thread(ThreadID)
    /// `group:nursing/winter`: a new thread.
    case group(community: String, group: String)
    /// `community:nursing`: a new thread whose group is not chosen yet.
    case community(String)
    /// `post:41`: an edit, which has no draft.
    case post(PostID)

    package init?(_ text: String) {
        let halves = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard halves.count == 2 else { return nil }
        switch halves[0] {
        case "thread":
            guard let id = ThreadID(halves[1]) else { return nil }
            self = .thread(id)
        case "post":
            guard let id = PostID(halves[1]) else { return nil }
            self = .post(id)
        case "community":
            guard let slug = Slug(exactly: String(halves[1])) else { return nil }
            self = .community(slug.text)
        case "group":
            let slugs = halves[1].split(separator: "/", omittingEmptySubsequences: false).compactMap {
                Slug(exactly: String($0))
            }
            guard slugs.count == 2, halves[1].utf8.count == slugs[0].text.utf8.count + slugs[1].text.utf8.count + 1
            else {
                return nil
            }
            self = .group(community: slugs[0].text, group: slugs[1].text)
        default: return nil
        }
    }

    package var text: String {
        switch self {
        case .thread(let id): "thread:\(id)"
        case .group(let community, let group): "group:\(community)/\(group)"
        case .community(let community): "community:\(community)"
        case .post(let id): "post:\(id)"
        }
    }

    /// The place once `group` is chosen in the form that stands here; an empty one is no choice.
    ///
    /// A reply and an edit stay where they are, and so does what comes without that field.
    func choosing(_ group: String?) -> DraftTarget {
        switch self {
        case .group(let community, _), .community(let community):
            guard let group else { return self }
            return Slug(exactly: group).map { .group(community: community, group: $0.text) } ?? .community(community)
        case .thread, .post: return self
        }
    }

    /// The place, when drafts are kept for it.
    package var ofDrafts: DraftTarget? {
        if case .post = self { nil } else { self }
    }
}

/// What a draft may hold, in Unicode scalars: more than a post, so that a text that must be shortened is kept too.
enum DraftLimits {
    static let title = 0...1_000
    static let body = 0...64_000
    /// How long a discarded draft can be put back.
    static let discardedFor = Span.hours(24)
}
