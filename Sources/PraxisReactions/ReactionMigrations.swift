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
                PRIMARY KEY (postId, memberId, kind)
            \(.byKey);
            CREATE INDEX reaction_by_member ON reaction (memberId);
            """
        )
    ]
}
