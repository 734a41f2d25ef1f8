import HTML
import Markdown
import PraxisCommunity
package import PraxisDomain
package import PraxisStore

/// Whether the database still holds what was written: it checks also what SQLite's own check does not see.
package enum Verify {
    /// Something that is wrong, by the name of the object.
    package enum Finding: Hashable, Sendable {
        case file(String)
        case schema(SchemaFault)
        case row(RowFault)
        case reference(table: String, row: Int64)
        case unreadable(PostID)
        case text(PostID, ThreadID)
        case rendering(PostID, ThreadID)
        case journal(PostID, ThreadID)
        case revision(PostID, revision: Int)
        case count(ThreadID)
        case agreement(CommunityID, version: Int)
        case name(MemberID)
        case searchRows(indexed: Int, published: Int)
        case searchText
        case audit(AuditChain.Fault)
    }

    /// Posts that are read in one snapshot.
    private static let pieceSize: Int64 = 1_000

    /// Checks everything but the search index, in short snapshots, so that it can go on while the site serves.
    /// - Returns: how many posts there are.
    /// - Throws: `CancellationError` between two snapshots.
    package static func content(_ env: Environment, found: (Finding) -> Void) async throws -> Int {
        for finding in try await env.store.read(file) { found(finding) }
        for fault in try await env.store.read(RowFault.all) { found(.row(fault)) }
        var checked = 0
        let last = try await env.store.read { db in
            try db.first("SELECT coalesce(max(id), 0) FROM post" as SQL<Int64>) ?? 0
        }
        for start in stride(from: Int64(0), through: last, by: Int(pieceSize)) {
            try Task.checkCancellation()
            let (count, findings) = try await posts(after: start, env)
            checked += count
            for finding in findings { found(finding) }
        }
        for finding in try await env.store.read(revisions) { found(finding) }
        for finding in try await env.store.read(counts) { found(finding) }
        for finding in try await env.store.read(agreements) { found(finding) }
        for finding in try await env.store.read(names) { found(finding) }
        for finding in try await env.store.read(searchRows) { found(finding) }
        if let fault = try await env.store.read(AuditChain.firstFault) { found(.audit(fault)) }
        return checked
    }

    /// Compares every word of the index with the text.
    ///
    /// Writes locks, so it needs a copy that no one else uses.
    package static func searchIndex(ofCopy copy: Environment) async throws -> Finding? {
        do {
            try await copy.site.command { db in
                // The index holds what is published, and the check takes every row of the view for indexed.
                try db.run("DROP VIEW searchable")
                try db.run(
                    """
                    CREATE VIEW searchable AS SELECT p.id AS id, CASE WHEN p.number = 1 THEN t.title ELSE '' END AS title,
                        p.plain AS plain, CASE WHEN p.number = 1 THEN '' ELSE t.title END AS thread FROM post p JOIN thread t ON t.id = p.threadId WHERE p.state = 'published'
                    """
                )
                try db.run("INSERT INTO postSearch (postSearch, rank) VALUES ('integrity-check', 1)")
            }
            return nil
        } catch StoreError.broken {
            return .searchText
        }
    }

    private static func file(_ db: DB) throws -> [Finding] {
        let damage = try db.damage(), dangling = try db.danglingReferences()
        let schema = try SchemaFault.first(db, migrations: Forum.migrations).map { [Finding.schema($0)] } ?? []
        return damage.map(Finding.file) + schema + dangling.map { .reference(table: $0.table, row: $0.row) }
    }

    private static func posts(after start: Int64, _ env: Environment) async throws -> (count: Int, [Finding]) {
        do {
            return try await env.store.read { db in try posts(after: start, upTo: start + pieceSize, db) }
        } catch is StoreError {
            return try await env.store.read { db in try singly(after: start, db) }
        }
    }

    /// Walks `post` by its primary key.
    private static func posts(after start: Int64, upTo end: Int64, _ db: DB) throws -> (count: Int, [Finding]) {
        var count = 0, findings: [Finding] = []
        let sql: SQL<StoredPost> = """
            SELECT p.id, p.threadId, p.number, p.authorId, p.createdAt, p.renderer, p.hash, p.html, p.plain, p.body,
                   EXISTS (SELECT 1 FROM journal j WHERE j.id = p.journal AND j.subjectKind = \(Noun.Post.kind) AND j.subjectId = p.id)
            FROM post p WHERE p.id > \(start) AND p.id <= \(end)
            """
        try db.each(sql) { post in
            count += 1
            findings += post.findings
        }
        return (count, findings)
    }

    /// The posts of a piece one by one, so that only those that cannot be read are named so.
    private static func singly(after start: Int64, _ db: DB) throws -> (count: Int, [Finding]) {
        var count = 0, findings: [Finding] = []
        for id in (start + 1)...(start + pieceSize) {
            do {
                let piece = try posts(after: id - 1, upTo: id, db)
                count += piece.count
                findings += piece.1
            } catch is StoreError {
                count += 1
                findings.append(.unreadable(PostID(rawValue: id)))
            }
        }
        return (count, findings)
    }

    /// Texts that edits replaced; those whose hash was removed with the text are not checked.
    private static func revisions(_ db: DB) throws -> [Finding] {
        var findings: [Finding] = []
        let sql: SQL<StoredRevision> = """
            SELECT r.postId, r.revision, p.threadId, p.number, p.authorId, p.createdAt, r.hash, r.body
            FROM revision r JOIN post p ON p.id = r.postId
            """
        try db.each(sql) { if !$0.isWhole { findings.append(.revision($0.post, revision: $0.revision)) } }
        return findings
    }

    private static func counts(_ db: DB) throws -> [Finding] {
        try db.all(
            """
            SELECT t.id FROM thread t WHERE t.postCount <> (SELECT coalesce(max(p.number), 0) FROM post p WHERE p.threadId = t.id)
                OR t.postCount <> (SELECT count(*) FROM post p WHERE p.threadId = t.id)
            """ as SQL<ThreadID>
        ).map(Finding.count)
    }

    private static func agreements(_ db: DB) throws -> [Finding] {
        try db.all("SELECT communityId, version, body, html FROM agreement" as SQL<StoredAgreement>)
            .filter { Markdown.render($0.body).html.bytes != $0.html }.map {
                .agreement($0.community, version: $0.version)
            }
    }

    private static func names(_ db: DB) throws -> [Finding] {
        try db.all("SELECT id, name, nameFolded FROM member" as SQL<StoredName>)
            .filter { TypedText.folded($0.name) != $0.folded }.map { .name($0.member) }
    }

    /// That exactly the published posts are in the index, and `searchRow` says the same of them.
    private static func searchRows(_ db: DB) throws -> [Finding] {
        let counts = try db.all(
            """
            SELECT count(*) FROM postSearch_docsize
            UNION ALL SELECT count(*) FROM searchRow
            UNION ALL SELECT count(*) FROM searchRow r JOIN postSearch_docsize d ON d.id = r.postId AND d.sz = r.sizes
                JOIN post p ON p.id = r.postId AND p.threadId = r.threadId AND p.state = 'published'
            """ as SQL<Int>
        )
        let published = try db.first("SELECT count(*) FROM post WHERE state = 'published'" as SQL<Int>) ?? 0
        let wrong = counts.first { $0 != published }
        return wrong.map { [.searchRows(indexed: $0, published: published)] } ?? []
    }
}
