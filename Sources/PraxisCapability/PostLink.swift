package import PraxisDomain
package import PraxisWords

/// A link that a capability has in the menu of every published post of others, for those who may do what it leads to.
package struct PostLink: Sendable {
    /// What must be allowed in the thread.
    package let act: any Act.Type
    /// The last part of its address, below the post's.
    package let part: String
    package let name: @Sendable (Words) -> String

    package init(if act: any Act.Type, to part: String, _ name: @escaping @Sendable (Words) -> String) {
        self.act = act
        self.part = part
        self.name = name
    }
}
