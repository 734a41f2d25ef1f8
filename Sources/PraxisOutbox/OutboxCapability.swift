package import PraxisCapability
import PraxisWeb
import PraxisWords

extension Capability {
    /// Outgoing mail: what waits, what failed, what was sent.
    package static let outbox = Capability(
        "outbox",
        acts: .outbox,
        audits: [.init(.mailRetried), .init(.mailTested)],
        routes: Route.outbox,
        mails: [.test],
        home: [.mailFailures],
        links: [MenuLink(.siteDuties, if: LookAfterMail.self, { $0.outbox.title() }, to: Paths.outbox)],
        words: [
            WordFile(
                OutboxWords.self,
                english: PackageResources.outbox_en_json,
                french: PackageResources.outbox_fr_json
            )
        ],
        tables: [
            TableRule(
                "outbox",
                .stays(because: "each mail is sent by the site that owes it"),
                .when("a mail ended long ago, by the outbox itself")
            )
        ]
    )
}
