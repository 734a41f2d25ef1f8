package import PraxisStore

extension Migration {
    package static let bookmarks = [
        Migration(
            1100,
            "bookmarks",
            """
            CREATE TABLE bookmark ( -- a whole thread is bookmarked by its first post
                memberId \(.integer) NOT NULL REFERENCES member (id),
                postId \(.integer) NOT NULL REFERENCES post (id),
                at \(.integer) NOT NULL,
                remindOn \(.integer), -- a day, in days since 1970-01-01
                remindAt \(.integer), -- the moment from which a digest tells of it; null if none does
                PRIMARY KEY (memberId, postId)
            \(.byKey);
            CREATE INDEX bookmark_by_time ON bookmark (memberId, at, postId);
            CREATE INDEX bookmark_due ON bookmark (memberId, remindAt) WHERE remindAt IS NOT NULL;
            CREATE INDEX bookmark_of_post ON bookmark (postId);
            """
        )
    ]
}
