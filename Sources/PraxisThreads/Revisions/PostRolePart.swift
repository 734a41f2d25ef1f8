package import PraxisCapability
package import PraxisDomain
package import PraxisWords

/// A role of posts, as the capability that writes them brings it: what such a post is called, and who corrects it.
package struct PostRolePart: CapabilityPart {
    package let role: PostRole
    /// What stands beside the name of its author.
    package let name: @Sendable (Words) -> String
    /// Anyone who may do this changes the text as long as the post stands, and its history names each of them; nil if only its author
    /// does, for the days that the group gives.
    package let correction: (any EditingAct.Type)?
    /// Whether a heading of its own says what it is, so that it does not stand beside its author, too.
    package let hasHeading: Bool

    package init(
        _ role: PostRole,
        hasHeading: Bool = false,
        correctedBy correction: (any EditingAct.Type)? = nil,
        _ name: @escaping @Sendable (Words) -> String
    ) {
        (self.role, self.name) = (role, name)
        (self.correction, self.hasHeading) = (correction, hasHeading)
    }
}

/// The roles of posts that the capabilities of a site bring.
package struct PostRoles: Sendable {
    /// So few that looking through them costs less than a table, which each page would make.
    private let parts: [PostRolePart]

    package init(_ parts: [PostRolePart]) { self.parts = parts }

    /// Returns nil for a part of the discussion, and for a role that no capability brings.
    subscript(role: PostRole) -> PostRolePart? { parts.first { $0.role == role } }

    /// The act that corrects posts of a role; nil if only their authors do.
    func correction(of role: PostRole) -> (any EditingAct.Type)? { self[role]?.correction }

    /// The act by which posts of a role are edited.
    func edit(of role: PostRole) -> any EditingAct.Type { correction(of: role) ?? Edit.self }

    /// The roles whose posts `facts` allow to correct.
    func corrected(_ facts: Facts) -> Set<PostRole> {
        Set(
            parts.filter { part in part.correction.map { Policy.allows($0, facts) } ?? false }.map(\.role)
        )
    }
}

extension Capabilities {
    package var postRoles: PostRoles { PostRoles(parts(of: PostRolePart.self)) }
}
