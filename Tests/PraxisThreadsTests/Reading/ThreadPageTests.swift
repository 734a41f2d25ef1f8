import Foundation
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import PraxisThreads
import Testing

@Suite("A page of a thread")
struct ThreadPageTests {
    enum Reader: CaseIterable, Sendable { case visitor, stranger, member, groupMember }

    @Test(
        "is shown to those who may read it, and to nobody else",
        arguments: [
            (
                CommunityVisibility.public, GroupKind.topic, GroupAccess.open,
                [Reader.visitor, .stranger, .member, .groupMember]
            ),
            (.members, .topic, .open, [.member, .groupMember]),
            (.hidden, .topic, .open, [.member, .groupMember]),
            (.public, .topic, .request, [.groupMember]),
            (.public, .peerSupport, .open, [.groupMember]),
            (.members, .peerSupervision, .invite, [.groupMember]),
        ]
    )
    func access(
        visibility: CommunityVisibility,
        kind: GroupKind,
        access: GroupAccess,
        readers: [Reader]
    ) async throws {
        let world = try await ReadingWorld(visibility: visibility, kind: kind, access: access)
        let thread = try await world.thread()
        for reader in Reader.allCases {
            let who: MemberID? =
                switch reader {
                case .visitor: nil
                case .stranger: world.stranger
                case .member: world.bob
                case .groupMember: world.ann
                }
            let browser = try await world.browser(who)
            for _ in 1...2 {
                let answer = try await browser.get("/t/\(thread)")
                #expect(answer.status == (readers.contains(reader) ? 200 : 404), "\(reader)")
                #expect(answer.has("How do you record this?") == readers.contains(reader), "\(reader)")
            }
        }
    }

    @Test("that may not be read answers byte for byte as one that is not there")
    func hiddenIsMissing() async throws {
        let world = try await ReadingWorld()
        let thread = try await world.thread()
        _ = try await world.page("/t/\(thread)", world.ann)
        for who in [nil, world.stranger] {
            let browser = try await world.browser(who)
            let hidden = try await browser.get("/t/\(thread)")
            let missing = try await browser.get("/t/9")
            #expect(hidden.status == 404)
            #expect(hidden.text.replacingOccurrences(of: "/t/\(thread)", with: "/t/9") == missing.text)
        }
    }

    @Test("holds 25 posts by their numbers")
    func numbering() async throws {
        let world = try await ReadingWorld(visibility: .public)
        let thread = try await world.thread()
        for number in 2...27 { try await world.reply("Reply number \(number).", to: thread) }
        for who in [nil, world.bob] {
            let first = try await world.page("/t/\(thread)", who)
            #expect(first.count("<article class=\"post\"") == 25)
            #expect(first.has("Reply number 25.") && !first.has("Reply number 26."))
            #expect(first.has("27\u{A0}posts, 1\u{A0}person"))
            #expect(first.count("<a href=\"/t/\(thread)?page=2\" rel=\"next\">") == 2, "above the posts and below them")
            let second = try await world.page("/t/\(thread)?page=2", who)
            #expect(second.count("<article class=\"post\"") == 2 && second.has("Reply number 26."))
        }
    }

    @Test("beyond the last, and what is no page, is missing", arguments: ["2", "0", "-1", "x", "99999999999999999999"])
    func beyond(page: String) async throws {
        let world = try await ReadingWorld(visibility: .public)
        let thread = try await world.thread()
        #expect(try await world.page("/t/\(thread)?page=\(page)", nil).status == 404)
        #expect(try await world.page("/t/\(thread)?page=\(page)", world.ann).status == 404)
    }

