package import PraxisStore

extension Migration {
    /// The full-text index over titles and posts.
    package static let search = [
        Migration(
            50, "search",
            """
            CREATE VIEW searchable AS
                SELECT p.id AS id, CASE WHEN p.number = 1 THEN t.title ELSE '' END AS title, p.plain AS plain
                FROM post p JOIN thread t ON t.id = p.threadId;
            """ + FullText.schema)
    ]
}
