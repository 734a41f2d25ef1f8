package import PraxisWeb

extension Paths {
    /// For the person who has just started an empty site.
    package static let setupLink = Address<String>("/setup/{token}")
    static let firstAdministrator = Address<String>("/setup/{token}/administrator")
    /// For site administrators, until setup is finished.
    static let setup = "/setup"
    static let finishSetup = "/setup/finish"
}

extension PlacePaths {
    static let modelAgreement = PlacePage("/first-steps/agreement")
    static let closeFirstSteps = PlacePage("/first-steps/close")
}
