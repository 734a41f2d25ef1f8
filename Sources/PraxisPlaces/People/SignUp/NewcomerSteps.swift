import PraxisCapability

/// Where someone goes who has just made an account: brought by the capability that leads newcomers in.
package struct NewcomerSteps: CapabilityPart {
    /// The address of its first page, which leads on to the path that they were going to.
    package let path: @Sendable (_ next: String) -> String

    package init(path: @escaping @Sendable (_ next: String) -> String) { self.path = path }
}
