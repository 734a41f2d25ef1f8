import HTML
import PraxisDomain

extension Appearance {
    /// The classes of the root element, which are there at the first paint; empty for what is usual.
    var classes: HTML {
        let names = [theme == .device ? nil : theme.rawValue, textSize == .normal ? nil : textSize.rawValue]
        let joined = names.compactMap { $0 }.joined(separator: " ")
        return joined.isEmpty ? HTML() : " class=\"\(joined)\""
    }
}
