package import PraxisStore

extension Migration {
    /// Communities, their agreements and who belongs to them.
    package static let communities = [
        Migration(
            20,
            "communities",
            """
            CREATE TABLE community (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                slug TEXT NOT NULL UNIQUE,
                name TEXT NOT NULL,
                domain TEXT NOT NULL, -- "our shared concern"
                visibility TEXT NOT NULL CHECK (visibility IN ('public', 'members', 'hidden')),
                joining TEXT NOT NULL CHECK (joining IN ('open', 'request', 'invite')),
                language TEXT NOT NULL,
                agreementVersion INTEGER NOT NULL DEFAULT 0, -- the version in force; 0 when there is none
                createdAt INTEGER NOT NULL,
                version INTEGER NOT NULL DEFAULT 1
            ) STRICT;

            CREATE TABLE agreement (
                communityId INTEGER NOT NULL REFERENCES community (id),
                version INTEGER NOT NULL,
                body TEXT NOT NULL,
                html BLOB NOT NULL,
                authorId INTEGER REFERENCES member (id),
                at INTEGER NOT NULL,
                PRIMARY KEY (communityId, version)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE membership (
                communityId INTEGER NOT NULL REFERENCES community (id),
                memberId INTEGER NOT NULL REFERENCES member (id),
                role TEXT NOT NULL CHECK (role IN ('guest', 'member', 'facilitator', 'moderator', 'manager')),
                standing TEXT NOT NULL CHECK (
                    standing IN ('pending', 'active', 'lapsed', 'silenced', 'suspended', 'former')),
                until INTEGER, -- when a guest's admission ends
                agreementVersion INTEGER NOT NULL DEFAULT 0, -- the version accepted; -1: belonged before there was one
                joinedAt INTEGER NOT NULL,
                readFrom INTEGER NOT NULL, -- a journal number: what was posted up to it counts as read
                PRIMARY KEY (communityId, memberId)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX membership_by_member ON membership (memberId, communityId);

            CREATE TABLE invitation (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                communityId INTEGER NOT NULL REFERENCES community (id),
                groupId INTEGER REFERENCES "group" (id),
                tokenHash BLOB NOT NULL UNIQUE,
                createdBy INTEGER NOT NULL REFERENCES member (id),
                createdAt INTEGER NOT NULL,
                expiresAt INTEGER NOT NULL,
                usesLeft INTEGER NOT NULL CHECK (usesLeft >= 0),
                revokedAt INTEGER
            ) STRICT;
            CREATE INDEX invitation_by_place ON invitation (communityId, groupId);

            CREATE TABLE request ( -- to join a community or one of its groups
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                communityId INTEGER NOT NULL REFERENCES community (id),
                groupId INTEGER REFERENCES "group" (id),
                memberId INTEGER NOT NULL REFERENCES member (id),
                note TEXT NOT NULL,
                askedAt INTEGER NOT NULL,
                decidedAt INTEGER,
                decidedBy INTEGER REFERENCES member (id),
                isAccepted INTEGER CHECK (isAccepted IN (0, 1))
            ) STRICT;
            CREATE UNIQUE INDEX request_open ON request (communityId, coalesce(groupId, 0), memberId)
                WHERE decidedAt IS NULL;
            CREATE INDEX request_by_member ON request (memberId);
            """
        )
    ]
}
