import PraxisDomain
import PraxisForum
import PraxisPlaces
import PraxisThreads
import Testing

@Suite("The policy")
struct PolicyTests {
    private let member = MemberID(rawValue: 1)
    private let now = Timestamp(rawValue: 1_000_000)

    private func facts(
        visibility: CommunityVisibility = .members,
        part: Part? = Part(.member),
        kind: GroupKind = .topic,
        access: GroupAccess = .open,
        isListed: Bool = true,
        groupPart: Part? = nil,
        state: ThreadState = .open,
        isPublic: Bool = false,
        isOwn: Bool = false,
        isAuthor: Bool = false,
        hasAgreed: Bool = true,
        visitor: Bool = false
    ) -> Facts {
        Facts(
            viewer: visitor ? .visitor : Viewer(member: member),
            now: now,
            community: CommunityFacts(
                id: CommunityID(rawValue: 1),
                visibility: visibility,
                joining: .request,
                part: part,
                hasAgreed: hasAgreed
            ),
            group: GroupFacts(
                id: GroupID(rawValue: 1),
                kind: kind,
                access: access,
                isListed: isListed,
                part: groupPart
            ),
            thread: ThreadFacts(
                id: ThreadID(rawValue: 1),
                state: state,
                isPublic: isPublic,
                isOwn: isOwn,
                postCount: 3,
                lastPostAt: now,
                version: 1
            ),
            isAuthor: isAuthor
        )
    }

    @Test("lets nobody read a confidential group without having joined it, whatever the role", arguments: Role.allCases)
    func confidentialGroups(role: Role) {
        for kind in [GroupKind.peerSupport, .peerSupervision] {
            for access in GroupAccess.allCases {
                #expect(Policy.refusal(ReadGroup.self, facts(part: Part(role), kind: kind, access: access)) == .missing)
            }
        }
    }

    @Test("lets those who joined read it")
    func joined() {
        #expect(Policy.allows(ReadGroup.self, facts(kind: .peerSupport, access: .invite, groupPart: Part(.member))))
    }

    @Test("takes reading away by standing", arguments: [Standing.pending, .suspended, .former])
    func standingTakesAway(standing: Standing) {
        #expect(Policy.refusal(ReadGroup.self, facts(part: Part(.manager, standing))) == .missing)
        #expect(Policy.refusal(Reply.self, facts(access: .invite, groupPart: Part(.facilitator, standing))) == .missing)
    }

    @Test("lets silenced and lapsed members read, not write")
    func silenced() {
        #expect(Policy.allows(ReadGroup.self, facts(part: Part(.member, .silenced))))
        #expect(Policy.refusal(Reply.self, facts(part: Part(.member, .silenced))) == .silenced)
        #expect(Policy.refusal(Reply.self, facts(part: Part(.member, .lapsed))) == .lapsed)
    }

    @Test("ends a guest's admission on its date")
    func guests() {
        let later = now + .days(1)
        #expect(Policy.allows(ReadGroup.self, facts(part: Part(.guest, until: later))))
        #expect(Policy.refusal(ReadGroup.self, facts(part: Part(.guest, until: now))) == .missing)
        #expect(
            Policy.allows(ReadGroup.self, facts(part: nil, access: .invite, groupPart: Part(.guest, until: later)))
        )
        #expect(
            Policy.refusal(ReadGroup.self, facts(part: nil, access: .invite, groupPart: Part(.guest, until: now)))
                == .missing
        )
    }

    @Test("publishes nothing that was written before a community was opened")
    func openedLater() {
        #expect(Policy.allows(ReadGroup.self, facts(visibility: .public, part: nil, isPublic: true, visitor: true)))
        #expect(
            Policy.refusal(ReadGroup.self, facts(visibility: .public, part: nil, isPublic: false, visitor: true))
                == .missing
        )
        #expect(Policy.allows(ReadGroup.self, facts(visibility: .public, part: Part(.member), isPublic: false)))
    }

    @Test(
        "keeps notices, closing and pinning for the group's facilitators",
        arguments: [StartNotice.self, CloseThread.self, Pin.self] as [any Act.Type]
    )
    func facilitatorsOnly(act: any Act.Type) {
        for role in [Role.member, .moderator, .manager] {
            #expect(Policy.refusal(act, facts(part: Part(role))) == .notAllowed)
        }
        #expect(Policy.refusal(act, facts(groupPart: Part(.facilitator))) == nil)
    }

    @Test("refuses replies in a closed thread, no matter who asks", arguments: [Part(.member), Part(.facilitator)])
    func closed(groupPart: Part) {
        #expect(Policy.refusal(Reply.self, facts(groupPart: groupPart, state: .closed)) == .closed)
    }

    @Test("asks for the agreement before anything is written, and never to take something back")
    func agreement() {
        #expect(Policy.refusal(Reply.self, facts(hasAgreed: false)) == .agreement)
        #expect(Policy.allows(Withdraw.self, facts(isAuthor: true, hasAgreed: false)))
        #expect(Policy.allows(Redact.self, facts(part: Part(.member, .silenced), isAuthor: true)))
    }

    @Test("lets nobody but its author edit a post", arguments: Role.allCases)
    func editing(role: Role) {
        #expect(Policy.refusal(Edit.self, facts(part: Part(role), groupPart: Part(.facilitator))) == .notAllowed)
        #expect(Policy.allows(Edit.self, facts(isAuthor: true)))
    }

    @Test("hides an unlisted group from everybody who has not joined it", arguments: Role.allCases)
    func unlisted(role: Role) {
        #expect(Policy.refusal(SeeGroup.self, facts(part: Part(role), access: .invite, isListed: false)) == .missing)
        #expect(
            Policy.refusal(
                JoinGroup.self,
                facts(part: Part(role), access: .open, isListed: false, groupPart: nil).inConfidence
            ) == .missing
        )
    }

    @Test("asks a visitor to sign in for what members may do")
    func visitors() {
        #expect(
            Policy.refusal(Reply.self, facts(visibility: .public, part: nil, isPublic: true, visitor: true))
                == .signedOut
        )
    }
}

extension Facts {
    /// The same place as a peer-support group.
    fileprivate var inConfidence: Facts {
        guard let group else { return self }
        return Facts(
            viewer: viewer,
            now: now,
            community: community,
            group: GroupFacts(
                id: group.id,
                kind: .peerSupport,
                access: group.access,
                isListed: group.isListed,
                part: group.part
            )
        )
    }
}
