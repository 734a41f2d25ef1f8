package import PraxisDomain
package import PraxisWeb
package import PraxisWords

/// A link that a capability has in the menu of every published post of others, for those who may do what it leads to.
package struct PostLink: Sendable {
    /// What must be allowed in the thread.
    package let act: any Act.Type
    package let address: Address<PostID>
    package let name: @Sendable (Words) -> String

    package init(if act: any Act.Type, to address: Address<PostID>, _ name: @escaping @Sendable (Words) -> String) {
        self.act = act
        self.address = address
        self.name = name
    }
}
