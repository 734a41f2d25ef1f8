package import PraxisStore

extension Migration {
    /// Reports, held posts and requests as they wait for a decision.
    package static let triage = [
        Migration(
            700,
            "triage",
            """
            CREATE TABLE communityCare ( -- what a community has decided about its own safety
                communityId \(.integer) PRIMARY KEY REFERENCES community (id),
                heldPosts \(.integer) NOT NULL CHECK (heldPosts BETWEEN 0 AND 5), -- first posts of a newcomer that wait
                contactId \(.integer) REFERENCES member (id), -- the named safeguarding contact
                crisis TEXT NOT NULL, -- shown to anyone who is worried about somebody; empty for the usual sentence
                version \(.integer) NOT NULL
            \(.rows);
            CREATE INDEX communityCare_by_contact ON communityCare (contactId) WHERE contactId IS NOT NULL;

            CREATE TABLE queueItem (
                id \(.key),
                kind TEXT NOT NULL,
                communityId \(.integer) NOT NULL REFERENCES community (id),
                groupId \(.integer) REFERENCES "group" (id), -- null for a request to join the community
                threadId \(.integer) REFERENCES thread (id),
                subjectKind TEXT NOT NULL, -- what is to be decided on: a post, a request to join
                subjectId \(.integer) NOT NULL,
                memberId \(.integer) NOT NULL REFERENCES member (id), -- the author, or who asks
                reason TEXT,
                level TEXT NOT NULL DEFAULT 'place' CHECK (level IN ('place', 'safeguarding')),
                rank \(.integer) NOT NULL DEFAULT 1, -- 0: before all others
                state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'decided')),
                version \(.integer) NOT NULL DEFAULT 1, -- rises with every change but those of the lease
                createdAt \(.integer) NOT NULL,
                lease \(.integer) NOT NULL DEFAULT 0, -- counts the changes of the claim
                claimedBy \(.integer) REFERENCES member (id),
                claimedUntil \(.integer),
                formerState TEXT, -- of the post, before the decision
                action TEXT,
                stock TEXT, -- a reason picked from the list
                decisionReason TEXT NOT NULL DEFAULT '',
                decidedBy \(.integer) REFERENCES member (id), -- null: the request ended without one
                decidedAt \(.integer),
                CHECK ((state = 'decided') = (action IS NOT NULL AND decidedAt IS NOT NULL)),
                CHECK ((claimedBy IS NULL) = (claimedUntil IS NULL))
            \(.rows);
            CREATE INDEX queueItem_open ON queueItem
                (communityId, rank, id, kind, groupId, memberId, level, createdAt, claimedUntil, claimedBy, subjectKind) WHERE state = 'open';
            CREATE INDEX queueItem_decided ON queueItem (communityId, decidedAt, id) WHERE state = 'decided';
            CREATE INDEX queueItem_claimed ON queueItem (communityId, claimedUntil) WHERE claimedBy IS NOT NULL;
            CREATE INDEX queueItem_by_subject ON queueItem (subjectKind, subjectId, id);
            CREATE INDEX queueItem_by_member ON queueItem (memberId, communityId);
            -- A worry about the author has an item to itself.
            CREATE UNIQUE INDEX queueItem_open_of_subject ON queueItem (subjectKind, subjectId, kind, (coalesce(reason, '') = 'worried'))
                WHERE state = 'open';
            CREATE UNIQUE INDEX queueItem_of_request ON queueItem (subjectId) WHERE subjectKind = 'request';

            CREATE TABLE report (
                id \(.key),
                itemId \(.integer) NOT NULL REFERENCES queueItem (id),
                postId \(.integer) NOT NULL REFERENCES post (id),
                reporterId \(.integer) NOT NULL REFERENCES member (id),
                reason TEXT NOT NULL,
                note TEXT NOT NULL,
                at \(.integer) NOT NULL,
                revision \(.integer) NOT NULL, -- of the post
                body TEXT NOT NULL, -- the post as it was
                \(truth: "isSealed", default: false), -- identifying detail was removed since: no text
                told \(.integer) NOT NULL DEFAULT 0 -- how many were told of it by mail
            \(.rows);
            CREATE INDEX report_by_item ON report (itemId, id);
            CREATE INDEX report_by_post ON report (postId);
            CREATE INDEX report_by_reporter ON report (reporterId, at);

            CREATE TABLE queueNote (
                id \(.key),
                itemId \(.integer) NOT NULL REFERENCES queueItem (id),
                authorId \(.integer) NOT NULL REFERENCES member (id),
                at \(.integer) NOT NULL,
                body TEXT NOT NULL
            \(.rows);
            CREATE INDEX queueNote_by_item ON queueNote (itemId, id);

            CREATE TABLE queueEvent ( -- an item's timeline
                id \(.key),
                itemId \(.integer) NOT NULL REFERENCES queueItem (id),
                at \(.integer) NOT NULL,
                step TEXT NOT NULL,
                actorId \(.integer) REFERENCES member (id),
                reason TEXT, -- of a report
                action TEXT, -- of a decision
                stock TEXT,
                words TEXT NOT NULL DEFAULT '' -- the reason that was given
            \(.rows);
            CREATE INDEX queueEvent_by_item ON queueEvent (itemId, id);
            """
        )
    ]
}
