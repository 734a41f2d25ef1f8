import PraxisDomain
import Testing

@Suite("A permit")
struct PermitTests {
    /// Every act of the table that a command records.
    private static let acts: [any Act.Type] = [
        StartThread.self, StartNotice.self, Reply.self,
        MarkAnswered.self, Edit.self, Withdraw.self,
        Redact.self, Retitle.self, CloseThread.self,
        Pin.self, JoinCommunity.self, LeaveCommunity.self,
        JoinGroup.self, LeaveGroup.self,
        DecideRequest.self, Invite.self, SetGroupRole.self,
        SetCommunityRole.self, AddGroup.self,
        ChangeGroup.self, ChangeCommunity.self,
        AddCommunity.self, DecideAccount.self,
        LookAfterMail.self, Silence.self, Suspend.self,
        Reinstate.self, Report.self, Triage.self,
    ]

    @Test("is of an audited act exactly where the table asks for a right beyond a member's")
    func kinds() {
        let rights: Capacities = [.facilitator, .moderator, .manager, .siteAdministrator, .safeguarding]
        for act in Self.acts {
            let capacities = Policy.capacities(for: act.action)
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
