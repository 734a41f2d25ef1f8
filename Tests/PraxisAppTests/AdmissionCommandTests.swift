import PraxisApp
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import Testing

@Suite("praxis admission set")
struct AdmissionCommandTests {
    private let site: TestSite
    private let thread: ThreadID

    init() async throws {
        site = try TestSite()
        let nursing = try await site.community("nursing"), ann = try await site.member("Ann")
        let circle = try await site.group("circle", in: nursing, access: .invite)
        try await site.join(ann, nursing)
        try await site.join(ann, group: circle, of: nursing)
        thread = try await site.thread("A matter", in: circle, of: nursing, by: ann)
    }

    private func set(_ name: String, _ thread: Int64, _ until: Timestamp?) async -> (code: Int32, said: Said) {
        let said = Said()
        let work = AdminCommand.setAdmission(email: "\(name)@example.org", thread: thread, until: until)
        let code = await work.run(in: CommandContext(site.env, Configuration()), Output(out: said.out, err: said.err))
        return (code, said)
    }

    @Test("opens one thread to one member until a moment, ends it, and writes both to the audit log")
    func opensAndEnds() async throws {
        let gus = try await site.member("Gus"), browser = try await site.browser(gus), path = "/t/\(thread)"
        #expect(try await browser.get(path).status == 404)
        let done = await set("gus", thread.rawValue, site.now + .days(1))
        #expect(done.code == 0 && done.said.out == [gus.description])
        #expect(try await browser.get(path).status == 200)
        #expect(await set("gus", thread.rawValue, nil).code == 0)
        #expect(try await browser.get(path).status == 404)
        let acts = try await site.env.store.read {
            try $0.all("SELECT act FROM audit ORDER BY id DESC LIMIT 2" as SQL<String>)
        }
        #expect(acts == ["admission-ended", "thread-admitted"])
    }

    @Test("says what is wrong: no such member, no such thread, a time that has passed, nothing to end")
    func refuses() async throws {
        _ = try await site.member("Gus")
        let later = site.now + .days(1)
        #expect(
            await set("eve", thread.rawValue, later).said.err == [
                "There is no member with the address eve@example.org."
            ]
        )
        #expect(await set("gus", 999, later).said.err == ["There is no thread 999."])
        let passed = await set("gus", thread.rawValue, site.now)
        #expect(passed.code == 1)
        #expect(passed.said.err == ["--until must be a time to come. Nothing was changed."])
        let none = await set("gus", thread.rawValue, nil)
        #expect(none.said.err == ["gus@example.org has no admission to thread \(thread)."])
    }
}
