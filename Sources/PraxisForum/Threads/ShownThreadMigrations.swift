package import PraxisStore

extension Migration {
    /// Threads whose first post is held or hidden.
    package static let shownThreads = [
        Migration(
            71,
            "threads that are not shown",
            """
            ALTER TABLE thread ADD COLUMN isShown INTEGER NOT NULL DEFAULT 1 CHECK (isShown IN (0, 1)); -- the first post is
            UPDATE thread SET isShown = 0
                WHERE id IN (SELECT threadId FROM post WHERE number = 1 AND state IN ('held', 'hidden'));
            CREATE INDEX post_unshown ON post (threadId) WHERE state IN ('held', 'hidden');
            CREATE INDEX post_held_by_author ON post (authorId, threadId) WHERE state = 'held';
            """
        ),
        Migration(
            280,
            "what was read beyond a reading place, and answers by what they answer",
            """
            -- A journal number: what was published up to it is read whatever its number.
            ALTER TABLE readingPlace ADD COLUMN readTo INTEGER NOT NULL DEFAULT 0;
            CREATE INDEX post_by_answered ON post (replyToId) WHERE replyToId IS NOT NULL;
            """
        ),
    ]
}
