package import PraxisCapability

extension Capability {
    /// What is here as lines that another site can import, by the administrator's command.
    package static let exports = Capability("exports", audits: [.init(.exported)])
}
