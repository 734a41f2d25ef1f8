package import HTML
package import PraxisDomain
package import PraxisStore
package import PraxisWeb

/// A place that a capability has on every published post for one member alone: what they keep to themselves.
///
/// It is read anew for each page that a member is shown, with what else is theirs, and is never kept: what changes it makes no page stale
/// and needs no line of the journal. What all readers of a post are shown is a `PostSlot`.
package struct OwnPostSlot: Sendable {
    /// What stands below one post.
    package struct Foot: Sendable {
        /// Beside the link to reply.
        package let beside: HTML
        /// In the post's menu; nil if absent.
        package let button: Button?

        package init(beside: HTML = HTML(), button: Button? = nil) { (self.beside, self.button) = (beside, button) }
    }

    /// An entry of a post's menu that does something at once; the page draws it in the form that all menus share.
    package struct Button: Sendable {
        package let address: Address<PostID>
        package let label: HTML

        package init(_ address: Address<PostID>, _ label: String) {
            self.address = address
            self.label = "\(label)"
        }
    }

    package typealias Below = @Sendable (PostSlot.Post) -> Foot

    /// Made once for a page and its reader.
    package typealias Draw = @Sendable (Call) -> Below

    /// Loads what a member has on the posts with these numbers, in one statement that walks an index.
    package let load: @Sendable (ThreadID, ClosedRange<Int>, MemberID, DB) throws -> Draw

    package init(load: @escaping @Sendable (ThreadID, ClosedRange<Int>, MemberID, DB) throws -> Draw) {
        self.load = load
    }
}
