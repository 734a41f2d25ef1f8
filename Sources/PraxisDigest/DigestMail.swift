import Foundation
package import PraxisCapability
import PraxisCommunity
package import PraxisDomain
import PraxisMail
import PraxisWeb
import PraxisWords

/// A digest as a mail: what stands around its sections, the same in the same order as text and as HTML.
package struct DigestMail: Sendable {
    /// In the order of the capabilities; there is at least one.
    let sections: [DigestSection.Contents]
    /// Names of the member's communities that no section speaks of.
    let quietCommunities: [String]
    /// The day it is for.
    package let day: LocalTime
    package let cadence: Cadence
    let drawing: DigestDrawing
    /// What its links bring: the member's, for the whole digest or a community.
    let token: @Sendable (MailLink.Scope) -> String

    /// Mail programs cut off what is longer.
    static let longestHTML = 90_000
    /// What is tried in turn until the mail is not too long: whole posts to the reader, then less and less, at last titles alone, cut, of
    /// the first entries.
    static let rooms = [
        DigestRoom(quotes: 3, toReader: Limits.postScalars.upperBound, title: .max),
        DigestRoom(quotes: 3, toReader: 4_000, title: .max), DigestRoom(quotes: 3, toReader: 1_000, title: .max),
        DigestRoom(quotes: 1, toReader: 280, title: .max), DigestRoom(quotes: 0, toReader: 0, title: .max),
        DigestRoom(quotes: 0, toReader: 0, title: 60), DigestRoom(quotes: 0, toReader: 0, title: 60, entries: 24),
        DigestRoom(quotes: 0, toReader: 0, title: 60, entries: 12),
    ]
    /// A digest of more entries says above them what it holds.
    private static let fewEntries = 8

    private var words: Words { drawing.words }
    private var settings: SiteSettings { drawing.settings }
    private var said: DigestMailWords { words.digest.mail }

    /// Of all sections, as they stand in the mail.
    var blocks: [DigestSection.Block] {
        let all = sections.flatMap(\.blocks).enumerated()
        return all.sorted { ($0.element.position.rawValue, $0.offset) < ($1.element.position.rawValue, $1.offset) }
            .map(\.element)
    }

    private func address(_ path: String) -> String { drawing.address(path) }

    private func link(_ scope: MailLink.Scope) -> String { address(Paths.mailLink(token(scope))) }

    /// Subject, headers and both parts, with less quoted if they would be too long.
    package func message() -> MailContent {
        var message = message(Self.rooms[0])
        for room in Self.rooms.dropFirst() where message.html.utf8.count > Self.longestHTML {
            message = self.message(room)
        }
        return message
    }

    private func message(_ room: DigestRoom) -> MailContent {
        let face = sections.first?.face(drawing)
        let below = blocks.flatMap { $0.parts(drawing, room) }.map { $0.cut(to: room) }.first(room.entries, said)
        let entries = below.count { $0.entry != nil }
        let all = MailPart.button(said.readAll(), to: address(Paths.everythingNew), inText: labelled(said.readAll()))
        var parts: [MailPart] = [.title(said.heading(["day": words.date(day)])), .quiet(face?.summary ?? "")]
        if entries > 1 { parts.append(all) }
        if entries > Self.fewEntries { parts.append(.contents(MailContents(of: below, said))) }
        parts += below
        if let quiet { parts.append(.quiet(quiet, afterRule: true)) }
        parts.append(all)
        let letter = MailLetter(subject: face?.subject ?? "", preheader: face?.preheader ?? "", parts, footer: footer)
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

    /// A line for communities without anything new; nil if there are none.
    var quiet: String? {
        quietCommunities.isEmpty
            ? nil : said.quietPlaces(["names": quietCommunities.map(HeaderText.clean).joined(separator: ", ")])
    }

    private func labelled(_ label: String) -> String { said.labelled(["label": label]) }

    /// The communities that the sections speak of, each once, in their order.
    private var communities: [PlaceInMail] {
        var known: Set<CommunityID> = []
        return sections.flatMap(\.places).filter { known.insert($0.community).inserted }
    }

    private var footer: [MailFooterLine] {
        let communities = communities.map { place in
            let label = said.leaveOne(["community": place.communityName])
            return MailFooterLine(label, to: link(.community(place.community)), inText: labelled(label))
        }
        let digest = link(.digest)
        return [
            MailFooterLine(why),
            MailFooterLine(labelled(said.changeOrStop()), to: digest, only: .text),
            MailFooterLine(said.change(), to: digest + "#often", only: .html),
            MailFooterLine(said.choose(), to: address(Paths.mailSettings), inText: labelled(said.choose())),
            MailFooterLine(said.unsubscribe(), to: digest, only: .html),
        ] + (communities.count > 1 ? communities : [])
    }

    private var why: String {
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
}
