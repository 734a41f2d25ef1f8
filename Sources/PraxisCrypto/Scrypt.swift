internal import COpenSSL

/// The cost of one scrypt computation: N = 2^logN, block size r, parallelisation p (RFC 7914).
struct Scrypt: Equatable, Sendable {
    let logN: Int
    let r: Int
    let p: Int

    /// N = 2^15, r = 8, p = 3: 32 MiB, one of the settings that OWASP's password storage notes treat as equivalent.
    static let current = Scrypt(logN: 15, r: 8, p: 3)

    init(logN: Int, r: Int, p: Int) {
        self.logN = logN
        self.r = r
        self.p = p
    }

    /// Parses `ln=15,r=8,p=3`; returns nil for anything else, and for a cost at which one database row could stall a server.
    init?(parameters: some StringProtocol) {
        let numbers = parameters.split(separator: ",", omittingEmptySubsequences: false)
        guard numbers.count == 3,
            let logN = Self.number(numbers[0], named: "ln="), (1...20).contains(logN),
            let r = Self.number(numbers[1], named: "r="), (1...16).contains(r),
            let p = Self.number(numbers[2], named: "p="), (1...16).contains(p)
        else { return nil }
        self.init(logN: logN, r: r, p: p)
    }

    /// Derives `count` bytes; returns nil if OpenSSL refuses the cost or has no memory for it.
    func derive(_ count: Int, from password: String, salt: [UInt8]) -> [UInt8]? {
        var password = password
        var key = [UInt8](repeating: 0, count: count)
        let n = UInt64(1) << UInt64(logN)
        let r = UInt64(r)
        let p = UInt64(p)
        // The memory of RFC 7914 (B, V, and the working blocks), with a margin for OpenSSL's own accounting.
        let memory = 128 * r * (n + p + 4) + 1 << 20
        let done = password.withUTF8 { text in
            text.withMemoryRebound(to: CChar.self) { text in
                EVP_PBE_scrypt(text.baseAddress, text.count, salt, salt.count, n, r, p, memory, &key, count)
            }
        }
        return done == 1 ? key : nil
    }

    private static func number(_ text: some StringProtocol, named name: String) -> Int? {
        guard text.hasPrefix(name), text.utf8.count <= name.utf8.count + 2 else { return nil }
        let digits = text.dropFirst(name.count)
        return digits.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(digits) : nil
    }
}
