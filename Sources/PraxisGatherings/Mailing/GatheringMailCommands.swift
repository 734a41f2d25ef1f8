import PraxisCommunity
import PraxisDigest
import PraxisDomain
import PraxisStore

extension Site {
    /// Sets what a member gets about the dates that they come to.
    func setGatheringMail(_ choice: GatheringMailChoice, as viewer: Viewer) async throws {
        try await command { db in
            let permit = try Policy.permitForOwnAccount(viewer), member = try permit.author()
            try db.set(GatheringMailSetting.confirmation, choice.confirms, of: member)
            try db.set(GatheringMailSetting.messages, choice.getsMessages, of: member)
            for lead in ReminderLead.allCases {
                try db.set(GatheringMailSetting.reminder(lead), choice.leads.contains(lead), of: member)
            }
            try db.record(.mailChanged, by: permit)
        }
    }
}
