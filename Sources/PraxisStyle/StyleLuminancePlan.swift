import Foundation

extension StyleSheetPlan {
    /// The relative luminance of WCAG 2; nil for what is not `#rgb` or `#rrggbb`.
    static func luminance(_ colour: String) -> Double? {
        let digits = colour.dropFirst().compactMap(\.hexDigitValue)
        guard colour.hasPrefix("#"), digits.count == colour.count - 1 else { return nil }
        let channels: [Int]
        switch digits.count {
        case 3: channels = digits.map { $0 * 17 }
        case 6: channels = stride(from: 0, to: 6, by: 2).map { digits[$0] * 16 + digits[$0 + 1] }
        default: return nil
        }
        let linear = channels.map { channel in
            let share = Double(channel) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }
}
