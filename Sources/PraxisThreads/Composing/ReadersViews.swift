package import HTML
import PraxisDomain
package import PraxisWeb
package import PraxisWords

extension Audience {
    /// The sign that stands beside the sentence.
    var sign: ReadersStrip.Reach { isPublic ? .everyone : isConfidential ? .confidential : .members }
}

extension ReadersStrip {
    /// Who can read what goes to a group that is not chosen yet.
    package static func ofGroup(toChoose words: Words) -> HTML {
        ReadersStrip(.members, "\(words.threads.write.start.dependsOnGroup())", words).html
    }
}

/// Who can read a thread, for pages about it that are not its own.
package struct ThreadReaders: Sendable {
    let audience: Audience

    /// What stands under the heading.
    package func strip(_ call: Call) -> HTML { ReadersView(call: call).heading(audience) }
}

/// Who can read what is written, as pages say it where it is written.
struct ReadersView: Sendable {
    private let words: Words

    init(call: Call) { words = call.words }

    /// Who can read it, under the heading of a page.
    func heading(_ audience: Audience) -> HTML {
        ReadersStrip(audience.sign, "\(sentence(audience))", words).html
    }

    /// Who can read it, and what leaves by mail: loud if that is anyone at all.
    ///
    /// `name` says of which group, if it is one of several that can be chosen.
    func strip(_ audience: Audience, of name: String? = nil) -> HTML {
        let words = self.words.threads.write.compose
        let mail =
            switch audience.mail {
            case .full: words.mailOpen()
            case .title: words.mailTitle()
            case .something: words.mailConfidential()
            }
        let line: HTML = """
            \(name.map { "<strong>\($0).</strong> " as HTML })\(sentence(audience)) <span class="mail">\(mail)</span>
            """
        return ReadersStrip(audience.sign, line, self.words, isLoud: audience.isPublic).html
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

    /// What stands for a group in the list of those that can be chosen: its name and, in a word that a phone has room for, whether anyone at
    /// all reads it, or it is confidential.
    func choice(_ option: ThreadStart.Option) -> String {
        let words = words.threads.write.start, audience = option.setting.audience
        if audience.isPublic { return words.choicePublic(["group": option.name]) }
        return audience.isConfidential ? words.choiceConfidential(["group": option.name]) : option.name
    }
}

/// The strip of a form, directly above its button: at every width where one looks before pressing it, and nowhere else.
struct ReadersBox: Sendable {
    let strip: HTML
    /// Whether it follows what is chosen in the form: then the script puts the words for another choice in its place.
    var follows = false

    var html: HTML { "<div class=\"foot\"\(if: follows, " data-readers")>\(strip)</div>" }
}
