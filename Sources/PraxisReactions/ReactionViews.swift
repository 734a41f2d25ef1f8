import HTML
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisWeb
import PraxisWords

/// The reactions under each post of a page: those given, with how many; folded behind them the others, and names for readers who are signed in.
///
/// What all posts of the page share is made once.
struct ReactionFootView: Sendable {
    private typealias Given = [(kind: ReactionKind, by: [Reaction])]

    private static let namesShown = 30

    private let reactions: Reactions
    private let words: ReactionWords
    private let token: HTML
    /// Nil for a visitor, who is shown no names.
    private let member: MemberID?
    private let mayReact: Bool
    private let mayTakeBack: Bool
    /// What stands under a post that nobody has reacted to: the same under most posts of a page.
    private let untouched: HTML

    init(call: Call, reactions: Reactions, facts: Facts?) {
        let words = call.words.reactions, mayReact = facts.map { Policy.allows(React.self, $0) } ?? false
        self.reactions = reactions
        self.words = words
        token = facts == nil ? HTML() : call.tokenField
        member = facts?.viewer.member
        self.mayReact = mayReact
        mayTakeBack = facts.map { Policy.allows(TakeReactionBack.self, $0) } ?? false
        untouched = mayReact ? Self.fold(ReactionKind.allCases, words) : HTML()
    }

    func append(_ post: PostSlot.Post, to html: inout HTML) {
        let given = reactions.to(post.id)
        let hasButtons = mayReact && post.author != member
        if given.isEmpty && !hasButtons { return }
        html += """
            <div class="reactions" role="group" aria-label="\(words.label(["name": post.name]))">\
            \(hasButtons ? buttons(post.id, given) : ownAndCounts(post.id, given))</div>

            """
    }

    private func buttons(_ post: PostID, _ given: Given) -> HTML {
        """
        <form method="post" action="\(Paths.react, post)">\(token)\
        \(given.isEmpty ? untouched : pressed(post, given))</form>
        """
    }

    /// Those given as buttons, and the rest folded.
    private func pressed(_ post: PostID, _ given: Given) -> HTML {
        let others = ReactionKind.allCases.filter { kind in !given.contains { $0.kind == kind } }
        let fold = others.isEmpty ? names(given) : Self.fold(others, words, names: list(given))
        return "\(each: given, { button(post, $0.kind, given) })\(fold)"
    }

    /// Buttons for reactions that nobody has given yet.
    private static func fold(_ kinds: [ReactionKind], _ words: ReactionWords, names: HTML = HTML()) -> HTML {
        let buttons: HTML = "\(each: kinds, { button($0, words, back: nil, count: 0) })"
        return fold("\(words.react())", buttons + names)
    }

    /// Folded under `summary`.
    private static func fold(_ summary: HTML, _ content: HTML) -> HTML {
        """
        <details class="more" name="foot"><summary>\(summary)</summary><div class="menu-list">\(content)</div></details>
        """
    }

    private func button(_ post: PostID, _ kind: ReactionKind, _ given: Given) -> HTML {
        let by = given.first { $0.kind == kind }?.by ?? []
        let isMine = by.contains { $0.member == member }
        return Self.button(kind, words, back: isMine ? Paths.unreact(post) : nil, count: by.count)
    }

    /// A button; `back` is where a press takes the reader's own reaction back, nil if absent.
    private static func button(_ kind: ReactionKind, _ words: ReactionWords, back: String?, count: Int) -> HTML {
        """
        <button class="btn alt" name="reaction" value="\(kind.rawValue)" aria-pressed="\(back == nil ? "false" : "true")"\
        \(back.map { " formaction=\"\($0)\"" as HTML })>\(words.name(kind))\
        \(if: count > 0, " <span class=\"n\">\(count)</span>")</button>
        """
    }

    /// What a reader who may not react sees: their own, which they can take back, and how many the others are.
    private func ownAndCounts(_ post: PostID, _ given: Given) -> HTML {
        let own = mayTakeBack ? given.filter { $0.by.contains { $0.member == member } } : []
        if own.isEmpty { return counts(given) + names(given) }
        let others = given.filter { kind, _ in !own.contains { $0.kind == kind } }
        return """
            <form method="post" action="\(Paths.unreact(post))">\(token)\
            \(each: own, { button(post, $0.kind, given) })</form>\(others.isEmpty ? HTML() : counts(others))\(names(given))
            """
    }

    private func counts(_ given: Given) -> HTML {
        """
        <p class="meta">\(each: given, { "<span>\(words.name($0.kind)) <span class=\"n\">\($0.by.count)</span></span> " })</p>
        """
    }

    /// Who gave them, folded; empty for a visitor.
    private func names(_ given: Given) -> HTML {
        if member == nil { return HTML() }
        let people = Set(given.flatMap { $0.by.map(\.member) }).count
        return Self.fold("\(words.people(people))<span class=\"vh\"> \(words.who())</span>", list(given))
    }

    private func list(_ given: Given) -> HTML {
        "<ul>\(each: given, { "<li><b>\(words.name($0.kind))</b> \(named($0.by))</li>" })</ul>"
    }

    private func named(_ by: [Reaction]) -> String {
        let names = by.prefix(Self.namesShown).map(\.name).joined(separator: ", ")
        let others = by.count - Self.namesShown
        return others > 0 ? words.andMore(others, "names", names) : names
    }
}

extension ReactionWords {
    fileprivate func name(_ kind: ReactionKind) -> String {
        switch kind {
        case .thanks: thanks()
        case .agree: agree()
        case .tried: tried()
        case .more: more()
        }
    }
}
