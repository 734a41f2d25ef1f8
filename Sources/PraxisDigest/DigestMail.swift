package import Foundation
import HTML
import Markdown
package import PraxisCapability
package import PraxisCommunity
package import PraxisDomain
import PraxisMail
import PraxisWeb
package import PraxisWords

/// A digest as a mail: the same in the same order as text and as HTML.
package struct DigestMail: Sendable {
    package private(set) var content: DigestContent
    /// The day it is for.
    package let day: LocalTime
    package let cadence: Cadence
    package let settings: SiteSettings
    package let words: Words
    /// The clock of its reader when it is made.
    package let clock: (zone: TimeZone, now: Timestamp)
    /// What its links bring: the member's, for the whole digest or a community.
    package let token: @Sendable (MailLink.Scope) -> String

    /// Mail programs cut off what is longer.
    static let longestHTML = 90_000
    /// Unicode scalars of a title in a subject.
    private static let titleScalars = 70

    package var said: DigestMailWords { words.digest.mail }

    package func address(_ path: String) -> String { settings.baseURL + path }

    package func link(_ scope: MailLink.Scope) -> String { address(Paths.mailLink(token(scope))) }

    /// Subject, headers and both parts, with fewer posts quoted if they would be too long.
    package func message() -> MailContent {
        var message = message(quoting: DigestContent.quotedPosts)
        for quoted in [1, 0] where message.html.utf8.count > Self.longestHTML {
            message = self.message(quoting: quoted)
        }
        return message
    }

    private func message(quoting count: Int) -> MailContent {
        let parts = quoting(atMost: count).parts
        let letter = MailLetter(subject: subject, preheader: preheader, parts, footer: footer)
        return letter.content(words, settings, headers: headers)
    }

    private var headers: [Header] {
        [
            Header("List-Id", .list(name: settings.name, id: "digest.\(settings.host)")),
            Header("List-Unsubscribe", .links([link(.digest)])),
            Header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
            Header("List-Help", .links([address(Paths.mailSettings)])),
            Header("List-Archive", .links([address(Paths.everythingNew)])),
            Header("Precedence", "list"),
        ]
    }

    private func quoting(atMost count: Int) -> DigestMail {
        let shorter = { (item: DigestContent.Item) in
            DigestContent.Item(thread: item.thread, posts: Array(item.posts.prefix(count)))
        }
        var mail = self
        mail.content.toMe = content.toMe.map(shorter)
        for index in content.communities.indices {
            mail.content.communities[index].followed = content.communities[index].followed.map(shorter)
            mail.content.communities[index].groups = content.communities[index].groups.map {
                (place: $0.place, items: $0.items.map(shorter))
            }
        }
        return mail
    }
}

// What stands around the items.
extension DigestMail {
    /// Titles in the order of the mail, of those that a mail may name and that are not reported.
    private var titles: [String] {
        let listed = content.communities.flatMap { part in part.followed + part.groups.flatMap(\.items) }
        return (content.toMe + listed).filter { !$0.thread.isReported }.map {
            Markdown.excerpt(HeaderText.clean($0.thread.title), scalars: Self.titleScalars)
        }
    }

    /// Who wrote to the member, if that may leave.
    private var caller: String? {
        guard let post = content.toMe.lazy.compactMap({ $0.posts.first(where: \.isToMe) }).first else { return nil }
        return (post.mentions ? said.mentionedYou : said.repliedToYou)(["author": HeaderText.clean(post.author)])
    }

    /// What is in it: who wrote to the member, else the first title that may leave.
    package var subject: String {
        guard let title = titles.first else { return said.subjectUnnamed() }
        if content.toMe.isEmpty {
            let others = content.discussions - 1
            return others > 0 ? said.subjectTitled(others, "title", title) : title
        }
        let what = caller ?? title, others = content.posts - 1
        return others > 0 ? said.forYouMore(others, "what", what) : said.forYou(["what": what])
    }

    /// What lists of mails show behind the subject: titles that are not in it.
    package var preheader: String {
        let rest = titles.dropFirst(caller == nil ? 1 : 0).prefix(3)
        return rest.isEmpty ? summary : rest.joined(separator: " · ")
    }

    package var heading: String { said.heading(["day": words.date(day)]) }

    /// How much there is, in how many communities.
    package var summary: String {
        let posts = said.newPosts(content.posts)
        guard content.communities.count == 1, let place = content.communities.first?.place else {
            return said.inSome(content.communities.count, "posts", posts)
        }
        return said.inOne(["posts": posts, "place": HeaderText.clean(place.communityName)])
    }

    package var why: String {
        let often =
            switch cadence.rhythm {
            case .daily where cadence.days.count == 7: said.everyDay()
            case .daily: cadence.days == [0, 1, 2, 3, 4] ? said.onWeekdays() : said.onDays()
            case .weekly: said.everyWeek()
            case .fortnightly: said.everyOtherWeek()
            case .monthly, .none: said.everyMonth()
            }
        return said.why(["site": settings.name, "often": often])
    }

    package var quiet: String? {
        content.quiet.isEmpty
            ? nil : said.quietPlaces(["names": content.quiet.map(HeaderText.clean).joined(separator: ", ")])
    }

    package func unnamed(_ group: (name: String, posts: Int)) -> String {
        said.unnamed(group.posts, "group", group.name.isEmpty ? said.aGroup() : HeaderText.clean(group.name))
    }

    /// What stands under a thread's title: what it is, where, and how much is new.
    package func meta(_ thread: DigestThread, namesPlace: Bool) -> String {
        var parts: [String] = []
        if namesPlace { parts.append(place(thread.place)) }
        if thread.isNew { parts.append(said.begun[thread.kind]()) }
        if !thread.isNew || thread.count > 1 { parts.append(said.newPosts(thread.count)) }
        return parts.joined(separator: " · ")
    }

    /// The community, and the group unless it is the commons.
    private func place(_ place: PlaceInMail) -> String {
        if place.isCommons { return HeaderText.clean(place.communityName) }
        let community = HeaderText.clean(place.communityName)
        return said.inPlace(["community": community, "group": HeaderText.clean(place.groupName)])
    }

    package func author(_ post: DigestPost) -> String {
        let name = HeaderText.clean(post.author)
        return post.isToMe ? said.wroteToYou(["author": name]) : name
    }

    package func time(_ post: DigestPost) -> String {
        words.moment(post.writtenAt, in: clock.zone, now: clock.now)
    }

    package func path(_ thread: DigestThread) -> String {
        address(Paths.firstNew(thread.id, after: thread.firstNumber - 1))
    }
}
