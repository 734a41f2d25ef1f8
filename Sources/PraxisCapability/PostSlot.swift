package import HTML
package import PraxisDomain
package import PraxisStore
package import PraxisWeb

/// A place that a capability has on every published post: under its text on the page, and among the fields of its JSON.
///
/// A page of posts loads each slot once, when the page is kept; what differs from reader to reader is decided from what was loaded.
package struct PostSlot: Sendable {
    /// What a page of posts keeps of a slot.
    package struct Contents: Sendable {
        /// In bytes, for the budget of the kept pages.
        package let cost: Int
        /// Made once for a page and its reader, whose facts are of the thread; nil for a visitor.
        package let foot: @Sendable (Call, Facts?) -> Foot
        /// The values of the slot's fields for one member; nil for a visitor.
        package let values: @Sendable (PostID, MemberID?) -> [Value]

        package init(
            cost: Int,
            foot: @escaping @Sendable (Call, Facts?) -> Foot,
            values: @escaping @Sendable (PostID, MemberID?) -> [Value]
        ) {
            self.cost = cost
            self.foot = foot
            self.values = values
        }
    }

    /// The post that a foot is drawn under.
    package struct Post: Sendable {
        package let id: PostID
        /// 1 for the post that begins its thread.
        package let number: Int
        package let author: MemberID
        package let name: String

        package init(id: PostID, number: Int, author: MemberID, name: String) {
            (self.id, self.number) = (id, number)
            self.author = author
            self.name = name
        }
    }

    /// Appends what stands under one post, if anything does.
    package typealias Foot = @Sendable (Post, inout HTML) -> Void
    package typealias Field = OpenAPI.SchemaField
    package typealias Value = (name: String, value: any Encodable & Sendable)

    /// Every post has a value for each of them, also one that is not published.
    package let fields: [Field]
    /// Loads what is kept for published posts, in a fixed number of statements.
    package let load: @Sendable ([PostID], DB) throws -> Contents

    package init(fields: [Field], load: @escaping @Sendable ([PostID], DB) throws -> Contents) {
        (self.fields, self.load) = (fields, load)
    }
}
