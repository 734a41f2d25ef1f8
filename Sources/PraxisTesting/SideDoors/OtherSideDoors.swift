// Capabilities without private things of their own: what their routes are asked with.
extension SideDoorPart {
    static let search = SideDoorPart(
        "search",
        queries: [[("q", "companion"), ("sort", "newest")]]
    )

    static let home = SideDoorPart("home", json: ["upTo": "\"1\""], form: [("upTo", "1")])

    static let imports = SideDoorPart(
        "imports",
        wordless: ["importSource": "which lines of a file have been taken"]
    )

    static let site = SideDoorPart(
        "site",
        wordless: [
            "siteProfile": "the address under which everyone can write to those who run the site",
            "siteText": "what the site says of itself to everyone",
        ]
    )

    static let setup = SideDoorPart("setup", values: { _ in ["token": ["nosuchsetup"]] })
}
