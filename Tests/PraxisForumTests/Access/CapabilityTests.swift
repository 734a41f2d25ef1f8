import PraxisCapability
import PraxisCommunity
import PraxisDigest
import PraxisDomain
import PraxisTriage
import PraxisThreads
import PraxisOutbox
import PraxisPlaces
import PraxisForum
import PraxisStore
import PraxisWeb
import PraxisWords
import Testing

@Suite("The list of capabilities") struct CapabilityTests {
    @Test("declares each thing once: names, acts, events, mails, numbers of migrations") func once() {
        let lists: [(String, [String])] = [
            ("capability", Forum.capabilities.all.map(\.name)), ("act", Forum.capabilities.acts.map { $0.name }),
            ("audit act", Forum.capabilities.audits.map(\.act.rawValue)),
            ("event", Forum.capabilities.events.filter(\.isOwn).map(\.event.rawValue)),
            ("name of a live event", Forum.capabilities.liveEvents.map(\.name) + ["reset"]),
            ("mail", Forum.capabilities.mails.map(\.kind.rawValue)),
            ("kind of thread", Forum.capabilities.threadKinds.words),
            ("migration", Forum.capabilities.migrations.map { String($0.number) }),
            ("field of the search", Forum.capabilities.searchFields.map(\.name)),
            ("operator of the search", Forum.capabilities.searchFields.flatMap(\.operators)),
            ("route", Forum.routes.map { "\($0.method) \($0.path)" }),
            ("kind of queue item", Forum.capabilities.parts(of: QueueKind.self).map(\.kind.rawValue)),
            ("kind of draft target", Forum.capabilities.parts(of: DraftTargetKind.self).map { $0.type.kind.rawValue }),
            ("line of an import", Forum.capabilities.imports.flatMap { [$0.type] + $0.synonyms }),
            ("purge", Forum.capabilities.purges.map(\.name)), ("tick", Forum.capabilities.ticks.map(\.name)),
            ("table", Forum.capabilities.tables.map(\.table)),
            ("position at home", Forum.capabilities.homeSlots.map { String($0.position) }),
            ("position of a tab", Forum.capabilities.tabs.map { String($0.position) }),
        ]
        for (thing, names) in lists {
            #expect(names.count > 1, "\(thing)")
            let twice = Dictionary(grouping: names) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
            #expect(twice.isEmpty, "\(thing): \(twice)")
        }
    }

    @Test("brings what the links in mails are for once, each by its own word") func linkUses() {
        let uses = Forum.capabilities.parts(of: MailLinkUse.self).map(\.use)
        #expect(uses.contains(.digest) && Set(uses).count == uses.count)
    }

    @Test("keeps the tables of each within a hundred of its own") func hundreds() {
        for capability in Forum.capabilities.all {
            let hundreds = Set(capability.migrations.map { $0.number / 100 })
            #expect(hundreds.count <= 1, "\(capability.name): \(hundreds)")
            let others = Forum.capabilities.all.filter { $0.name != capability.name }.flatMap(\.migrations)
            #expect(others.allSatisfy { !hundreds.contains($0.number / 100) }, "\(capability.name)")
        }
    }

    @Test("has each of its audited acts named in each language, and no other", arguments: Language.allCases)
    func audits(language: Language) throws {
        let words = try #require(try Forum.capabilities.dictionaries()[language])
        #expect(Set(words.named.acts.keys) == Set(Forum.capabilities.audits.map(\.act.rawValue)))
    }

    @Test("has each kind of mail named in each language, and no other", arguments: Language.allCases)
    func mails(language: Language) throws {
        let words = try #require(try Forum.capabilities.dictionaries()[language])
        #expect(Set(words.named.mails.keys) == Set(Forum.capabilities.mails.map(\.kind.rawValue)))
    }
}
