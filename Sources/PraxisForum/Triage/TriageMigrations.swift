package import PraxisStore

extension Migration {
    /// Reports, held posts and requests as they wait for a decision.
    package static let triage = [
        Migration(
            70,
            "triage",
            """
            CREATE TABLE communityCare ( -- what a community has decided about its own safety
                communityId INTEGER PRIMARY KEY REFERENCES community (id),
                heldPosts INTEGER NOT NULL CHECK (heldPosts BETWEEN 0 AND 5), -- first posts of a newcomer that wait
                contactId INTEGER REFERENCES member (id), -- the named safeguarding contact
                crisis TEXT NOT NULL, -- shown to whoever is worried about somebody; empty for the usual sentence
                version INTEGER NOT NULL
            ) STRICT;
            CREATE INDEX communityCare_by_contact ON communityCare (contactId) WHERE contactId IS NOT NULL;

            CREATE TABLE signedUp ( -- accounts that nobody added: made by signing up
                memberId INTEGER PRIMARY KEY REFERENCES member (id)
            ) STRICT;

            CREATE TABLE newcomer ( -- of those, who came into a community by themselves
                communityId INTEGER NOT NULL REFERENCES community (id),
                memberId INTEGER NOT NULL REFERENCES member (id),
                PRIMARY KEY (communityId, memberId)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE queueItem (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                kind TEXT NOT NULL CHECK (kind IN ('report', 'held', 'request')),
                communityId INTEGER NOT NULL REFERENCES community (id),
                groupId INTEGER REFERENCES "group" (id), -- none for who asks to join the community
                threadId INTEGER REFERENCES thread (id),
                postId INTEGER REFERENCES post (id),
                memberId INTEGER NOT NULL REFERENCES member (id), -- the author, or who asks
                requestId INTEGER REFERENCES request (id),
                reason TEXT CHECK (reason IN ('identifies-client', 'worried', 'disrespect', 'off-topic', 'spam', 'other')),
                level TEXT NOT NULL DEFAULT 'place' CHECK (level IN ('place', 'safeguarding')),
                rank INTEGER NOT NULL DEFAULT 1, -- 0: before all others
                state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'decided')),
                version INTEGER NOT NULL DEFAULT 1, -- rises with every change but those of the lease
                createdAt INTEGER NOT NULL,
                lease INTEGER NOT NULL DEFAULT 0, -- counts the changes of the claim
                claimedBy INTEGER REFERENCES member (id),
                claimedUntil INTEGER,
                formerState TEXT, -- of the post, before the decision
                action TEXT CHECK (action IN ('approve', 'hide', 'return', 'dismiss')),
                stock TEXT, -- a reason picked from the list
                decisionReason TEXT NOT NULL DEFAULT '',
                decidedBy INTEGER REFERENCES member (id), -- nobody: the request ended without one
                decidedAt INTEGER,
                CHECK ((state = 'decided') = (action IS NOT NULL AND decidedAt IS NOT NULL)),
                CHECK ((claimedBy IS NULL) = (claimedUntil IS NULL))
            ) STRICT;
            CREATE INDEX queueItem_open ON queueItem
                (communityId, rank, id, kind, groupId, memberId, level, createdAt, claimedUntil, claimedBy) WHERE state = 'open';
            CREATE INDEX queueItem_decided ON queueItem (communityId, decidedAt, id) WHERE state = 'decided';
            CREATE INDEX queueItem_claimed ON queueItem (communityId, claimedUntil) WHERE claimedBy IS NOT NULL;
            CREATE INDEX queueItem_by_post ON queueItem (postId, id) WHERE postId IS NOT NULL;
            CREATE INDEX queueItem_by_member ON queueItem (memberId, communityId);
            CREATE UNIQUE INDEX queueItem_open_of_post ON queueItem (postId, kind)
                WHERE state = 'open' AND postId IS NOT NULL;
            CREATE UNIQUE INDEX queueItem_of_request ON queueItem (requestId) WHERE requestId IS NOT NULL;

            CREATE TABLE report (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                itemId INTEGER NOT NULL REFERENCES queueItem (id),
                postId INTEGER NOT NULL REFERENCES post (id),
                reporterId INTEGER NOT NULL REFERENCES member (id),
                reason TEXT NOT NULL,
                note TEXT NOT NULL,
                at INTEGER NOT NULL,
                revision INTEGER NOT NULL, -- of the post
                body TEXT NOT NULL, -- the post as it was
                isSealed INTEGER NOT NULL DEFAULT 0 CHECK (isSealed IN (0, 1)) -- identifying detail was removed since: no text
            ) STRICT;
            CREATE INDEX report_by_item ON report (itemId, id);
            CREATE INDEX report_by_post ON report (postId);
            CREATE INDEX report_by_reporter ON report (reporterId, at);

            CREATE TABLE queueNote (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                itemId INTEGER NOT NULL REFERENCES queueItem (id),
                authorId INTEGER NOT NULL REFERENCES member (id),
                at INTEGER NOT NULL,
                body TEXT NOT NULL
            ) STRICT;
            CREATE INDEX queueNote_by_item ON queueNote (itemId, id);

            CREATE TABLE queueEvent ( -- an item's timeline
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                itemId INTEGER NOT NULL REFERENCES queueItem (id),
                at INTEGER NOT NULL,
                step TEXT NOT NULL,
                actorId INTEGER REFERENCES member (id),
                reason TEXT, -- of a report
                action TEXT, -- of a decision
                stock TEXT,
                words TEXT NOT NULL DEFAULT '' -- the reason that was given
            ) STRICT;
            CREATE INDEX queueEvent_by_item ON queueEvent (itemId, id);

            INSERT INTO queueItem (kind, communityId, groupId, memberId, requestId, createdAt)
                SELECT 'request', communityId, groupId, memberId, id, askedAt FROM request WHERE decidedAt IS NULL ORDER BY id;
            INSERT INTO queueEvent (itemId, at, step, actorId)
                SELECT id, createdAt, 'asked', memberId FROM queueItem;
            """
        ),
        Migration(
            240,
            "a worry has an item of its own",
            """
            DROP INDEX queueItem_open_of_post;
            CREATE UNIQUE INDEX queueItem_open_of_post ON queueItem (postId, kind, (reason IS 'worried'))
                WHERE state = 'open' AND postId IS NOT NULL;
            ALTER TABLE report ADD COLUMN told INTEGER NOT NULL DEFAULT 0; -- how many were told of it by mail
            """
        ),
    ]
}
