package import PraxisDomain

/// How far a member has read in one thread: `Unread`'s rule for a single thread, in Swift.
package struct ReadingPlace: Equatable, Sendable {
    /// The highest post number that has been read; 0 before the first.
    package let number: Int
    /// The journal number up to which everything counts as read whatever its number.
    package let floor: JournalNumber

    /// What the tables hold about one member and one thread.
    package struct Marks: Sendable {
        package var number = 0
        /// What was published up to here is read whatever its number: where a post was published late behind what had been read.
        package var readTo = JournalNumber(rawValue: 0)
        /// When the place was set back by hand.
        package var markedAt: Timestamp?
        package var caughtUpTo = JournalNumber(rawValue: 0)
        package var caughtUpAt: Timestamp?
        /// The journal number at which the member joined the community, or the group if they have joined it.
        package var joinedFrom = JournalNumber(rawValue: 0)

        package init() {}
    }

    package init(number: Int, floor: JournalNumber) { (self.number, self.floor) = (number, floor) }

    /// A place set back by hand outweighs joining, and being caught up before that.
    package init(_ marks: Marks) {
        number = marks.number
        let isMarked = marks.markedAt.map { $0 >= marks.caughtUpAt ?? .distantPast } ?? false
        floor = max(isMarked ? JournalNumber(rawValue: 0) : max(marks.joinedFrom, marks.caughtUpTo), marks.readTo)
    }

    /// Whether a published post of another member is new to the member.
    package func isUnread(number: Int, journal: JournalNumber) -> Bool { number > self.number && journal > floor }
}
