package import HTML
package import PraxisWeb
package import PraxisWords

/// A component as the style guide shows it: drawn by the view that draws it on pages, from values made up in code.
///
/// Nothing is read for it. What it is about has numbers below zero, and slugs that no place can have, so that no link of it leads to
/// something that exists.
package struct StyleSample: CapabilityPart {
    /// What samples are filled with, in the reader's language.
    package struct Texts: Sendable {
        /// Names of people; at least six.
        package let names: [String]
        /// Titles of discussions, one of them long; at least eight.
        package let titles: [String]
        /// Posts as they are typed; at least six.
        package let posts: [String]
        package let community: String
        package let group: String

        package init(names: [String], titles: [String], posts: [String], community: String, group: String) {
            self.names = names
            self.titles = titles
            self.posts = posts
            self.community = community
            self.group = group
        }
    }

    /// A slug that no community and no group can have.
    package static let slug = "~"

    /// Where its heading is linked to; unique on the page.
    package let id: StaticString
    package let heading: @Sendable (Words) -> String
    package let draw: @Sendable (Call, Texts) -> HTML

    package init(
        _ id: StaticString,
        _ heading: @escaping @Sendable (Words) -> String,
        draw: @escaping @Sendable (Call, Texts) -> HTML
    ) {
        self.id = id
        self.heading = heading
        self.draw = draw
    }
}
