package import PraxisDomain
package import PraxisWeb
package import PraxisWords

/// A link that a capability has beside a discussion, for those who may do what it leads to.
package struct ThreadLink: Sendable {
    /// What must be allowed in the thread.
    package let act: any Act.Type
    /// A kind of thread that it is not for; nil for none.
    package let except: ThreadKind?
    package let address: Address<ThreadID>
    package let name: @Sendable (Words) -> String

    package init(
        if act: any Act.Type,
        except: ThreadKind? = nil,
        to address: Address<ThreadID>,
        _ name: @escaping @Sendable (Words) -> String
    ) {
        self.act = act
        self.except = except
        self.address = address
        self.name = name
    }
}