    @Test("shows a held or hidden post to its author only, and says why", arguments: [PostState.held, .hidden])
    func held(state: PostState) async throws {
        let world = try await ReadingWorld(visibility: .public)
        let thread = try await world.thread()
        let post = try await world.post("Not for all yet.", in: thread, by: world.bob, state)
        try await world.reply("And after it.", to: thread)
        let own = try await world.page("/t/\(thread)", world.bob)
        #expect(
            own.has("Not for all yet.")
                && own.has(state == .held ? "Other members cannot see this now." : "Hidden from others.")
        )
        #expect(own.has("<article class=\"post held\" id=\"p\(post)\""))
        #expect(
            own.text.range(of: "Not for all yet.")?.lowerBound ?? own.text.endIndex
                < own.text.range(of: "And after it.")?.lowerBound ?? own.text.startIndex
        )
        for who in [nil, world.ann, world.fay] {
            let other = try await world.page("/t/\(thread)", who)
            #expect(!other.has("Not for all yet.") && !other.has("p\(post)\""))
            #expect(other.has("2\u{A0}posts, 1\u{A0}person"))
        }
    }

    @Test("is missing to others while its only post is held")
    func heldAlone() async throws {
        let world = try await ReadingWorld(visibility: .public)
        let thread = try await world.thread("A title nobody sees yet")
        try await world.change(thread, .edited, "UPDATE post SET state = 'held' WHERE threadId = \(thread)")
        #expect(try await world.page("/t/\(thread)", world.ann).has("A title nobody sees yet"))
        for who in [nil, world.bob, world.fay] {
            let answer = try await world.page("/t/\(thread)", who)
            #expect(answer.status == 404 && !answer.has("A title nobody sees yet"))
        }
    }

    @Test("keeps the place of a withdrawn post without its text")
    func withdrawn() async throws {
        let world = try await ReadingWorld(visibility: .public)
        let thread = try await world.thread()
        let post = try await world.reply("I should not have said this.", to: thread)
        try await world.change(thread, .withdrawn, "UPDATE post SET state = 'withdrawn' WHERE id = \(post)")
        for who in [nil, world.bob, world.ann] {
            let answer = try await world.page("/t/\(thread)", who)
            #expect(answer.has("<article class=\"post gone\" id=\"p\(post)\"><p>Ann Okafor withdrew this post."))
            #expect(!answer.has("I should not have said this."))
        }
    }

    @Test(
        "says what a post answers only while that is shown",
        arguments: [PostState.published, .withdrawn, .hidden, .held]
    )
    func context(state: PostState) async throws {
        let world = try await ReadingWorld(visibility: .public)
        let thread = try await world.thread()
        let parent = try await world.reply("The parent.", to: thread, by: world.fay)
        let child = try await world.reply("The child.", to: thread, by: world.bob)
        try await world.change(thread, .edited, "UPDATE post SET replyToId = \(parent) WHERE id = \(child)")
        try await world.change(thread, .edited, "UPDATE post SET state = \(state) WHERE id = \(parent)")
        let answer = try await world.page("/t/\(thread)", nil)
        let isShown = state == .published || state == .withdrawn
        #expect(answer.has("<p class=\"context\"><a href=\"#p\(parent)\">In reply to <bdi>Fay Ellis</bdi>") == isShown)
        #expect(answer.has("<q dir=\"auto\">The parent.</q></a></p>") == (state == .published))
        #expect(answer.has("Fay Ellis") == isShown && answer.has("The parent.") == (state == .published))
    }

    @Test("quotes the beginning of what a post answers, as it reads now, in one line")
    func quotesOneLine() async throws {
        let world = try await ReadingWorld(visibility: .public)
        let thread = try await world.thread()
        let parent = try await world.reply(
            "Two boxes a day:\n\n- <min>\n- max\n\n" + String(repeating: "and more ", count: 60),
            to: thread,
            by: world.fay
        )
        let child = try await world.reply("Proud of you.", to: thread, by: world.bob)
        try await world.change(thread, .edited, "UPDATE post SET replyToId = \(parent) WHERE id = \(child)")
        let answer = try await world.page("/t/\(thread)", nil)
        let quoted = try #require(answer.text.split(separator: "<q dir=\"auto\">").dropFirst().first).prefix {
            $0 != "<"
        }
        #expect(
            quoted.hasPrefix("Two boxes a day: ") && quoted.contains("&lt;min&gt;") && quoted.hasSuffix("…")
        )
        #expect(quoted.replacing("&lt;", with: "<").replacing("&gt;", with: ">").count <= 60)
        try await world.change(thread, .edited, "UPDATE post SET plain = 'Written anew.' WHERE id = \(parent)")
        let later = try await world.page("/t/\(thread)", world.bob)
        #expect(later.has("<q dir=\"auto\">Written anew.</q>") && !later.has("<q dir=\"auto\">Two boxes"))
    }

    @Test("names facilitators, marks edits and what helped, and says that it is closed")
    func marks() async throws {
        let world = try await ReadingWorld(visibility: .public)
        let thread = try await world.thread(kind: .question)
        let post = try await world.reply("Three columns.", to: thread, by: world.fay)
        try await world.change(
            thread,
            .answered,
            "UPDATE thread SET state = 'answered', answerId = \(post) WHERE id = \(thread)"
        )
        try await world.change(thread, .edited, "UPDATE post SET editedAt = \(world.site.now) WHERE id = \(post)")
        let open = try await world.page("/t/\(thread)", nil)
        #expect(open.has("Fay Ellis</bdi></h3> <span class=\"meta\">Facilitator</span>"))
        #expect(open.has("<a href=\"/p/\(post)/history\">edited today at 9:00am</a>"))
        #expect(open.has("Question</span>") && open.has("Answered</span>"))
        #expect(open.has("<a href=\"#p\(post)\">What helped</a>"))
        #expect(open.has("<span class=\"tag ok\">This helped</span>"))
        try await world.change(thread, .closed, "UPDATE thread SET state = 'closed' WHERE id = \(thread)")
        for who in [nil, world.bob, world.fay] {
            let closed = try await world.page("/t/\(thread)", who)
            #expect(closed.has("<span class=\"tag\">Closed</span>") && closed.has("You can read it but not reply."))
            #expect(!closed.has("id=\"reply\""))
        }
    }

    @Test(
        "names those who moderate or manage the community, but in no confidential group",
        arguments: [
            GroupKind.topic, .peerSupport,
        ]
    )
    func roles(kind: GroupKind) async throws {
        let world = try await ReadingWorld(kind: kind), thread = try await world.thread()
        for (name, role) in [("Mo Derator", Role.moderator), ("Meg Manager", .manager)] {
            let member = try await world.site.member(name)
            try await world.site.join(member, world.community, as: role)
            try await world.site.join(member, group: world.group, of: world.community)
            try await world.reply("From \(name).", to: thread, by: member)
        }
        let page = try await world.page("/t/\(thread)", world.ann)
        #expect(page.has("From Mo Derator.") && page.has("From Meg Manager."))
        #expect(page.has("Mo Derator</bdi></h3> <span class=\"meta\">Moderator</span>") == (kind == .topic))
        #expect(page.has("Meg Manager</bdi></h3> <span class=\"meta\">Community manager</span>") == (kind == .topic))
    }

    @Test("escapes titles and names")
    func escapes() async throws {
        let world = try await ReadingWorld(visibility: .public)
        let thread = try await world.thread("<script>alert(1)</script>")
        try await world.reply("<script>alert(2)</script>", to: thread, by: world.bob)
        try await world.changeSilently("UPDATE member SET name = '<b>Eve</b> \"x' WHERE id = \(world.bob)")
        for who in [nil, world.ann] {
            let answer = try await world.page("/t/\(thread)", who)
            #expect(!answer.has("<script>alert") && !answer.has("<b>Eve") && answer.has("&lt;b&gt;Eve"))
        }
    }

    @Test("has a button that prints it, which nobody sees without a script")
    func prints() async throws {
        let world = try await ReadingWorld(), thread = try await world.thread()
        let page = try await world.site.browser(world.ann).get("/t/\(thread)").text
        #expect(page.contains("data-print hidden>Print this discussion</button>"))
    }
}
