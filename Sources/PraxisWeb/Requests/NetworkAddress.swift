import Foundation

/// The unit by which limits count addresses: an IPv4 address, or the /64 of an IPv6 one, which is what a household or a site is assigned.
///
/// Parsed from what a connection or a proxy provides: with brackets, a port or a zone, in any spelling of IPv6; an IPv4-mapped IPv6
/// address is that IPv4 address.
struct NetworkAddress: Hashable, Sendable {
    /// 4 or 16.
    private let bytes: [UInt8]

    /// Returns nil for anything that is not an address, such as the `unknown` and the `_names` of RFC 7239.
    init?(_ text: some StringProtocol) {
        let text = text.trimmingCharacters(in: .whitespaces)
        guard let bytes = Self.four(text) ?? Self.six(text) else { return nil }
        let isFourInSix = bytes.count == 16 && bytes[..<10].allSatisfy { $0 == 0 } && bytes[10..<12] == [255, 255]
        self.bytes = isFourInSix ? Array(bytes[12...]) : bytes
    }

    /// The same text for all addresses that are counted together.
    var counted: String {
        if bytes.count == 4 { return bytes.map(String.init).joined(separator: ".") }
        let groups = stride(from: 0, to: 8, by: 2).map { String(Int(bytes[$0]) << 8 | Int(bytes[$0 + 1]), radix: 16) }
        return groups.joined(separator: ":") + "::/64"
    }

    private static func four(_ text: String) -> [UInt8]? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 1 || parts.count == 2 && isPort(parts[1]) else { return nil }
        var address = in_addr()
        guard inet_pton(AF_INET, String(parts[0]), &address) == 1 else { return nil }
        return withUnsafeBytes(of: address) { Array($0) }
    }

    private static func six(_ text: String) -> [UInt8]? {
        var host = Substring(text)
        if host.first == "[" {
            guard let end = host.lastIndex(of: "]") else { return nil }
            let rest = host[host.index(after: end)...]
            guard rest.isEmpty || rest.first == ":" && isPort(rest.dropFirst()) else { return nil }
            host = host[host.index(after: host.startIndex)..<end]
        }
        var address = in6_addr()
        guard inet_pton(AF_INET6, String(host.prefix { $0 != "%" }), &address) == 1 else { return nil }
        return withUnsafeBytes(of: address) { Array($0) }
    }

    private static func isPort(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) } && UInt16(text) != nil
    }
}
