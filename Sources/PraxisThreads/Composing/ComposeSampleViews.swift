import HTML
import PraxisCapability
import PraxisDomain
import PraxisPlaces
import PraxisWeb
import PraxisWords

extension StyleSample {
    /// Each audience: under the heading of a page, and beside what is written for it.
    static let readers = StyleSample("readers", { $0.communities.whoReads() }) { call, texts in
        let view = ReadersView(call: call)
        let strips = Audience.samples(texts, isCounted: false).map { view.heading($0) }
        let own = ReadersStrip(.own, "\(call.words.threads.write.draft.readers())", call.words).html
        return "\(strips)\(own)\(each: Audience.samples(texts), { view.strip($0) })"
    }

    /// The form of a post: one for an edit, of which no draft is kept.
    static let composer = StyleSample("composer", { $0.threads.write.edit.heading() }) { call, texts in
        let words = call.words.threads.write.edit
        var typed = TypedPost()
        typed.body = texts.posts[2]
        let post = PostID(rawValue: -1)
        var composer = Composer(
            place: EditTarget(post),
            action: Paths.edit(post),
            typed: typed,
            label: words.body(),
            send: words.send(),
            busy: call.words.common.saving(),
            readers: ReadersBox(strip: ReadersView(call: call).strip(Audience.samples(texts)[1])),
            keepsCopy: false
        )
        composer.cancel = Paths.post(post)
        return ComposerForm(call: call, composer: composer).html
    }

    /// What stands above the form when a text may identify somebody; it takes no focus, which it has where it is meant.
    static let caution = StyleSample("caution", { $0.threads.write.identity.heading() }) { call, _ in
        let found = [
            IdentityPlan.Finding(kind: .phone, text: "902 555 0142"),
            IdentityPlan.Finding(kind: .birthDate, text: "1948-03-07"),
        ]
        return "<div inert>\(IdentityBanner(found: found, words: call.words.threads.write.identity).html)</div>"
    }

    /// Whom one can mention, the second of them chosen: the elements that the script makes below a text once `@` is typed.
    static let names = StyleSample("names", { $0.threads.write.compose.mentionable() }) { call, texts in
        let lines = texts.names.prefix(4).enumerated().map { index, name in
            "<li role=\"option\" aria-selected=\"\(index == 1 ? "true" : "false")\">\(name)</li>" as HTML
        }
        let label = call.words.threads.write.compose.mentionable()
        return "<ul class=\"names\" role=\"listbox\" tabindex=\"0\" aria-label=\"\(label)\">\(lines)</ul>"
    }

    /// Three versions of a post, with what changed between them.
    static let versions = StyleSample("versions", { $0.threads.read.history() }) { call, texts in
        let versions = [(number: 3, post: 0), (number: 2, post: 4), (number: 1, post: 2)].map { version in
            Revision(
                number: version.number,
                body: texts.posts[version.post] + " " + texts.posts[3],
                writer: texts.names[0],
                writerID: .init(rawValue: -1),
                writtenAt: call.now - .hours(Int64(4 - version.number)),
                isCurrent: version.number == 3
            )
        }
        let place = (slug: StyleSample.slug, name: texts.community)
        let setting = WritingSetting(
            community: place,
            group: (StyleSample.slug, texts.group),
            thread: nil,
            audience: Audience.samples(texts)[1],
            language: call.words.language
        )
        let history = PostHistory(
            post: PostID(rawValue: -1),
            author: texts.names[0],
            role: .discussion,
            setting: setting,
            revisions: versions,
            earlier: nil
        )
        return HistoryPageView(call: call, history: history).page.main
    }
}

extension Audience {
    /// One of each.
    fileprivate static func samples(_ texts: StyleSample.Texts, isCounted: Bool = true) -> [Audience] {
        [
            Audience(reach: .everybody, isConfidential: false, mail: .full),
            Audience(
                reach: .community(name: texts.community, count: isCounted ? 412 : nil),
                isConfidential: false,
                mail: .full
            ),
            Audience(
                reach: .group(name: texts.group, count: isCounted ? 24 : nil),
                isConfidential: false,
                mail: .title
            ),
            Audience(
                reach: .group(name: texts.group, count: isCounted ? 9 : nil),
                isConfidential: true,
                mail: .something
            ),
        ]
    }
}
