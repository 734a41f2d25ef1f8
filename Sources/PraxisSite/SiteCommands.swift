import HTML
import Markdown
import PraxisCommunity
import PraxisDomain
import PraxisStore

/// What a site administrator says of the site: a text for each kind in each language that is enabled, checked.
package struct SiteChange: Sendable {
    struct Text: Sendable {
        let kind: SiteText.Kind
        let language: Language
        let body: String
    }

    /// Empty for none.
    var email = ""
    var texts: [Text] = []
    /// The version that the change is based on.
    var version = 0
}

extension Site {
    /// Replaces what the site says of itself, atomically; texts of languages that are not enabled stay as they are.
    /// - Throws: `Denial.stale` with the current version if that is not the one the change is based on.
    func changeSite(_ change: SiteChange, as viewer: Viewer) async throws {
        try await command { db in
            let permit = try Policy.permit(ChangeSite.self, try Access.site(db.reading(as: viewer)))
            let current = try SiteProfile.load(db.db).version
            guard current == change.version else { throw Denial.stale(current: current) }
            try db.run(
                """
                INSERT INTO siteProfile (id, version, contactEmail) VALUES (1, 1, \(change.email))
                ON CONFLICT (id) DO UPDATE SET version = siteProfile.version + 1, contactEmail = excluded.contactEmail
                """
            )
            for text in change.texts { try db.save(text) }
            let mandate = try db.audit(.siteChanged, nil, by: permit)
            try db.record(.siteChanged, nil, by: mandate)
        }
    }
}

extension WriteDB {
    fileprivate func save(_ text: SiteChange.Text) throws {
        let html = text.kind == .organisation ? nil : Markdown.render(text.body).html.bytes
        try run(
            """
            INSERT INTO siteText (kind, language, body, html)
            VALUES (\(text.kind), \(text.language), \(text.body), \(html))
            ON CONFLICT (kind, language) DO UPDATE SET body = excluded.body, html = excluded.html
            """
        )
    }
}
