package import PraxisDomain

/// A time as an imported file gives it: RFC 3339, or an ISO 8601 duration before the import, so that an example never ages.
package enum CorpusTime: Hashable, Sendable {
    case moment(Timestamp)
    case before(Span)

    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        if bytes.first == UInt8(ascii: "-") {
            guard let span = Self.duration(bytes.dropFirst()) else { return nil }
            self = .before(span)
        } else {
            guard let moment = Timestamp(rfc3339: text) else { return nil }
            self = .moment(moment)
        }
    }

    package func resolved(_ now: Timestamp) -> Timestamp {
        switch self {
        case .moment(let moment): moment
        case .before(let span): now - span
        }
    }

    /// `PnWnDTnHnMnS`; months and years have no fixed length and are refused.
    private static func duration(_ bytes: ArraySlice<UInt8>) -> Span? {
        guard bytes.first == UInt8(ascii: "P"), bytes.count > 2 else { return nil }
        var seconds: Int64 = 0, value: Int64?, isTime = false
        for byte in bytes.dropFirst() {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                guard let more = (value ?? 0).multipliedWithoutOverflow(10, plus: Int64(byte - 48)) else { return nil }
                value = more
            case UInt8(ascii: "T") where !isTime && value == nil: isTime = true
            default:
                guard let unit = unit(byte, isTime: isTime), let count = value,
                    let sum = count.multipliedWithoutOverflow(unit, plus: seconds)
                else { return nil }
                (seconds, value) = (sum, nil)
            }
        }
        return value == nil && seconds < 1_000_000_000_000 ? .seconds(seconds) : nil
    }

    private static func unit(_ letter: UInt8, isTime: Bool) -> Int64? {
        switch (letter, isTime) {
        case (UInt8(ascii: "W"), false): 604_800
        case (UInt8(ascii: "D"), false): 86_400
        case (UInt8(ascii: "H"), true): 3600
        case (UInt8(ascii: "M"), true): 60
        case (UInt8(ascii: "S"), true): 1
        default: nil
        }
    }
}

extension Int64 {
    fileprivate func multipliedWithoutOverflow(_ factor: Int64, plus addend: Int64) -> Int64? {
        let (product, overflows) = multipliedReportingOverflow(by: factor)
        let (sum, overflowsToo) = product.addingReportingOverflow(addend)
        return overflows || overflowsToo ? nil : sum
    }
}
