import PraxisCommunity
import PraxisDigest
import PraxisDomain
import PraxisStore

extension SideDoorPart {
    /// What mails call a group that they do not name, and the link of a mail to somebody who has left a hidden community since.
    static let digest = SideDoorPart(
        "digest",
        canaries: [
            Canary(word: "siskinneutral", allowed: []), Canary(word: "pipitneutral", allowed: [.manager]),
        ],
        doors: [SideDoor(.manager, "/c/guildxq/g/loungexq/mail", shows: ["pipitneutral"])],
        wordless: ["mailSetting": "words of the vocabulary, and numbers"],
        form: [
            ("detail", "title"), ("titlesOnly", "on"), ("neutralName", "A group"), ("do", "stop"), ("rhythm", "weekly"),
            ("weekday", "1"), ("monthDay", "1"), ("hour", "7"),
        ],
        values: { scene in ["token": [scene.names["old link"]].compactMap { $0 }] },
        write: { scene in
            let steward = Viewer(member: scene.steward), site = scene.site
            let attic = try scene.group("atticxq"), lounge = try scene.group("loungexq")
            try await scene.actor.setMailRule(of: attic, .something, neutralName: "siskinneutral", as: steward)
            try await scene.actor.setMailRule(of: lounge, .title, neutralName: "pipitneutral", as: steward)
            let fred = try await site.member("Fred Former")
            for standing in [Standing.active, .former] { try await site.join(fred, scene.hall, standing: standing) }
            let link = MailLink(member: fred, scope: .community(scene.hall))
            scene.names["old link"] = link.token(site.env.store.siteKey, version: 1)
        }
    )
}
