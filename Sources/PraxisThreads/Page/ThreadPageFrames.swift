import Foundation
import HTML
import PraxisCommunity
import PraxisDomain
import PraxisWeb
import PraxisWords

/// What stands around the text of each post of a page, ready in one language, one zone and for one day: all readers of those share it.
package struct ThreadPageFrames: Snapshot {
    /// One post: its text goes after `head`, between them what is the reader's own.
    package struct Frame: Sendable {
        /// Up to the end of the name.
        let name: HTML
        /// From the name to the beginning of the text.
        let head: HTML
        /// What replies to it.
        let reply: HTML
    }

    let frames: [Frame]
    /// When the snapshot was read that these belong to.
    let readAt: JournalNumber

    var cost: Int { frames.reduce(200) { $0 + $1.name.bytes.count + $1.head.bytes.count + $1.reply.bytes.count + 64 } }
}

/// Draws what stands around the text of each post of a page.
struct PostFrameView: Sendable {
    let words: Words
    let roles: PostRoles
    let snapshot: ThreadPageSnapshot
    var dates: ReadingDates

    /// The frames of the snapshot's posts, kept beside it.
    mutating func frames(_ snapshots: Snapshots) -> ThreadPageFrames {
        let reader = "\(words.language.rawValue) \(dates.zone.identifier) \(dates.today.dayNumber)"
        let variant = "frames \(snapshot.page) \(reader)"
        let topic = Snapshots.Topic.thread(snapshot.facts.thread)
        let kept = snapshots.kept(topic, variant, as: ThreadPageFrames.self)
        if let kept, kept.readAt == snapshot.readAt { return kept }
        let made = ThreadPageFrames(frames: snapshot.posts.map { frame($0) }, readAt: snapshot.readAt)
        snapshots.keep(made, topic, variant, readAt: snapshot.readAt)
        return made
    }

    mutating func frame(_ post: ShownPost, decision: PostDecision? = nil) -> ThreadPageFrames.Frame {
        if post.state == .withdrawn {
            return ThreadPageFrames.Frame(name: withdrawn(post), head: HTML(), reply: HTML())
        }
        let isHeld = post.state == .held || post.state == .hidden
        let id = post.id.rawValue
        let name: HTML = """
            <article class="post\(if: isHeld, " held")" id="p\(id)" aria-labelledby="p\(id)-h">
            <header class="post-head">\(face(post.name, post.author))<div class="who"><h3 id="p\(id)-h"><bdi>\(post.name)</bdi>
            """
        let head: HTML = """
            </h3>\(role(post.role))\(label(of: post.postRole))<p class="meta"><a href="\(Paths.post(post.id))">\(dates.time(post.createdAt))</a>\
            \(edited(post))</p></div></header>
            \(held(post.state, decision))\(context(post))\(helped(post))<div class="prose" dir="auto"\(words.lang(snapshot.facts.language))>
            """
        return ThreadPageFrames.Frame(name: name, head: head, reply: reply(to: post))
    }

    private func reply(to post: ShownPost) -> HTML {
        let composer = Paths.composer(snapshot.facts.thread, page: snapshot.page, quoting: false)
        return """
            <a href="\(composer)\(post.id.rawValue)#reply">\(Icon.reply.html)\(words.threads.read.reply())<span class="vh"> \
            \(words.threads.read.replyTo(["name": post.name]))</span></a>
            """
    }

    private mutating func withdrawn(_ post: ShownPost) -> HTML {
        """
        <article class="post gone" id="p\(post.id.rawValue)"><p>\(words.threads.read.withdrew(["name": post.name])) \
        <a href="\(Paths.post(post.id))">\(dates.time(post.createdAt))</a></p></article>

        """
    }

    private func role(_ role: Role?) -> HTML {
        switch role {
        case .facilitator: " <span class=\"meta\">\(words.threads.read.facilitator())</span>"
        case .moderator: " <span class=\"meta\">\(words.threads.read.moderator())</span>"
        case .manager: " <span class=\"meta\">\(words.threads.read.manager())</span>"
        default: HTML()
        }
    }

    /// What a text is that has a place of its own, as the notes of a date.
    private func label(of role: PostRole) -> HTML {
        guard let part = roles[role], !part.hasHeading else { return HTML() }
        return " <span class=\"tag\">\(part.name(words))</span>"
    }

    private mutating func edited(_ post: ShownPost) -> HTML {
        guard let editedAt = post.editedAt else { return HTML() }
        let text = words.threads.read.edited(["time": dates.moment(editedAt)])
        return " <a href=\"\(Paths.history(post.id))\">\(text)</a>"
    }

    private func held(_ state: PostState, _ decision: PostDecision?) -> HTML {
        let read = words.threads.read
        switch state {
        case .held:
            return "<div class=\"inset warn\"><p><strong>\(read.notNow())</strong> \(read.heldText())</p></div>"
        case .hidden:
            let why = decision.map { words.threads.stock.reason($0.stock, $0.reason) } ?? ""
            let what =
                switch decision?.isGivenBack {
                case true?: words.threads.read.givenBack()
                case false?: words.threads.read.removedIt()
                case nil: read.hiddenText()
                }
            return """
                <div class="inset warn"><p><strong>\(read.onlyYou())</strong> \(what)</p>\
                \(if: !why.isEmpty, "<p>\(words.common.because(["reason": why]))</p>" as HTML)</div>
                """
        default: return HTML()
        }
    }

    private func context(_ post: ShownPost) -> HTML {
        // What answers the first post answers the discussion, whose page this is.
        guard let context = post.context, context.address.number > 1 else { return HTML() }
        let isHere = Paths.page(of: context.address.number) == snapshot.page
        return context.html(words, in: snapshot.facts.language, isHere: isHere)
    }

    private func helped(_ post: ShownPost) -> HTML {
        guard snapshot.facts.answer?.id == post.id else { return HTML() }
        return "<p class=\"meta\"><span class=\"tag ok\">\(words.threads.read.helped())</span></p>"
    }
}
