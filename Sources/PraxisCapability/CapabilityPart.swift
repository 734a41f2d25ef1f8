/// What a capability brings to another one that only that one, and those that use it, can name.
///
/// The capability that is brought to declares the type, and asks `Capabilities.parts(of:)` for the values of all.
package protocol CapabilityPart: Sendable {}
