import PraxisDigest
import PraxisDomain
import PraxisStore
import PraxisWeb

/// What a member gets about the dates that they come to.
struct GatheringMailChoice: Sendable {
    let confirms: Bool
    let getsMessages: Bool
    let leads: Set<ReminderLead>

    static let nothing = GatheringMailChoice(confirms: false, getsMessages: false, leads: [])

    private init(confirms: Bool, getsMessages: Bool, leads: Set<ReminderLead>) {
        (self.confirms, self.getsMessages) = (confirms, getsMessages)
        self.leads = leads
    }

    init(of member: MemberID, _ db: DB) throws {
        confirms = try GatheringMailSetting.confirmation.value(of: member, db)
        getsMessages = try GatheringMailSetting.messages.value(of: member, db)
        leads = Set(try ReminderLead.allCases.filter { try GatheringMailSetting.reminder($0).value(of: member, db) })
    }

    /// As the form sends it: what is ticked.
    init(_ form: Fields) {
        confirms = form["confirmation"] == "on"
        getsMessages = form["messages"] == "on"
        leads = Set(ReminderLead.allCases.filter { form[$0.rawValue] == "on" })
    }
}
