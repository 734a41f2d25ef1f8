import PraxisStore

extension Migration {
    static let gatherings = [
        Migration(
            1800,
            "gatherings",
            """
            CREATE TABLE series ( -- what dates have in common that follow from a rhythm
                id \(.key),
                communityId \(.integer) NOT NULL REFERENCES community (id),
                groupId \(.integer) NOT NULL REFERENCES "group" (id),
                authorId \(.integer) NOT NULL REFERENCES member (id), -- who planned it, and in whose name its later dates begin
                name TEXT NOT NULL, -- the title of its dates
                nameFolded TEXT NOT NULL,
                purpose TEXT NOT NULL, -- empty for none
                zone TEXT NOT NULL,
                minutes \(.integer) NOT NULL,
                mode TEXT NOT NULL,
                place TEXT NOT NULL, -- empty for none
                joinLink TEXT NOT NULL, -- likewise
                capacity \(.integer), -- of each date; NULL for room for everybody
                \(truth: "isPublic"), -- planned while its group was open to everybody
                recording TEXT NOT NULL, -- whether its dates are recorded
                credit TEXT NOT NULL, -- what they count for; empty for nothing
                state TEXT NOT NULL, -- no further dates are made unless it is planned
                dueAt \(.integer), -- the moment at which the next date is to be made; NULL if no further one follows
                version \(.integer) NOT NULL,
                createdAt \(.integer) NOT NULL,
                changedAt \(.integer) NOT NULL
            \(.rows);
            CREATE INDEX series_by_community ON series (communityId, groupId);
            CREATE INDEX series_due ON series (dueAt) WHERE dueAt IS NOT NULL;
            CREATE TABLE seriesRhythm ( -- when a series meets, from a date on until the next row
                seriesId \(.integer) NOT NULL REFERENCES series (id),
                fromStart TEXT NOT NULL, -- holds for the dates that began on this wall time or later
                localStart TEXT NOT NULL, -- the first date that its rule gives, as a wall time
                rule TEXT NOT NULL, -- RFC 5545, 3.3.10
                PRIMARY KEY (seriesId, fromStart)
            \(.byKey);
            CREATE TABLE gathering ( -- the facet of a thread: a date
                threadId \(.integer) PRIMARY KEY NOT NULL REFERENCES thread (id),
                localStart TEXT NOT NULL, -- what the clock on the host's wall shows, as 2026-12-15T12:00,
                zone TEXT NOT NULL, -- in this time zone, and
                startAt \(.integer) NOT NULL, -- the moment that it is
                endAt \(.integer) NOT NULL,
                minutes \(.integer) NOT NULL,
                mode TEXT NOT NULL,
                place TEXT NOT NULL, -- empty for none
                joinLink TEXT NOT NULL, -- likewise
                capacity \(.integer), -- how many have a seat; NULL for room for everybody
                state TEXT NOT NULL,
                version \(.integer) NOT NULL, -- rises with each change, of the thread's title too: the sequence number of its calendar file
                changedAt \(.integer) NOT NULL,
                seriesId \(.integer) REFERENCES series (id),
                occurrence TEXT, -- the wall time that the rhythm of its series gave it; NULL if it gives it none, or none any more
                own TEXT NOT NULL, -- what it has of its own, and not of its series, as words between spaces
                remindAt \(.integer), -- when those who come are reminded next; NULL after the last time
                rescheduledAt \(.integer) NOT NULL, -- when it was planned, or its time or state was changed last
                movedFrom \(.integer) -- when it was to begin before its time was changed last; NULL if that never was, or its state has changed since
            \(.rows);
            CREATE INDEX gathering_by_start ON gathering (startAt, threadId);
            CREATE INDEX gathering_by_change ON gathering (rescheduledAt);
            CREATE INDEX gathering_to_remind ON gathering (remindAt) WHERE remindAt IS NOT NULL;
            CREATE INDEX gathering_by_series ON gathering (seriesId, startAt, threadId) WHERE seriesId IS NOT NULL;
            CREATE UNIQUE INDEX gathering_by_occurrence ON gathering (seriesId, occurrence) WHERE seriesId IS NOT NULL;
            CREATE TABLE gatheringAnswer ( -- whether a member comes to a date
                threadId \(.integer) NOT NULL REFERENCES gathering (threadId),
                memberId \(.integer) NOT NULL REFERENCES member (id),
                answer TEXT NOT NULL, -- yes, maybe or no
                turn \(.integer) NOT NULL, -- rises with each answer to the date: those who said yes have seats in this order
                needs TEXT NOT NULL, -- what they need to take part, for the host alone; emptied 30 days after the end
                answeredAt \(.integer) NOT NULL,
                \(truth: "isOfSeries"), -- said of all dates of its series, and not of this one
                PRIMARY KEY (threadId, memberId)
            \(.rows);
            CREATE INDEX gatheringAnswer_by_turn ON gatheringAnswer (threadId, turn);
            CREATE INDEX gatheringAnswer_by_member ON gatheringAnswer (memberId);
            CREATE INDEX gatheringAnswer_with_needs ON gatheringAnswer (threadId) WHERE needs <> '';
            CREATE TABLE seriesAnswer ( -- whether a member comes to all dates of a series, also to those that are made later
                seriesId \(.integer) NOT NULL REFERENCES series (id),
                memberId \(.integer) NOT NULL REFERENCES member (id),
                answer TEXT NOT NULL, -- yes, maybe or no
                turn \(.integer) NOT NULL, -- rises with each answer: new dates take them over in this order
                answeredAt \(.integer) NOT NULL,
                PRIMARY KEY (seriesId, memberId)
            \(.rows);
            CREATE INDEX seriesAnswer_by_turn ON seriesAnswer (seriesId, turn);
            CREATE INDEX seriesAnswer_by_member ON seriesAnswer (memberId);
            CREATE TABLE gatheringSitting ( -- what a host changes about dates without a long pause, told in one mail
                id \(.key),
                communityId \(.integer) NOT NULL REFERENCES community (id),
                hostId \(.integer) NOT NULL REFERENCES member (id),
                beganAt \(.integer) NOT NULL,
                nearestAt \(.integer) NOT NULL, -- the first beginning of a date of it, as it was or as it is
                leavesAt \(.integer) NOT NULL, -- when those who come are told: later with each change
                state TEXT NOT NULL, -- open, leaving or told
                toldTo \(.integer) NOT NULL -- the last member whose mail is queued; they are told in the order of their ids
            \(.rows);
            CREATE INDEX gatheringSitting_waiting ON gatheringSitting (leavesAt) WHERE state <> 'told';
            CREATE INDEX gatheringSitting_told ON gatheringSitting (leavesAt) WHERE state = 'told';
            CREATE TABLE gatheringChange ( -- a date as it was before the first change of a sitting
                sittingId \(.integer) NOT NULL REFERENCES gatheringSitting (id),
                threadId \(.integer) NOT NULL REFERENCES gathering (threadId),
                title TEXT NOT NULL,
                startAt \(.integer) NOT NULL,
                endAt \(.integer) NOT NULL,
                zone TEXT NOT NULL,
                mode TEXT NOT NULL,
                place TEXT NOT NULL,
                joinLink TEXT NOT NULL,
                state TEXT NOT NULL,
                PRIMARY KEY (sittingId, threadId)
            \(.byKey);
            CREATE INDEX gatheringChange_by_thread ON gatheringChange (threadId);
            CREATE TABLE agendaItem ( -- an item of the agenda of a date
                id \(.key),
                threadId \(.integer) NOT NULL REFERENCES gathering (threadId),
                position \(.integer) NOT NULL, -- its place in the order, counted from 1
                title TEXT NOT NULL,
                minutes \(.integer), -- how long it takes; NULL if nobody has said
                lead TEXT NOT NULL, -- who leads it, as it was typed; empty for nobody
                aboutId \(.integer) REFERENCES thread (id), -- the discussion that is on the table
                outcome TEXT NOT NULL, -- what came of it; empty until then, and if it was told in the discussion
                outcomePostId \(.integer) REFERENCES post (id), -- the post that told it there
                authorId \(.integer) NOT NULL REFERENCES member (id),
                createdAt \(.integer) NOT NULL,
                version \(.integer) NOT NULL
            \(.rows);
            CREATE INDEX agendaItem_by_position ON agendaItem (threadId, position);
            CREATE TABLE calendarAddress ( -- what makes the secret address of a calendar another one; no row: it is as it was at first
                memberId \(.integer) NOT NULL REFERENCES member (id),
                scopeKind TEXT NOT NULL, -- 'group', or 'member' for all their places
                scopeId \(.integer) NOT NULL,
                salt TEXT NOT NULL, -- of no use without the key of the site
                PRIMARY KEY (memberId, scopeKind, scopeId)
            \(.byKey);
            CREATE TABLE followUp ( -- what is to be done after a date
                id \(.key),
                threadId \(.integer) NOT NULL REFERENCES gathering (threadId),
                groupId \(.integer) NOT NULL REFERENCES "group" (id), -- of the thread: later dates of it show what is open
                kind TEXT NOT NULL,
                title TEXT NOT NULL,
                ownerId \(.integer) REFERENCES member (id), -- who does it; NULL if nobody has taken it
                \(truth: "isLeft"), -- its owner has left the group
                due \(.integer), -- the day by which it is to be done, in days since 1970-01-01
                state TEXT NOT NULL, -- open, done or dropped
                authorId \(.integer) NOT NULL REFERENCES member (id),
                createdAt \(.integer) NOT NULL,
                endedAt \(.integer), -- when it was done or dropped; NULL while it is open
                version \(.integer) NOT NULL
            \(.rows);
            CREATE TABLE questionVote ( -- that a member wants to hear the answer to a question of somebody else
                postId \(.integer) NOT NULL REFERENCES post (id),
                memberId \(.integer) NOT NULL REFERENCES member (id),
                at \(.integer) NOT NULL,
                PRIMARY KEY (postId, memberId)
            \(.byKey);
            CREATE INDEX questionVote_by_member ON questionVote (memberId);
            CREATE TABLE recording ( -- what the host of a date says of its recording
                threadId \(.integer) PRIMARY KEY NOT NULL REFERENCES gathering (threadId),
                access TEXT NOT NULL, -- how people who cannot hear it get what was said; unrecorded if it was not recorded
                link TEXT NOT NULL, -- empty if it was not recorded
                transcript TEXT NOT NULL, -- its address; empty for none
                text TEXT NOT NULL, -- the transcript itself, or why it or the recording is not there; empty for nothing
                authorId \(.integer) NOT NULL REFERENCES member (id), -- who said so last
                saidAt \(.integer) NOT NULL,
                version \(.integer) NOT NULL -- rises with each change
            \(.rows);
            CREATE TABLE attendance ( -- whether a member was at a date
                threadId \(.integer) NOT NULL REFERENCES gathering (threadId),
                memberId \(.integer) NOT NULL REFERENCES member (id),
                \(truth: "isPresent"), -- not if it was taken back, or a host said that they were not there
                minutes \(.integer) NOT NULL, -- how long; of those who were not there, as it was said last
                way TEXT NOT NULL, -- how it is known
                authorId \(.integer) NOT NULL REFERENCES member (id), -- who said it
                saidAt \(.integer) NOT NULL,
                version \(.integer) NOT NULL, -- rises with each change
                PRIMARY KEY (threadId, memberId)
            \(.rows);
            CREATE INDEX attendance_by_member ON attendance (memberId);
            CREATE TABLE certificate ( -- that a member who was at a date has made a certificate of it
                threadId \(.integer) NOT NULL REFERENCES gathering (threadId),
                memberId \(.integer) NOT NULL REFERENCES member (id),
                code TEXT NOT NULL, -- of its address: 128 bits by chance
                PRIMARY KEY (threadId, memberId)
            \(.rows);
            CREATE UNIQUE INDEX certificate_by_code ON certificate (code);
            CREATE INDEX certificate_by_member ON certificate (memberId);
            CREATE TABLE certificateVersion ( -- what a certificate says, as it was when that was written
                threadId \(.integer) NOT NULL,
                memberId \(.integer) NOT NULL,
                version \(.integer) NOT NULL, -- counted from 1; a correction is the next one
                name TEXT NOT NULL, -- of the member
                title TEXT NOT NULL, -- of the date
                issuer TEXT NOT NULL, -- the name of its community
                credit TEXT NOT NULL, -- what it counts for; empty for nothing
                startAt \(.integer) NOT NULL,
                endAt \(.integer) NOT NULL,
                zone TEXT NOT NULL,
                minutes \(.integer) NOT NULL, -- 0 if it was taken back that they were there
                way TEXT NOT NULL, -- how it was known
                issuedAt \(.integer) NOT NULL,
                PRIMARY KEY (threadId, memberId, version),
                FOREIGN KEY (threadId, memberId) REFERENCES certificate (threadId, memberId)
            \(.rows);
            CREATE TABLE learningEntry ( -- what a member notes of their own learning, which nobody else reads
                id \(.key),
                memberId \(.integer) NOT NULL REFERENCES member (id),
                day \(.integer) NOT NULL, -- in days since 1970-01-01
                minutes \(.integer) NOT NULL,
                category TEXT NOT NULL,
                title TEXT NOT NULL,
                reflection TEXT NOT NULL, -- empty for none
                createdAt \(.integer) NOT NULL,
                removedAt \(.integer) -- until then it can be brought back for some minutes; NULL if it is there
            \(.rows);
            CREATE INDEX learningEntry_by_member ON learningEntry (memberId, day);
            CREATE INDEX learningEntry_removed ON learningEntry (removedAt) WHERE removedAt IS NOT NULL;
            CREATE INDEX followUp_by_thread ON followUp (threadId);
            CREATE INDEX followUp_open ON followUp (groupId) WHERE state = 'open';
            CREATE INDEX followUp_by_owner ON followUp (ownerId) WHERE ownerId IS NOT NULL;
            """
        )
    ]
    static let groupResources = Migration(
        1802,
        "resources that came of the dates of a group",
        "CREATE INDEX followUp_resource ON followUp (groupId) WHERE kind = 'resource' AND state <> 'dropped';"
    )
}
