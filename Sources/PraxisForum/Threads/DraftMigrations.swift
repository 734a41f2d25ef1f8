package import PraxisStore

extension Migration {
    /// What a draft says beside its text, and drafts that were discarded.
    package static let drafts = [
        Migration(
            220,
            "the kind and the answer of a draft",
            """
            ALTER TABLE draft ADD COLUMN kind TEXT NOT NULL DEFAULT 'discussion'
                CHECK (kind IN ('discussion', 'question', 'story', 'notice'));
            ALTER TABLE draft ADD COLUMN replyToId INTEGER REFERENCES post (id); -- the post of the thread that it answers

            CREATE TABLE discardedDraft ( -- for a day, in which they can be put back
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                memberId INTEGER NOT NULL REFERENCES member (id),
                place TEXT NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('discussion', 'question', 'story', 'notice')),
                replyToId INTEGER REFERENCES post (id),
                title TEXT NOT NULL,
                body TEXT NOT NULL,
                discardedAt INTEGER NOT NULL
            ) STRICT;
            CREATE INDEX discarded_by_member ON discardedDraft (memberId, discardedAt);
            CREATE INDEX discarded_by_age ON discardedDraft (discardedAt);

            UPDATE follow SET level = 'digest' WHERE level = 'every'; -- was never more than that
            UPDATE groupFollow SET level = 'digest' WHERE level = 'every';
            """
        )
    ]
}
