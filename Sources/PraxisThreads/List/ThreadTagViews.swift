package import HTML
package import PraxisCapability
package import PraxisDomain
package import PraxisWeb
import PraxisWords

/// The tags beside a thread, or beside what belongs to one; a list makes them once for all its lines.
package struct ThreadTags: Sendable {
    private let words: Words
    private let kinds: ThreadKinds

    package init(call: Call) {
        words = call.words
        kinds = call.env.capabilities.threadKinds
    }

    /// What stands, with its sign, beside whatever is not read by all of its community.
    package func readers(_ readers: GroupReaders) -> HTML {
        switch readers {
        case .all: HTML()
        case .joined: "<span class=\"tag\">\(Icon.people.html)\(words.threads.groupMembers())</span> "
        case .confidential: "<span class=\"tag info\">\(Icon.lock.html)\(words.common.confidential())</span> "
        }
    }

    /// How a thread stands; nil while it is open and nothing more.
    package func state(_ state: ThreadState) -> HTML? {
        switch state {
        case .open: nil
        case .answered: "<span class=\"tag ok\">\(Icon.check.html)\(words.threads.answered())</span> "
        case .closed: "<span class=\"tag\">\(words.threads.closed())</span> "
        }
    }

    /// The kind of a thread, where it stands among other things; an ordinary discussion has no tag.
    package func kind(_ kind: ThreadKindPart) -> HTML {
        switch kind.tag {
        case .none: HTML()
        case .plain: "<span class=\"tag\">\(kind.icon?.html)\(kind.name(words))</span> "
        case .info: "<span class=\"tag info\">\(kind.icon?.html)\(kind.name(words))</span> "
        }
    }

    package func kind(_ kind: ThreadKind) -> HTML { self.kind(kinds[kind]) }
}
