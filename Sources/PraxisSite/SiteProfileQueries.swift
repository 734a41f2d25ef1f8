import PraxisDomain
package import PraxisStore

/// Who runs the site, and what they say of it.
package struct SiteProfile: Sendable {
    /// 0 until it is saved for the first time.
    package let version: Int
    /// Empty if absent.
    let email: String
    private let texts: [SiteText]

    /// Reads the one row, and the texts by their key.
    package static func load(_ db: DB) throws -> SiteProfile {
        let row = try db.first("SELECT \(SiteProfileRow.columns) FROM siteProfile WHERE id = 1" as SQL<SiteProfileRow>)
        return SiteProfile(
            version: row?.version ?? 0,
            email: row?.email ?? "",
            texts: try db.all("SELECT \(SiteText.columns) FROM siteText ORDER BY kind, language" as SQL<SiteText>)
        )
    }

    /// Whether it says who runs the site, or where they can be written to.
    package var saysWho: Bool { !email.isEmpty || texts.contains { $0.kind == .organisation && !$0.body.isEmpty } }

    /// Whether it says how to reach them to readers of these languages.
    func hasContact(in languages: [Language]) -> Bool { !email.isEmpty || shown(.contact, in: languages) != nil }

    /// As it was typed in a language; empty if nothing was.
    func typed(_ kind: SiteText.Kind, _ language: Language) -> String {
        texts.first { $0.kind == kind && $0.language == language }?.body ?? ""
    }

    /// What readers of a language are shown: in the first of these languages that has it; nil if none has.
    func shown(_ kind: SiteText.Kind, in languages: [Language]) -> SiteText? {
        let there = texts.filter { $0.kind == kind && !$0.body.isEmpty }
        return languages.lazy.compactMap { language in there.first { $0.language == language } }.first
    }
}

private struct SiteProfileRow: RowDecodable {
    let version: Int
    let email: String

    static let columns: SQL<Void> = "version, contactEmail"

    init(_ columns: inout Columns) throws { (version, email) = (try columns.int(), try columns.text()) }
}
