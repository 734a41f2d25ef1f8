import PraxisCommunity
package import PraxisDomain
import PraxisStore

extension WriteDB {
    /// Has everything up to a journal number count as read by a member.
    package func advanceCaughtUp(_ member: MemberID, to number: JournalNumber) throws {
        try run("UPDATE member SET caughtUpTo = \(SQL.larger("caughtUpTo", "\(number)")) WHERE id = \(member)")
    }
}
