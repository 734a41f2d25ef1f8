import PraxisStore

extension Migration {
    static let holidays = Migration(
        1801,
        "holidays",
        """
        CREATE TABLE holidayList ( -- holidays that series can follow
            id \(.key),
            communityId \(.integer) REFERENCES community (id), -- whose series can; NULL for those of every community
            name TEXT NOT NULL,
            version \(.integer) NOT NULL,
            createdAt \(.integer) NOT NULL,
            changedAt \(.integer) NOT NULL
        \(.rows);
        CREATE INDEX holidayList_by_community ON holidayList (communityId);
        CREATE TABLE holiday ( -- a day of a list, or several that follow each other
            listId \(.integer) NOT NULL REFERENCES holidayList (id),
            firstDay TEXT NOT NULL, -- as 2026-12-21, so that it can be compared with the wall time of a date
            lastDay TEXT NOT NULL,
            name TEXT NOT NULL,
            PRIMARY KEY (listId, firstDay, lastDay)
        \(.byKey);
        CREATE TABLE seriesHolidays ( -- which lists a series follows
            seriesId \(.integer) NOT NULL REFERENCES series (id),
            listId \(.integer) NOT NULL REFERENCES holidayList (id),
            PRIMARY KEY (seriesId, listId)
        \(.byKey);
        CREATE INDEX seriesHolidays_by_list ON seriesHolidays (listId);
        CREATE TABLE holidayKept ( -- a date that takes place although it falls on a holiday, as its hosts have decided
            threadId \(.integer) NOT NULL REFERENCES gathering (threadId),
            listId \(.integer) NOT NULL,
            firstDay TEXT NOT NULL,
            lastDay TEXT NOT NULL,
            PRIMARY KEY (threadId, listId, firstDay, lastDay),
            FOREIGN KEY (listId, firstDay, lastDay) REFERENCES holiday (listId, firstDay, lastDay)
        \(.byKey);
        CREATE INDEX holidayKept_by_holiday ON holidayKept (listId, firstDay, lastDay);
        """
    )
}
