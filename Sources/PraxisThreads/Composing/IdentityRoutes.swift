import HTML
import PraxisCrypto
import PraxisDomain
import PraxisWeb

extension Call {
    /// The interruption before something is posted that may identify a person: what to say, and the form that knows it was said.
    ///
    /// Nil if nothing was found beyond what `old` had already, or if the author was told of this very text and sends it all the same.
    func identityWarning(
        _ typed: TypedPost,
        _ texts: [String],
        besides old: String = ""
    ) -> (banner: HTML, typed: TypedPost)? {
        let digest = Hex.encode(Array(SHA256.hash(texts.joined(separator: "\u{0}")).prefix(12)))
        if typed.told == digest { return nil }
        let year = LocalTime(now, in: zone).year
        let known = Set(IdentityPlan.findings(in: old, year: year))
        let found = texts.flatMap { IdentityPlan.findings(in: $0, year: year) }.filter { !known.contains($0) }
        if found.isEmpty { return nil }
        var typed = typed
        typed.told = digest
        return (identityBanner(found), typed)
    }
}
