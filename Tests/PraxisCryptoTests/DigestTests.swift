import Testing

@testable import PraxisCrypto

@Suite("SHA-256") struct SHA256Tests {
    @Test(
        "gives the digests of FIPS 180-4's examples",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
        ]
    )
    func vectors(text: String, digest: String) {
        #expect(Hex.encode(SHA256.hash(text)) == digest)
        #expect(Hex.encode(SHA256.hash(Array(text.utf8))) == digest)
    }

    @Test("gives the digest of a million letters, FIPS 180-4's long example")
    func million() {
        let digest = SHA256.hash(String(repeating: "a", count: 1_000_000))
        #expect(Hex.encode(digest) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test("is the same in pieces, wherever the bytes lie")
    func pieces() {
        let bytes = (0..<1_000).map { UInt8(truncatingIfNeeded: $0 * 7) }
        var hasher = SHA256.Hasher()
        hasher.update(bytes[..<1])
        hasher.update([])
        hasher.update(bytes[1..<500].reversed().reversed())
        hasher.update(sequence(first: 500) { $0 < 999 ? $0 + 1 : nil }.lazy.map { bytes[$0] })
        #expect(hasher.finish() == SHA256.hash(bytes))
    }

    @Test("may be taken by many threads at once")
    func threads() async {
        let digests = await withTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<200 { group.addTask { SHA256.hash("abc") } }
            return await group.reduce(into: Set<[UInt8]>()) { $0.insert($1) }
        }
        #expect(digests == [SHA256.hash("abc")])
    }
}

@Suite("HMAC-SHA-256") struct HMACTests {
    @Test(
        "gives the codes of RFC 4231, and of an empty key",
        arguments: [
            (
                [UInt8](repeating: 0x0b, count: 20), Array("Hi There".utf8),
                "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
            ),
            (
                Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
            ),
            (
                [UInt8](repeating: 0xaa, count: 20), [UInt8](repeating: 0xdd, count: 50),
                "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
            ),
            (
                [UInt8](repeating: 0xaa, count: 131),
                Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
                "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
            ),
            ([], [], "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad"),
        ]
    )
    func vectors(key: [UInt8], message: [UInt8], code: String) {
        #expect(Hex.encode(HMACSHA256.code(message, key: key)) == code)
    }

    @Test("is compared whole: length, first and last byte count")
    func comparison() {
        #expect(constantTimeEqual([1, 2, 3], [1, 2, 3]))
        #expect(constantTimeEqual([], []))
        for other: [UInt8] in [[], [1, 2], [0, 2, 3], [1, 2, 4], [1, 2, 3, 0]] {
            #expect(!constantTimeEqual([1, 2, 3], other))
        }
    }
}
