package import PraxisStore

extension Migration {
    /// Threads, posts, what they were before, and each member's place in them.
    package static let threads = [
        Migration(
            40,
            "threads",
            """
            CREATE TABLE thread (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                communityId INTEGER NOT NULL REFERENCES community (id),
                groupId INTEGER NOT NULL REFERENCES "group" (id),
                kind TEXT NOT NULL CHECK (kind IN ('discussion', 'question', 'story', 'notice')),
                title TEXT NOT NULL,
                state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'answered', 'closed')),
                answerId INTEGER, -- the post that helped
                isPinned INTEGER NOT NULL DEFAULT 0 CHECK (isPinned IN (0, 1)),
                isPublic INTEGER NOT NULL CHECK (isPublic IN (0, 1)), -- started while the group was open to everybody
                authorId INTEGER NOT NULL REFERENCES member (id),
                createdAt INTEGER NOT NULL,
                postCount INTEGER NOT NULL DEFAULT 0, -- the highest number given, whatever became of the posts
                lastPostAt INTEGER NOT NULL,
                lastAuthorId INTEGER NOT NULL REFERENCES member (id),
                lastJournal INTEGER NOT NULL, -- the journal number of the latest published post
                version INTEGER NOT NULL DEFAULT 1
            ) STRICT;
            CREATE INDEX thread_by_activity ON thread (groupId, lastJournal, postCount);
            CREATE INDEX thread_by_community ON thread (communityId, lastJournal);
            CREATE INDEX thread_pinned ON thread (groupId, isPinned) WHERE isPinned;
            CREATE INDEX thread_by_author ON thread (authorId, createdAt);

            CREATE TABLE post (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                threadId INTEGER NOT NULL REFERENCES thread (id),
                number INTEGER NOT NULL, -- from 1, without gaps, in the order of writing
                authorId INTEGER NOT NULL REFERENCES member (id),
                replyToId INTEGER REFERENCES post (id),
                state TEXT NOT NULL CHECK (state IN ('published', 'held', 'hidden', 'withdrawn')),
                createdAt INTEGER NOT NULL,
                editedAt INTEGER, -- the last edit that left a mark
                withdrawnAt INTEGER, -- when its author took back what everybody could read; may be undone for a while
                revision INTEGER NOT NULL DEFAULT 1,
                journal INTEGER NOT NULL, -- the journal number of its publication
                renderer INTEGER NOT NULL, -- the version that made html and plain
                hash BLOB NOT NULL, -- SHA-256 over author, thread, number, time and body
                html BLOB NOT NULL,
                plain TEXT NOT NULL,
                body TEXT NOT NULL,
                UNIQUE (threadId, number)
            ) STRICT;
            CREATE INDEX post_by_author ON post (authorId, createdAt);
            CREATE INDEX post_unread ON post (threadId, number, state, authorId, journal); -- counting never touches a text
            CREATE INDEX post_held ON post (threadId, authorId) WHERE state = 'held';

            CREATE TABLE revision ( -- texts that an edit replaced
                postId INTEGER NOT NULL REFERENCES post (id),
                revision INTEGER NOT NULL,
                body TEXT NOT NULL,
                editorId INTEGER NOT NULL REFERENCES member (id),
                writtenAt INTEGER NOT NULL,
                replacedAt INTEGER NOT NULL,
                isSealed INTEGER NOT NULL DEFAULT 0 CHECK (isSealed IN (0, 1)), -- identifying detail: out of everybody's sight
                hash BLOB NOT NULL,
                PRIMARY KEY (postId, revision)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE mention (
                memberId INTEGER NOT NULL REFERENCES member (id),
                postId INTEGER NOT NULL REFERENCES post (id),
                PRIMARY KEY (memberId, postId)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX mention_by_post ON mention (postId);

            CREATE TABLE readingPlace ( -- never expires
                memberId INTEGER NOT NULL REFERENCES member (id),
                threadId INTEGER NOT NULL REFERENCES thread (id),
                number INTEGER NOT NULL,
                markedAt INTEGER, -- when it was set back by hand; then only `number` says what is unread
                PRIMARY KEY (memberId, threadId)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX reading_marked ON readingPlace (memberId, markedAt) WHERE markedAt IS NOT NULL;

            CREATE TABLE follow (
                memberId INTEGER NOT NULL REFERENCES member (id),
                threadId INTEGER NOT NULL REFERENCES thread (id),
                level TEXT NOT NULL CHECK (level IN ('every', 'digest', 'muted')),
                PRIMARY KEY (memberId, threadId)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE groupFollow (
                memberId INTEGER NOT NULL REFERENCES member (id),
                groupId INTEGER NOT NULL REFERENCES "group" (id),
                level TEXT NOT NULL CHECK (level IN ('every', 'digest', 'muted')),
                PRIMARY KEY (memberId, groupId)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE draft (
                memberId INTEGER NOT NULL REFERENCES member (id),
                place TEXT NOT NULL, -- thread:ID or group:COMMUNITY/GROUP
                title TEXT NOT NULL,
                body TEXT NOT NULL,
                revision INTEGER NOT NULL,
                savedAt INTEGER NOT NULL,
                PRIMARY KEY (memberId, place)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX draft_by_age ON draft (savedAt);
            """
        )
    ]
}
