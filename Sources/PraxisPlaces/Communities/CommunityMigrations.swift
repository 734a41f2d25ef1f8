package import PraxisStore

extension Migration {
    /// Communities, their agreements and who belongs to them.
    package static let communities = [
        Migration(
            200,
            "communities",
            """
            CREATE TABLE community (
                id \(.key),
                slug TEXT NOT NULL UNIQUE,
                name TEXT NOT NULL,
                domain TEXT NOT NULL, -- "our shared concern"
                region TEXT NOT NULL DEFAULT '', -- where in the world; empty: not said
                visibility TEXT NOT NULL CHECK (visibility IN ('public', 'members', 'hidden')),
                joining TEXT NOT NULL CHECK (joining IN ('open', 'request', 'invite')),
                language TEXT NOT NULL,
                agreementVersion \(.integer) NOT NULL DEFAULT 0, -- the version in force; 0 without one
                createdAt \(.integer) NOT NULL,
                version \(.integer) NOT NULL DEFAULT 1
            \(.rows);

            CREATE TABLE agreement (
                communityId \(.integer) NOT NULL REFERENCES community (id),
                version \(.integer) NOT NULL,
                body TEXT NOT NULL,
                html \(.bytes) NOT NULL,
                authorId \(.integer) REFERENCES member (id),
                at \(.integer) NOT NULL,
                PRIMARY KEY (communityId, version)
            \(.byKey);

            CREATE TABLE membership (
                communityId \(.integer) NOT NULL REFERENCES community (id),
                memberId \(.integer) NOT NULL REFERENCES member (id),
                role TEXT NOT NULL CHECK (role IN ('guest', 'member', 'facilitator', 'moderator', 'manager')),
                standing TEXT NOT NULL CHECK (
                    standing IN ('pending', 'active', 'lapsed', 'silenced', 'suspended', 'former')),
                until \(.integer), -- when a guest's admission ends
                agreementVersion \(.integer) NOT NULL DEFAULT 0, -- the version accepted; -1: belonged before there was one
                joinedAt \(.integer) NOT NULL,
                readFrom \(.integer) NOT NULL, -- a journal number: what was posted up to it counts as read
                standingUntil \(.integer) -- when a silence or a suspension ends by itself
                    CHECK (standingUntil IS NULL OR standing IN ('silenced', 'suspended')),
                standingAfter TEXT NOT NULL DEFAULT 'active' -- what it is after that
                    CHECK (standingAfter IN ('active', 'lapsed', 'former')),
                PRIMARY KEY (communityId, memberId)
            \(.byKey);
            CREATE INDEX membership_by_member ON membership (memberId, communityId);
            CREATE INDEX membership_deciding ON membership (memberId) WHERE role IN ('facilitator', 'moderator', 'manager');

            CREATE TABLE invitation (
                id \(.key),
                communityId \(.integer) NOT NULL REFERENCES community (id),
                groupId \(.integer) REFERENCES "group" (id),
                tokenHash \(.bytes) NOT NULL UNIQUE,
                createdBy \(.integer) NOT NULL REFERENCES member (id),
                createdAt \(.integer) NOT NULL,
                expiresAt \(.integer) NOT NULL,
                usesLeft \(.integer) NOT NULL CHECK (usesLeft >= 0),
                revokedAt \(.integer)
            \(.rows);
            CREATE INDEX invitation_by_place ON invitation (communityId, groupId);

            CREATE TABLE request ( -- to join a community or one of its groups
                id \(.key),
                communityId \(.integer) NOT NULL REFERENCES community (id),
                groupId \(.integer) REFERENCES "group" (id),
                memberId \(.integer) NOT NULL REFERENCES member (id),
                note TEXT NOT NULL,
                askedAt \(.integer) NOT NULL,
                decidedAt \(.integer),
                decidedBy \(.integer) REFERENCES member (id),
                \(truth: "isAccepted", isOptional: true)
            \(.rows);
            CREATE UNIQUE INDEX request_open ON request (communityId, coalesce(groupId, 0), memberId)
                WHERE decidedAt IS NULL;
            CREATE INDEX request_by_member ON request (memberId);

            CREATE TABLE signedUp ( -- accounts that nobody added: made by signing up
                memberId \(.integer) PRIMARY KEY REFERENCES member (id)
            \(.rows);

            CREATE TABLE newcomer ( -- of those, who came into a community by themselves
                communityId \(.integer) NOT NULL REFERENCES community (id),
                memberId \(.integer) NOT NULL REFERENCES member (id),
                PRIMARY KEY (communityId, memberId)
            \(.byKey);
            """
        )
    ]
}
