import Testing

@testable import PraxisCrypto

@Suite("Randomness") struct RandomTests {
    @Test("has the length that was asked for", arguments: [0, 1, 16, 100_000])
    func length(count: Int) {
        #expect(Random.bytes(count).count == count)
        #expect(Random.digits(min(count, 100)).utf8.count == min(count, 100))
    }

    @Test("does not repeat")
    func unique() {
        #expect(Set((0..<1_000).map { _ in Random.token() }).count == 1_000)
    }

    @Test("gives tokens that need no escaping in a URL")
    func tokens() {
        for _ in 0..<100 {
            let token = Random.token()
            #expect(token.utf8.count == 32)
            #expect(token.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) })
        }
    }

    @Test("favours no digit")
    func digits() {
        let counts = Random.digits(100_000).reduce(into: [Character: Int]()) { $0[$1, default: 0] += 1 }
        #expect(counts.keys.sorted() == Array("0123456789"))
        // 10,000 are expected of each, with a standard deviation of 95; taking every byte modulo ten would give 9,766.
        let chiSquared = counts.values.reduce(0) { $0 + Double(($1 - 10_000) * ($1 - 10_000)) / 10_000 }
        #expect(chiSquared < 60, "nine degrees of freedom exceed 60 once in a thousand million runs")
    }
}

@Suite("Base64 and hexadecimal") struct EncodingTests {
    @Test(
        "follow RFC 4648, in the alphabet for URLs and without padding",
        arguments: [
            ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"), ("fooba", "Zm9vYmE"),
            ("foobar", "Zm9vYmFy"), ("\u{3ff}\u{3fe}", "z7_Pvg"), (">>>???", "Pj4-Pz8_"),
        ]
    )
    func vectors(text: String, encoded: String) {
        #expect(Base64URL.encode(Array(text.utf8)) == encoded)
        #expect(Base64URL.decode(encoded) == Array(text.utf8))
    }

    @Test("decode what they encode")
    func roundTrip() {
        for count in 0..<100 {
            let bytes = Random.bytes(count)
            #expect(Base64URL.decode(Base64URL.encode(bytes)) == bytes)
        }
    }

    @Test(
        "refuse any second spelling",
        arguments: ["Z", "Zh", "Zm9", "Zg==", "Zm9v\n", "Z g", "Pj4+", "Pz8/", "Zgé", "AAAAA"]
    )
    func refusals(text: String) {
        #expect(Base64URL.decode(text) == nil)
    }

    @Test("write bytes in lower case")
    func hex() {
        #expect(Hex.encode([0, 1, 0x7f, 0xab, 0xff]) == "00017fabff")
    }
}
