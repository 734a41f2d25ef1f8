import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import PraxisTriage
import PraxisVerify
import Testing

@Suite("The audit chain")
struct AuditChainTests {
    @Test("is whole when it is empty, and after every line")
    func whole() async throws {
        let site = try TestSite()
        #expect(try await site.auditFault() == nil)
        for count in 1...3 {
            try await site.audit(1)
            #expect(try await site.auditFault() == nil)
            #expect(try await site.env.store.read(AuditChain.head).count == Int64(count))
        }
    }

    @Test(
        "holds acts of one command, and of commands that share a commit, in their order; an undone one leaves no trace"
    )
    func grouped() async throws {
        let site = try TestSite()
        let actor = site.env.site
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<40 {
                group.addTask {
                    _ = try? await actor.command { db in
                        try db.audit(.noted, by: nil, subject: QueueItemID(rawValue: Int64(number)).subject)
                        try db.audit(
                            .claimed,
                            by: nil,
                            subject: QueueItemID(rawValue: Int64(number)).subject,
                            detail: "approve"
                        )
                        if number.isMultiple(of: 4) { throw Denial.notAllowed }
                    }
                }
            }
        }
        let lines = try await site.audited()
        #expect(lines.count == 60)
        for pair in stride(from: 0, to: 60, by: 2) {
            #expect(lines[pair].subject == lines[pair + 1].subject && lines[pair + 1].act == .claimed)
        }
        #expect(try await site.auditFault() == nil)
    }

    @Test(
        "refuses to be changed or cut",
        arguments: [
            "UPDATE audit SET detail = 'x' WHERE id = 2", "DELETE FROM audit WHERE id = 5",
            "UPDATE auditHead SET count = 4", "UPDATE auditHead SET hash = x'00'", "DELETE FROM auditHead",
        ] as [SQL<Void>]
    )
    func appendOnly(change: SQL<Void>) async throws {
        let site = try TestSite()
        try await site.audit(5)
        await #expect(throws: StoreError.self) { try await site.env.site.command { db in _ = try db.run(change) } }
        #expect(try await site.auditFault() == nil)
    }

    /// Each change behind the log's back, and the first line that shows it.
    private static let damages: [(change: SQL<Void>, fault: AuditChain.Fault)] = [
        ("UPDATE audit SET detail = 'x' WHERE id = 3", .line(3)),
        ("UPDATE audit SET act = 'claimed' WHERE id = 1", .line(1)),
        ("UPDATE audit SET at = at + 1 WHERE id = 5", .line(5)),
        ("UPDATE audit SET actorId = 1 WHERE id = 2", .line(2)),
        ("UPDATE audit SET subjectId = NULL WHERE id = 1", .line(1)),
        ("UPDATE audit SET groupId = subjectId, subjectId = NULL WHERE id = 4", .line(4)),
        ("UPDATE audit SET subjectKind = 'member' WHERE id = 2", .line(2)),
        ("UPDATE audit SET hash = x'00' WHERE id = 2", .line(2)),
        ("DELETE FROM audit WHERE id = 3", .number(expected: 3, found: 4)),
        ("DELETE FROM audit WHERE id = 1", .number(expected: 1, found: 2)),
        ("DELETE FROM audit WHERE id >= 4", .length(expected: 5, found: 3)),
        ("DELETE FROM audit", .length(expected: 5, found: 0)),
        ("UPDATE audit SET id = 9 WHERE id = 5", .number(expected: 5, found: 9)),
        ("UPDATE auditHead SET hash = x'00'", .head),
        ("UPDATE auditHead SET count = 2", .length(expected: 2, found: 5)),
    ]

    @Test("names the first line that was touched behind its back", arguments: damages)
    func tampered(change: SQL<Void>, fault: AuditChain.Fault) async throws {
        let site = try await tampered(by: change)
        #expect(try await site.auditFault() == fault)
        var found: Set<VerifyFinding> = []
        _ = try await Verify.content(site.env) { found.insert($0) }
        #expect(found.count == 2 && found.contains(.schema))
        #expect(found.contains { $0.sentence.hasPrefix("audit log: ") })
    }

    @Test(
        "goes on after its head or its tail was cut, and still shows where",
        arguments: [
            "UPDATE auditHead SET count = 2, hash = (SELECT hash FROM audit WHERE id = 2)",
            "DELETE FROM audit WHERE id >= 4",
        ] as [SQL<Void>]
    )
    func goesOn(change: SQL<Void>) async throws {
        let site = try await tampered(by: change)
        try await site.audit(2)
        #expect(try await site.auditFault() != nil)
    }

    private func tampered(by change: SQL<Void>) async throws -> TestSite {
        let site = try TestSite()
        try await site.audit(5)
        try await site.env.site.command { db in
            for trigger in [
                "DROP TRIGGER audit_is_never_changed", "DROP TRIGGER audit_is_never_cut",
                "DROP TRIGGER auditHead_only_grows",
            ] as [SQL<Void>] { try db.run(trigger) }
            try db.run(change)
        }
        return site
    }
}
