package import PraxisStore

extension Migration {
    /// The full-text index over titles and posts.
    ///
    /// What marks a hit in a snippet is taken out of what members typed.
    package static let search = [
        Migration(
            500,
            "search",
            """
            \(FullText.placesSchema)
            CREATE VIEW searchable AS
                SELECT p.id AS id, CASE WHEN p.number = 1 THEN t.title ELSE '' END AS title,
                       replace(replace(p.plain, \(quoting: FullText.hitStart), ''), \(quoting: FullText.hitEnd), '') AS plain,
                       CASE WHEN p.number = 1 THEN '' ELSE t.title END AS thread
                FROM post p JOIN thread t ON t.id = p.threadId;
            \(FullText.schema)
            """
        )
    ]
}
