import PraxisDomain
import PraxisTesting
import Testing

@Suite("The kernel")
struct KernelTests {
    @Test("stores a thread with its replies, and refuses one to whom the group is closed")
    func storesReplies() async throws {
        let site = try TestSite()
        let ann = try await site.member("Ann Okafor")
        let bob = try await site.member("Bob Stranger")
        let community = try await site.community("nursing")
        try await site.join(ann, community)
        let commons = try await site.commons(of: community)
        let thread = try await site.thread("How do you record this?", in: commons, of: community, by: ann)
        _ = try await site.reply("Like so.", to: thread, of: community, by: ann)
        await #expect(throws: Denial.missing) { try await site.reply("Me too.", to: thread, of: community, by: bob) }
    }
}
