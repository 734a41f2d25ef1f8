package import PraxisStore

extension Migration {
    /// Groups and who has joined them.
    package static let groups = [
        Migration(
            300,
            "groups",
            """
            CREATE TABLE "group" (
                id \(.key),
                communityId \(.integer) NOT NULL REFERENCES community (id),
                slug TEXT NOT NULL,
                name TEXT NOT NULL,
                nameFolded TEXT NOT NULL,
                purpose TEXT NOT NULL,
                contact TEXT NOT NULL,
                -- Whether the group is confidential hangs on it, so no other word may stand here.
                kind TEXT NOT NULL CHECK (kind IN ('topic', 'peer-support', 'peer-supervision', 'working')),
                access TEXT NOT NULL CHECK (access IN ('open', 'request', 'invite')),
                \(truth: "isListed"),
                \(truth: "isCommons", default: false), -- where threads without a group go
                language TEXT NOT NULL,
                position \(.integer) NOT NULL,
                createdAt \(.integer) NOT NULL,
                version \(.integer) NOT NULL DEFAULT 1,
                editDays \(.integer) NOT NULL DEFAULT 30 CHECK (editDays BETWEEN 1 AND 365),
                UNIQUE (communityId, slug)
            \(.rows);

            CREATE TABLE groupMembership (
                groupId \(.integer) NOT NULL REFERENCES "group" (id),
                memberId \(.integer) NOT NULL REFERENCES member (id),
                role TEXT NOT NULL CHECK (role IN ('guest', 'member', 'facilitator')),
                standing TEXT NOT NULL CHECK (
                    standing IN ('pending', 'active', 'lapsed', 'silenced', 'suspended', 'former')),
                until \(.integer),
                joinedAt \(.integer) NOT NULL,
                readFrom \(.integer) NOT NULL,
                standingUntil \(.integer) CHECK (standingUntil IS NULL OR standing IN ('silenced', 'suspended')),
                standingAfter TEXT NOT NULL DEFAULT 'active' CHECK (standingAfter IN ('active', 'lapsed', 'former')),
                PRIMARY KEY (groupId, memberId)
            \(.byKey);
            CREATE INDEX groupMembership_by_member ON groupMembership (memberId, groupId);
            CREATE INDEX groupMembership_deciding ON groupMembership (memberId) WHERE role = 'facilitator';
            \(FullText.namesSchema(of: .group))
            """
        )
    ]
}
