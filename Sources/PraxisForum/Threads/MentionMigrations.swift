package import PraxisStore

extension Migration {
    /// Mentions that an edit added.
    package static let mentions = [
        Migration(
            290,
            "mentions that an edit added",
            """
            -- The journal number of the edit that added it, until the member has looked at the post; NULL where it came with the post.
            ALTER TABLE mention ADD COLUMN addedAt INTEGER;
            CREATE INDEX mention_added ON mention (memberId) WHERE addedAt IS NOT NULL;
            """
        )
    ]
}
