package import PraxisDomain

/// Where something is being written, as drafts, forms and the API spell it.
package enum WritingPlace: Hashable, Sendable {
    /// `thread:812`: a reply.
    case thread(ThreadID)
    /// `group:nursing/winter`: a new thread.
    case group(community: String, group: String)
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
        case .post(let id): "post:\(id)"
        }
    }

    /// The place, when drafts are kept for it.
    package var ofDrafts: WritingPlace? {
        if case .post = self { nil } else { self }
    }
}

/// What a draft may hold: more than a post, so that a text that must be shortened is kept too.
///
/// Unicode scalars.
enum DraftLimits {
    static let title = 0...1_000
    static let body = 0...64_000
}
