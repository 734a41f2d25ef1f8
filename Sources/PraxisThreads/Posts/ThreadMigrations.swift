package import PraxisStore

extension Migration {
    /// Threads, posts, what they were before, and each member's place in them.
    package static let threads = [
        Migration(
            400,
            "threads",
            """
            CREATE TABLE thread (
                id \(.key),
                communityId \(.integer) NOT NULL REFERENCES community (id),
                groupId \(.integer) NOT NULL REFERENCES "group" (id),
                kind TEXT NOT NULL,
                title TEXT NOT NULL,
                state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'answered', 'closed')),
                answerId \(.integer), -- the post that helped
                \(truth: "isPinned", default: false),
                \(truth: "isPublic"), -- started while the group was open to everybody
                authorId \(.integer) NOT NULL REFERENCES member (id),
                createdAt \(.integer) NOT NULL,
                postCount \(.integer) NOT NULL DEFAULT 0, -- the highest number given, also of posts that were withdrawn
                lastPostAt \(.integer) NOT NULL, -- before the first post: when the thread was made
                lastAuthorId \(.integer) NOT NULL REFERENCES member (id),
                lastJournal \(.integer) NOT NULL, -- the journal number of the latest published post; 0 without one
                \(truth: "hasFacet", default: false), -- it is shown before it has a post
                \(truth: "isShown", default: false), -- it has a facet, or a first post that is neither held nor hidden
                version \(.integer) NOT NULL DEFAULT 1
            \(.rows);
            CREATE INDEX thread_by_activity ON thread (groupId, lastJournal, postCount);
            CREATE INDEX thread_by_community ON thread (communityId, lastJournal);
            CREATE INDEX thread_pinned ON thread (groupId, isPinned) WHERE isPinned;
            CREATE INDEX thread_by_author ON thread (authorId, createdAt);

            CREATE TABLE post (
                id \(.key),
                threadId \(.integer) NOT NULL REFERENCES thread (id),
                number \(.integer) NOT NULL, -- from 1, without gaps, in the order of writing
                role TEXT NOT NULL DEFAULT 'discussion', -- what it is in its thread
                authorId \(.integer) NOT NULL REFERENCES member (id),
                replyToId \(.integer) REFERENCES post (id),
                state TEXT NOT NULL CHECK (state IN ('published', 'held', 'hidden', 'withdrawn')),
                createdAt \(.integer) NOT NULL,
                editedAt \(.integer), -- the last edit that left a mark
                withdrawnAt \(.integer), -- when its author took back what everybody could read; may be undone for a while
                revision \(.integer) NOT NULL DEFAULT 1,
                journal \(.integer) NOT NULL, -- the journal number of its publication
                renderer \(.integer) NOT NULL, -- the version that made html and plain
                hash \(.bytes) NOT NULL, -- SHA-256 over author, thread, number, time, role and body
                html \(.bytes) NOT NULL,
                plain TEXT NOT NULL,
                body TEXT NOT NULL,
                UNIQUE (threadId, number)
            \(.rows);
            CREATE INDEX post_by_author ON post (authorId, createdAt);
            CREATE INDEX post_unread ON post (threadId, number, state, authorId, journal); -- counting never touches a text
            CREATE INDEX post_held ON post (threadId, authorId) WHERE state = 'held';
            CREATE INDEX post_held_by_author ON post (authorId, threadId) WHERE state = 'held';
            CREATE INDEX post_unshown ON post (threadId) WHERE state IN ('held', 'hidden');
            CREATE INDEX post_by_answered ON post (replyToId) WHERE replyToId IS NOT NULL;

            CREATE TABLE revision ( -- texts that an edit replaced
                postId \(.integer) NOT NULL REFERENCES post (id),
                revision \(.integer) NOT NULL,
                body TEXT NOT NULL,
                editorId \(.integer) NOT NULL REFERENCES member (id),
                writtenAt \(.integer) NOT NULL,
                replacedAt \(.integer) NOT NULL,
                \(truth: "isSealed", default: false), -- identifying detail: out of everybody's sight
                hash \(.bytes) NOT NULL,
                PRIMARY KEY (postId, revision)
            \(.byKey);

            CREATE TABLE mention (
                memberId \(.integer) NOT NULL REFERENCES member (id),
                postId \(.integer) NOT NULL REFERENCES post (id),
                addedAt \(.integer), -- the journal number of the edit that added it, until the member has looked; null where it came with the post
                PRIMARY KEY (memberId, postId)
            \(.byKey);
            CREATE INDEX mention_by_post ON mention (postId);
            CREATE INDEX mention_added ON mention (memberId, addedAt) WHERE addedAt IS NOT NULL;

            CREATE TABLE readingPlace ( -- never expires
                memberId \(.integer) NOT NULL REFERENCES member (id),
                threadId \(.integer) NOT NULL REFERENCES thread (id),
                number \(.integer) NOT NULL,
                markedAt \(.integer), -- when it was set back by hand; then only `number` says what is unread
                readTo \(.integer) NOT NULL DEFAULT 0, -- a journal number: what was published up to it is read whatever its number
                PRIMARY KEY (memberId, threadId)
            \(.byKey);
            CREATE INDEX reading_marked ON readingPlace (memberId, markedAt) WHERE markedAt IS NOT NULL;

            CREATE TABLE admission ( -- of one person to one thread; a row whose time has passed counts for nothing
                memberId \(.integer) NOT NULL REFERENCES member (id),
                threadId \(.integer) NOT NULL REFERENCES thread (id),
                until \(.integer) NOT NULL,
                readFrom \(.integer) NOT NULL, -- the journal number up to which the thread counts as read
                PRIMARY KEY (memberId, threadId)
            \(.byKey);

            CREATE TABLE follow (
                memberId \(.integer) NOT NULL REFERENCES member (id),
                threadId \(.integer) NOT NULL REFERENCES thread (id),
                level TEXT NOT NULL,
                PRIMARY KEY (memberId, threadId)
            \(.byKey);

            CREATE TABLE groupFollow (
                memberId \(.integer) NOT NULL REFERENCES member (id),
                groupId \(.integer) NOT NULL REFERENCES "group" (id),
                level TEXT NOT NULL,
                PRIMARY KEY (memberId, groupId)
            \(.byKey);

            CREATE TABLE draft (
                memberId \(.integer) NOT NULL REFERENCES member (id),
                subjectKind TEXT NOT NULL, subjectId \(.integer) NOT NULL, -- the thread, the group or the community it is for
                title TEXT NOT NULL,
                body TEXT NOT NULL,
                kind TEXT NOT NULL DEFAULT 'discussion', -- of the thread that it would start
                replyToId \(.integer) REFERENCES post (id), -- the post of the thread that it answers
                revision \(.integer) NOT NULL,
                savedAt \(.integer) NOT NULL,
                PRIMARY KEY (memberId, subjectKind, subjectId)
            \(.byKey);
            CREATE INDEX draft_by_age ON draft (savedAt);

            CREATE TABLE discardedDraft ( -- for a day, in which they can be put back
                id \(.key),
                memberId \(.integer) NOT NULL REFERENCES member (id),
                subjectKind TEXT NOT NULL, subjectId \(.integer) NOT NULL,
                kind TEXT NOT NULL,
                replyToId \(.integer) REFERENCES post (id),
                title TEXT NOT NULL,
                body TEXT NOT NULL,
                discardedAt \(.integer) NOT NULL
            \(.rows);
            CREATE INDEX discarded_by_member ON discardedDraft (memberId, discardedAt);
            CREATE INDEX discarded_by_age ON discardedDraft (discardedAt);
            """
        ),
        Migration(
            401,
            "withdrawals",
            """
            CREATE TABLE withdrawal ( -- of posts that may still be put back
                postId \(.integer) PRIMARY KEY REFERENCES post (id),
                at \(.integer) NOT NULL
            \(.rows);
            """
        ),
        Migration(
            402,
            "questions without an answer",
            "CREATE INDEX thread_waiting ON thread (kind, createdAt) WHERE state = 'open';"
        ),
        Migration(
            403,
            "posts with a place of their own",
            "CREATE INDEX post_by_role ON post (threadId, role, number) WHERE role <> 'discussion';"
        ),
        Migration(
            404,
            "open questions of a group",
            "CREATE INDEX thread_open ON thread (groupId, kind, createdAt) WHERE state = 'open';"
        ),
    ]
}
