import PraxisCapability
import PraxisDomain
import PraxisForum
import PraxisPlaces
import PraxisStyle
import Testing

@Suite("A permit")
struct PermitTests {
    /// Every act of the table that a command records: all but those that only look.
    private static let acts: [any Act.Type] = {
        let looks: [any Act.Type] = [
            SeeCommunity.self, ReadCommunity.self, SeeMembers.self, SeeGroup.self, ReadGroup.self, ReadAudit.self,
            ReadSiteAudit.self, SeeStyleguide.self, SeeFacilitators.self,
        ]
        return Forum.capabilities.acts.filter { act in !looks.contains { $0 == act } }
    }()

    @Test("is of an audited act exactly where the table asks for a right beyond a member's")
    func kinds() {
        let rights: Capacities = [.facilitator, .moderator, .manager, .siteAdministrator, .safeguarding]
        #expect(Self.acts.count >= 29)
        for act in Self.acts {
            let capacities = act.allowed
            let isPrivileged = !capacities.isDisjoint(with: rights), isShared = !capacities.isSubset(of: rights)
            #expect((act is any AuditedAct.Type) == isPrivileged, "\(act)")
            #expect((act is any PlainAct.Type) == !isPrivileged, "\(act)")
            #expect((act is any SharedAct.Type) == (isPrivileged && isShared), "\(act)")
        }
    }

    @Test("for one's own account is no visitor's")
    func ownAccount() {
        #expect(throws: Denial.signedOut) { _ = try Policy.permitForOwnAccount(.visitor).place }
    }
}
