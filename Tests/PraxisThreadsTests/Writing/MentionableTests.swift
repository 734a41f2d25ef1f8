import Foundation
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisTesting
import PraxisThreads
import Testing

@Suite("Names behind an @")
struct MentionableTests {
    private func names(
        _ query: String,
        _ world: ReadingWorld,
        as member: MemberID?,
        at place: String
    ) async throws -> String {
        try await world.page("/names?place=\(place)&q=\(query)", member).text
    }

    @Test("are those of people who read the place, first of whom wrote in the thread, without one's own")
    func offers() async throws {
        let world = try await ReadingWorld(), site = world.site
        let thread = try await world.thread()
        let adams = try await site.member("Bo Adams")
        try await site.join(adams, world.community)
        _ = try await site.member("Bo Elsewhere")
        try await world.reply("Hello.", to: thread, by: world.bob)
        let place = "thread:\(thread)"
        #expect(try await names("bo", world, as: world.ann, at: place) == #"{"names":["Bob Reader","Bo Adams"]}"#)
        #expect(try await names("Read", world, as: world.ann, at: place) == #"{"names":["Bob Reader"]}"#)
        #expect(try await names("bob%20rea", world, as: world.ann, at: place) == #"{"names":["Bob Reader"]}"#)
        #expect(try await names("bo", world, as: world.bob, at: place) == #"{"names":["Bo Adams"]}"#)
        #expect(try await names("b", world, as: world.ann, at: place) == #"{"names":[]}"#)
        #expect(try await names("%22*%20OR%20bo", world, as: world.ann, at: place) == #"{"names":[]}"#)
    }

    @Test("are at most eight, and each once")
    func bounded() async throws {
        let world = try await ReadingWorld(), site = world.site
        for number in 1...12 {
            let member = try await site.member("Ola \(number < 4 ? "Twin" : "Number\(number)")")
            try await site.join(member, world.community)
        }
        let found = try await names("ola", world, as: world.ann, at: "group:nursing/winter")
        #expect(found.components(separatedBy: "Ola ").count - 1 == 8)
        #expect(found.components(separatedBy: "Ola Twin").count - 1 <= 1)
    }

    @Test(
        "of a closed group are those of who joined it, and not for others",
        arguments: [GroupKind.peerSupport, .topic]
    )
    func closed(kind: GroupKind) async throws {
        let world = try await ReadingWorld(kind: kind, access: .request), site = world.site
        let thread = try await world.thread()
        let inside = try await site.member("Zoe Inside"), outside = try await site.member("Zoe Outside")
        for member in [inside, outside] { try await site.join(member, world.community) }
        try await site.join(inside, group: world.group, of: world.community)
        for place in ["thread:\(thread)", "group:nursing/winter"] {
            #expect(try await names("zoe", world, as: world.ann, at: place) == #"{"names":["Zoe Inside"]}"#)
            #expect(try await world.page("/names?place=\(place)&q=zoe", outside).status == 404)
            #expect(try await world.page("/names?place=\(place)&q=zoe", world.stranger).status == 404)
        }
        let group = "community:nursing&group=winter"
        #expect(try await names("zoe", world, as: world.ann, at: group) == #"{"names":["Zoe Inside"]}"#)
        #expect(try await names("zoe", world, as: world.ann, at: "community:nursing") == #"{"names":[]}"#)
    }

    @Test("are, for someone admitted to one thread, only those of who wrote in it")
    func admitted() async throws {
        let world = try await ReadingWorld(kind: .peerSupport, access: .invite), site = world.site
        let thread = try await world.thread(), guest = try await site.member("Gus Guest")
        try await site.admit(guest, to: thread, until: site.now + .days(1))
        let place = "thread:\(thread)"
        #expect(try await names("fay", world, as: guest, at: place) == #"{"names":[]}"#)
        #expect(try await names("fay", world, as: world.ann, at: place) == #"{"names":["Fay Ellis"]}"#)
        #expect(try await names("ann", world, as: guest, at: place) == #"{"names":["Ann Okafor"]}"#)
        try await world.reply("Me too.", to: thread, by: world.fay)
        #expect(try await names("fay", world, as: guest, at: place) == #"{"names":["Fay Ellis"]}"#)
    }

    @Test(
        "of an edit are those of its thread; of what is no place there are none",
        arguments: ["", "thread:99", "x", "post:99"]
    )
    func places(missing: String) async throws {
        let world = try await ReadingWorld()
        let thread = try await world.thread(),
            first: PostID = try await world.site.value(
                "SELECT id FROM post WHERE threadId = \(thread)"
            )
        #expect(try await names("bob", world, as: world.ann, at: "post:\(first)") == #"{"names":["Bob Reader"]}"#)
        #expect(try await world.page("/names?place=\(missing)&q=bob", world.ann).status == 404)
        #expect(try await world.page("/names", world.ann).status == 404)
        #expect(try await world.page("/names?place=thread:\(thread)&q=bob", nil).status == 303)
    }

    @Test("can be asked for 60 times a minute")
    func limited() async throws {
        let world = try await WritingWorld(limits: true)
        let browser = try await world.site.browser(world.ann)
        let path = "/names?place=thread:\(world.thread)&q=bob"
        var refused = 0
        for count in 1...61 {
            // The site's own limit for requests is another one.
            if count % 20 == 0 { world.site.pass(.seconds(11)) }
            if try await browser.get(path).status == 429 { refused += 1 }
        }
        #expect(refused == 1)
    }

    @Test("are offered in the composer of every place")
    func composers() async throws {
        let world = try await ReadingWorld(), thread = try await world.thread()
        for path in ["/t/\(thread)", "/c/nursing/new-thread"] {
            let page = try await world.page(path, world.ann)
            #expect(page.has("data-names=\"/names\" data-names-label=\"People you can mention\""))
        }
    }
}
