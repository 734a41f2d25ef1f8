import Testing

@testable import PraxisCrypto

@Suite("scrypt") struct ScryptTests {
    @Test(
        "derives the keys of RFC 7914, section 12",
        arguments: [
            (
                Scrypt(logN: 4, r: 1, p: 1), "", "",
                "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442"
                    + "fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906"
            ),
            (
                Scrypt(logN: 10, r: 8, p: 16), "password", "NaCl",
                "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
                    + "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640"
            ),
            (
                Scrypt(logN: 14, r: 8, p: 1), "pleaseletmein", "SodiumChloride",
                "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
                    + "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887"
            ),
        ]
    )
    func vectors(cost: Scrypt, password: String, salt: String, key: String) {
        #expect(cost.derive(64, from: password, salt: Array(salt.utf8)).map(Hex.encode) == key)
    }
}

@Suite("A password hash") struct PasswordHashTests {
    /// "password" at a low cost, made by Python's `hashlib.scrypt`.
    static let cheap = "$scrypt$ln=4,r=8,p=1$c2FsdHNhbHQ$xdm4IMyPApeWQ+5AiPVw2L3OCnA4OBnnwWGIV2OM5+o"

    @Test(
        "verifies its password and no other",
        arguments: ["correct horse", "", "pässwörd 🔑", "nul\u{0}l", "e\u{301}"]
    )
    func verifies(password: String) {
        let hash = PasswordHash.make(password)
        #expect(PasswordHash.verify(password, hash))
        #expect(!PasswordHash.verify(password + " ", hash))
        #expect(!PasswordHash.needsRehash(hash))
    }

    @Test("ends at no NUL, and keeps canonically equal spellings apart")
    func bytes() {
        #expect(!PasswordHash.verify("nul", PasswordHash.make("nul\u{0}l")))
        #expect(!PasswordHash.verify("\u{e9}", PasswordHash.make("e\u{301}")))
    }

    @Test("is a PHC string with today's cost, and another one every time")
    func form() {
        let hashes = [PasswordHash.make("same"), PasswordHash.make("same")]
        #expect(hashes[0] != hashes[1])
        for hash in hashes {
            let parts = hash.split(separator: "$")
            #expect(parts.prefix(2) == ["scrypt", "ln=15,r=8,p=3"])
            #expect(parts.dropFirst(2).map(\.utf8.count) == [22, 43])
        }
    }

    @Test("made elsewhere at another cost verifies, and asks to be made again")
    func elsewhere() {
        #expect(PasswordHash.verify("password", Self.cheap))
        #expect(!PasswordHash.verify("Password", Self.cheap))
        #expect(PasswordHash.needsRehash(Self.cheap))
    }

    @Test("accepts 1,024 bytes and nothing longer")
    func longest() {
        let longest = String(repeating: "é", count: 512)
        #expect(PasswordHash.verify(longest, PasswordHash.make(longest)))
        #expect(!PasswordHash.verify(longest + "a", PasswordHash.make(longest + "a")))
    }

    @Test("that nobody has is well formed and matches nothing", arguments: ["", "password", PasswordHash.decoy])
    func decoy(password: String) {
        #expect(!PasswordHash.verify(password, PasswordHash.decoy))
        #expect(!PasswordHash.needsRehash(PasswordHash.decoy))
        #expect(PasswordHash.decoy == PasswordHash.decoy)
    }

    @Test(
        "that cannot be read, or costs more than a server can give, verifies nothing",
        arguments: [
            "", "$", "$$$$", "password", cheap + "$", "x" + cheap, "$argon2id" + cheap.dropFirst(7),
            cheap.replacing("ln=4", with: "ln=21"), cheap.replacing("ln=4", with: "ln=0"),
            cheap.replacing("ln=4", with: "ln=-4"), cheap.replacing("ln=4", with: "ln=+4"),
            cheap.replacing("ln=4", with: "ln="), cheap.replacing("r=8", with: "r=99"),
            cheap.replacing("p=1", with: "p=99"), cheap.replacing(",p=1", with: ""),
            cheap.replacing("ln=4,r=8", with: "r=8,ln=4"),
            cheap.replacing("c2FsdHNhbHQ", with: "c2FsdHNhbHQ="), cheap.replacing("c2FsdHNhbHQ", with: ""),
            String(cheap.dropLast(30)),
        ]
    )
    func unreadable(hash: String) {
        #expect(!PasswordHash.verify("password", hash))
        #expect(PasswordHash.needsRehash(hash))
    }
}
