package import PraxisStore

extension Migration {
    /// Silences and suspensions: what a member was told, by whom, and when it ends by itself.
    package static let standing = [
        Migration(
            800,
            "silences and suspensions",
            """
            CREATE TABLE restriction (
                id \(.key),
                communityId \(.integer) NOT NULL REFERENCES community (id),
                groupId \(.integer) REFERENCES "group" (id), -- null: the whole community
                memberId \(.integer) NOT NULL REFERENCES member (id),
                kind TEXT NOT NULL CHECK (kind IN ('silenced', 'suspended')),
                reason TEXT NOT NULL, -- what the member reads
                privateReason TEXT NOT NULL, -- what those who may do it read
                actorId \(.integer) NOT NULL REFERENCES member (id),
                at \(.integer) NOT NULL,
                until \(.integer), -- null: until somebody lifts it
                liftedAt \(.integer), -- before its time, or replaced by another
                liftedBy \(.integer) REFERENCES member (id)
            \(.rows);
            CREATE INDEX restriction_by_member ON restriction (memberId, communityId, id);
            """
        )
    ]
}
