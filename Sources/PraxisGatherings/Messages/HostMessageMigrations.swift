import PraxisStore

extension Migration {
    static let hostMessages = Migration(
        1803,
        "messages of hosts",
        """
        CREATE TABLE hostMessage ( -- what a host writes to people by what they answered to a date
            id \(.key),
            threadId \(.integer) NOT NULL REFERENCES gathering (threadId),
            authorId \(.integer) NOT NULL REFERENCES member (id),
            audience TEXT NOT NULL, -- seated, waiting and maybe, between spaces
            body TEXT NOT NULL,
            state TEXT NOT NULL, -- waiting, leaving, sent, undone or removed
            sentAt \(.integer) NOT NULL, -- when its host sent it; it leaves two minutes later
            toldTo \(.integer) NOT NULL -- the last member whose mail is queued; they are told in the order of their ids
        \(.rows);
        CREATE INDEX hostMessage_by_thread ON hostMessage (threadId, id);
        CREATE INDEX hostMessage_by_author ON hostMessage (authorId, sentAt);
        CREATE INDEX hostMessage_waiting ON hostMessage (sentAt) WHERE state IN ('waiting', 'leaving');
        CREATE INDEX hostMessage_gone ON hostMessage (sentAt) WHERE state IN ('undone', 'removed');
        """
    )
}
