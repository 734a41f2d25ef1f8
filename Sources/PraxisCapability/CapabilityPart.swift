/// What a capability brings to another one that only that one, and those that use it, can name.
///
/// The capability that is brought to declares the type, and asks `Capabilities.parts(of:)` for the values of all.
package protocol CapabilityPart: Sendable {}

extension CapabilityPart {
    /// Those of this type, in their order.
    static func among(_ parts: [any CapabilityPart]) -> any Sendable { parts.compactMap { $0 as? Self } }
}
