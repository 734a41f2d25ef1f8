import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisPlaces
import PraxisStore
import PraxisTesting
import PraxisVerify
import Testing

@Suite("Verifying")
struct VerifyTests {
    private func findings(_ site: TestSite) async throws -> Set<VerifyFinding> {
        var findings: Set<VerifyFinding> = []
        _ = try await Verify.content(site.env) { findings.insert($0) }
        return findings
    }

    private func damaged(by sql: SQL<Void>) async throws -> TestSite {
        let site = try TestSite()
        try await Corpus().take(into: site)
        _ = try await site.env.site.command { db in try db.run(sql) }
        return site
    }

    private static func of(_ fault: String) -> VerifyFinding { .init("post 2 in thread 1", fault) }

    private static func indexed(_ count: Int, published: Int) -> VerifyFinding {
        .init("search index", "it holds \(count) posts, and \(published) are published")
    }

    @Test(
        "names the object that was changed behind its back",
        arguments: [
            ("UPDATE post SET body = 'Mike so.' WHERE id = 2", of("its text does not match its hash")),
            ("UPDATE post SET createdAt = createdAt + 1 WHERE id = 2", of("its text does not match its hash")),
            ("UPDATE post SET authorId = 2 WHERE id = 2", of("its text does not match its hash")),
            ("UPDATE post SET role = 'notes' WHERE id = 2", of("its text does not match its hash")),
            ("UPDATE post SET html = x'00' WHERE id = 2", of("what is shown is not what its text renders to")),
            ("UPDATE post SET plain = 'Like sp.' WHERE id = 2", of("what is shown is not what its text renders to")),
            ("UPDATE post SET journal = 1 WHERE id = 2", of("the journal has no entry for it")),
            ("UPDATE thread SET postCount = 2 WHERE id = 1", .init("thread 1", "its count is not that of its posts")),
            (
                "UPDATE member SET name = 'Ben' WHERE id = 2",
                .init("member 2", "the name does not match its folded form")
            ),
            ("UPDATE post SET state = 'hidden' WHERE id = 2", indexed(3, published: 2)),
            ("DELETE FROM searchRow WHERE postId = 2", indexed(2, published: 3)),
            ("UPDATE searchRow SET threadId = 2 WHERE postId = 2", indexed(2, published: 3)),
            ("UPDATE searchRow SET sizes = x'0001' WHERE postId = 2", indexed(2, published: 3)),
        ] as [(SQL<Void>, VerifyFinding)]
    )
    func namesWhatChanged(change: SQL<Void>, finding: VerifyFinding) async throws {
        let site = try await damaged(by: change)
        #expect(try await findings(site) == [finding])
    }

    @Test("names an agreement that was changed behind its back")
    func namesAgreements() async throws {
        let site = try TestSite()
        try await Corpus().take(into: site)
        let nursing = CommunityID(rawValue: 1)
        try await site.env.site.command { db in
            try db.addAgreement("Be kind.", to: nursing, by: Permit.system().mandate)
            try db.run("UPDATE agreement SET body = 'Be kinds.'")
        }
        #expect(
            try await findings(site) == [
                .init("agreement 1 of community 1", "what is shown is not what its text renders to")
            ]
        )
    }

    @Test("compares the words of the search index, held and hidden posts aside")
    func comparesTheIndex() async throws {
        let site = try TestSite()
        try await Corpus().take(into: site)
        try await site.env.site.command { db in
            try db.removeFromSearch(PostID(rawValue: 3))
            try db.run("UPDATE post SET state = 'hidden' WHERE id = 3")
        }
        #expect(try await Verify.searchIndex(ofCopy: site.env) == nil)
        let damaged = try await damaged(by: "UPDATE thread SET title = 'Another question' WHERE id = 1")
        #expect(
            try await Verify.searchIndex(ofCopy: damaged.env)
                == .init("search index", "its words are not those of the posts")
        )
    }
}
