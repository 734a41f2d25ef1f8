import HTML
import PraxisDomain
import PraxisWeb
import PraxisWords

extension Audience {
    /// The sign that stands beside the sentence.
    var sign: ReadersStrip.Reach { isPublic ? .everyone : isConfidential ? .confidential : .members }
}

/// Who can read what is written, as pages say it where it is written.
struct ReadersView: Sendable {
    private let words: Words
    private let tags: ThreadTags

    init(call: Call) {
        words = call.words
        tags = ThreadTags(call: call)
    }

    /// Who can read it and what leaves by mail, as a box: prominent if that is anyone at all, and quiet if it is confidential.
    ///
    /// `name` says of which group, if it is one of several that can be chosen.
    func inset(_ audience: Audience, of name: String? = nil, attributes: HTML = HTML()) -> HTML {
        """
        <div class="inset\(if: audience.isPublic, " warn")"\(attributes)>\(readers(audience, of: name))</div>
        """
    }

    private func readers(_ audience: Audience, of name: String? = nil) -> HTML {
        let words = words.threads.write.compose
        let mail =
            switch audience.mail {
            case .full: words.mailOpen()
            case .title: words.mailTitle()
            case .something: words.mailConfidential()
            }
        let who: HTML =
            audience.isPublic
            ? "<strong>\(sentence(audience))</strong>" : "<strong>\(words.whoReads())</strong> \(sentence(audience))"
        return """
            <p>\(name.map { "<strong>\($0).</strong> " as HTML })\(tags.confidential(audience.isConfidential))\(who)</p><p>\(mail)</p>
            """
    }

    /// The sentence that says who can read what is written.
    func sentence(_ audience: Audience) -> String {
        let (read, write) = (words.threads.read, words.threads.write.compose)
        switch audience.reach {
        case .everybody: return write.readByEverybody()
        case .community(let name, let count):
            return count.map { write.readByCommunity($0, "name", name) } ?? read.readersCommunity(["community": name])
        case .group(let name, let count?): return write.readByGroup(count, "name", name)
        case .group(let name, nil):
            return audience.isConfidential
                ? read.readersConfidential(["group": name]) : read.readersGroup(["group": name])
        }
    }

    /// What stands for a group in the list of those that can be chosen: its name and, in a few words, who reads it.
    func choice(_ option: ThreadStart.Option) -> String {
        let words = words.threads.write.start
        return switch option.setting.audience.reach {
        case .everybody: words.choicePublic(["group": option.name])
        case .community(_, let count): words.choiceMembers(count ?? 0, "group", option.name)
        case .group(_, let count):
            option.setting.audience.isConfidential
                ? words.choiceConfidential(count ?? 0, "group", option.name)
                : words.choiceJoined(count ?? 0, "group", option.name)
        }
    }
}
