package import PraxisStore

extension Migration {
    /// Silences and suspensions: what a member was told, by whom, and when it ends by itself.
    package static let standing = [
        Migration(
            80,
            "silences and suspensions",
            """
            ALTER TABLE membership ADD COLUMN standingUntil INTEGER -- when a silence or a suspension ends by itself
                CHECK (standingUntil IS NULL OR standing IN ('silenced', 'suspended'));
            ALTER TABLE membership ADD COLUMN standingAfter TEXT NOT NULL DEFAULT 'active' -- what it is after that
                CHECK (standingAfter IN ('active', 'lapsed', 'former'));
            ALTER TABLE groupMembership ADD COLUMN standingUntil INTEGER
                CHECK (standingUntil IS NULL OR standing IN ('silenced', 'suspended'));
            ALTER TABLE groupMembership ADD COLUMN standingAfter TEXT NOT NULL DEFAULT 'active'
                CHECK (standingAfter IN ('active', 'lapsed', 'former'));

            CREATE TABLE restriction (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                communityId INTEGER NOT NULL REFERENCES community (id),
                groupId INTEGER REFERENCES "group" (id), -- nothing: the whole community
                memberId INTEGER NOT NULL REFERENCES member (id),
                kind TEXT NOT NULL CHECK (kind IN ('silenced', 'suspended')),
                reason TEXT NOT NULL, -- what the member reads
                privateReason TEXT NOT NULL, -- what those who may do it read
                actorId INTEGER NOT NULL REFERENCES member (id),
                at INTEGER NOT NULL,
                until INTEGER, -- nothing: until somebody lifts it
                liftedAt INTEGER, -- before its time, or replaced by another
                liftedBy INTEGER REFERENCES member (id)
            ) STRICT;
            CREATE INDEX restriction_by_member ON restriction (memberId, communityId, id);
            """
        )
    ]
}
