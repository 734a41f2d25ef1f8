package import PraxisStore

extension Migration {
    package static let reactions = [
        Migration(
            1000,
            "reactions",
            """
            CREATE TABLE reaction (
                postId \(.integer) NOT NULL REFERENCES post (id),
                memberId \(.integer) NOT NULL REFERENCES member (id),
                kind TEXT NOT NULL,
                at \(.integer) NOT NULL,
                authorId \(.integer) REFERENCES member (id), -- whose post it is to, and
                journal \(.integer), -- the journal number of it, for their digest; both null where nobody is to be told
                PRIMARY KEY (postId, memberId, kind)
            \(.byKey);
            CREATE INDEX reaction_by_member ON reaction (memberId);
            CREATE INDEX reaction_to_author ON reaction (authorId, journal);
            """
        )
    ]
}
