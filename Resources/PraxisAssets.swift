/// The files of `Resources`, embedded in the binary: it needs nothing beside it to run.
package enum PraxisAssets {
    package static let stylesheet = PackageResources.praxis_css
    package static let script = PackageResources.praxis_js
    package static let icon = PackageResources.praxis_svg

    /// The sentences of a language by its code, as JSON; nil without such a file.
    package static func words(_ language: String) -> [UInt8]? {
        switch language {
        case "en": PackageResources.en_json
        case "fr": PackageResources.fr_json
        default: nil
        }
    }
}
