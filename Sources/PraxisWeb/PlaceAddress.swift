/// An address below a community that stands below each of its groups, too: one pattern for each, and one link.
///
///     extension PlacePaths { static let standing = PlaceAddress<MemberID>("/members/{member}/standing") }
///     Route.form(PlacePaths.standing.ofGroup) { … }  // answers "/c/{community}/g/{group}/members/{member}/standing"
///     PlacePaths.standing(place, member)  // of a community, "/c/nursing/members/17/standing"
package struct PlaceAddress<each Part: AddressPart>: Sendable {
    private let end: Address<repeat each Part>

    /// `end` begins with a slash.
    package init(_ end: String) { self.end = Address<repeat each Part>(end) }

    package var ofCommunity: String { Paths.community.pattern + end.pattern }
    package var ofGroup: String { Paths.group.pattern + end.pattern }

    package func callAsFunction(_ place: PlacePaths, _ part: repeat each Part) -> String {
        place.home + end(repeat each part)
    }
}

/// An address below a place that has no parts of its own.
///
/// Without the space between them, the brackets are an operator.
// swift-format-ignore
package typealias PlacePage = PlaceAddress< >
