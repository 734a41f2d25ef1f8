package import HTML
import PraxisCapability
package import PraxisWeb
package import PraxisWords

/// A reason to begin a discussion, which a capability brings: it fills the form in, and says on its page what it is.
///
/// In the form the text comes first, and of what kind it is nobody is asked. In everything else it is the ordinary one: who can read it, its
/// draft, its preview, and what is refused.
package struct ThreadOccasion: CapabilityPart {
    /// What the form begins with.
    package struct Suggestion: Sendable {
        let title: String
        let body: String

        package init(title: String, body: String) { (self.title, self.body) = (title, body) }
    }

    /// As addresses and forms spell it.
    package let name: String
    package let heading: @Sendable (Words) -> String
    /// For a member without a draft there.
    package let suggestion: @Sendable (Call) async throws -> Suggestion
    /// What stands below the heading.
    package let lead: @Sendable (Call) -> HTML
    /// What stands below the form, given where its author goes afterwards.
    package let ways: @Sendable (Call, _ then: String) -> HTML

    package init(
        _ name: String,
        heading: @escaping @Sendable (Words) -> String,
        suggestion: @escaping @Sendable (Call) async throws -> Suggestion,
        lead: @escaping @Sendable (Call) -> HTML,
        ways: @escaping @Sendable (Call, _ then: String) -> HTML
    ) {
        self.name = name
        self.heading = heading
        self.suggestion = suggestion
        self.lead = lead
        self.ways = ways
    }

    /// The form of a new discussion in a group, on this occasion; `then` is where its author goes afterwards.
    package func path(_ community: String, group: String, then: String) -> String {
        Paths.newThread(community, group: group) + "&occasion=\(name)&then=" + Fields.encode(then)
    }
}

extension Capabilities {
    /// The occasion of that name; nil if no capability brings one.
    func occasion(_ name: String) -> ThreadOccasion? {
        name.isEmpty ? nil : parts(of: ThreadOccasion.self).first { $0.name == name }
    }
}
