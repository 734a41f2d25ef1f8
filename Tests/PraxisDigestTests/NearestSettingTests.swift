import PraxisCommunity
import PraxisDigest
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import Testing

@Suite("A setting for mail")
struct NearestSettingTests {
    private static let scopes: [SubjectKind] = ["thread", "group", "community", "member"]
    private static let level = MailSetting("test-level", for: scopes, usual: MailLevel.daily)
    private static let place = scopes.enumerated().map { Subject($1, Int64($0 + 1)) }

    /// Every way to choose one of three levels, a word that is no level, or nothing for each of the four scopes.
    private static let choices: [[Subject: String]] = place.reduce([[:]]) { choices, scope in
        choices.flatMap { choice in
            ["daily", "weekly", "none", "hourly", nil].map { value in
                var choice = choice
                choice[scope] = value
                return choice
            }
        }
    }

    @Test("holds as it was chosen for the nearest scope, and as usual where nothing was, or nothing that it knows")
    func nearest() {
        let (thread, group, community, member) = (Self.place[0], Self.place[1], Self.place[2], Self.place[3])
        let level = { Self.level.value($0, in: Self.place.reversed()) }
        #expect(level([:]) == .daily)
        #expect(level([member: "none"]) == .none)
        #expect(level([member: "none", community: "weekly"]) == .weekly)
        #expect(level([member: "none", community: "weekly", group: "daily"]) == .daily)
        #expect(level([community: "weekly", group: "daily", thread: "none"]) == .none)
        #expect(level([community: "weekly", group: "hourly"]) == .daily)
        // Another group, another kind of scope, a scope that the place does not lie in.
        #expect(level([Subject("group", 99): "none", Subject("post", 2): "none"]) == .daily)
        #expect(Self.level.value([group: "none"], in: [community]) == .daily)
        #expect(DigestSetting.level.value([thread: "none", member: "none"], in: Self.place) == .daily)
    }

    @Test("holds alike for the rule and for the SQL of lists, whatever was chosen where")
    func sameInSQL() async throws {
        #expect(Self.choices.count == 625)
        let world = try await DigestWorld(), ann = world.ann
        let columns: [SubjectKind: SQL<Void>] = ["thread": "1", "group": "2", "community": "3", "member": "4"]
        let sql: SQL<String> = "SELECT \(Self.level.nearest(of: "\(ann)", in: columns))"
        let group = Self.level.nearest(of: "\(ann)", in: ["group": "2", "community": "3"])
        for choice in Self.choices {
            try await world.site.write { db in
                try db.run("DELETE FROM mailSetting WHERE memberId = \(ann)")
                // Another member's, and another setting.
                for (member, key) in [(world.sam, Self.level.key), (ann, "another")] {
                    try db.run("DELETE FROM mailSetting WHERE memberId = \(member) AND key = \(key)")
                    try db.run(
                        """
                        INSERT INTO mailSetting (memberId, key, scopeKind, scopeId, value)
                        VALUES (\(member), \(key), 'group', 2, 'none')
                        """
                    )
                }
                for (scope, value) in choice {
                    try db.run(
                        """
                        INSERT INTO mailSetting (memberId, key, scopeKind, scopeId, value)
                        VALUES (\(ann), \(Self.level.key), \(scope.kind), \(scope.id), \(value))
                        """
                    )
                }
            }
            let read = try await world.site.env.store.read { db in
                (try db.first(sql), try db.first("SELECT \(group)" as SQL<String>))
            }
            #expect(Self.level.value(read.0) == Self.level.value(choice, in: Self.place), "\(choice)")
            #expect(Self.level.value(read.1) == Self.level.value(choice, in: Array(Self.place[1...2])), "\(choice)")
        }
    }

    @Test("takes what it spells and nothing else")
    func spellings() {
        for days in [[], [0], [6, 0, 3], Set(0...6)] as [Set<Int>] {
            #expect(DigestSetting.days.value(DigestSetting.days.spelling(days)) == days)
        }
        for text in ["7", "-1", "1,2", "a", "0 9"] {
            #expect(DigestSetting.days.value(text) == [0, 1, 2, 3, 4], "\(text)")
        }
        for rhythm in Cadence.Rhythm.allCases {
            #expect(DigestSetting.rhythm.value(DigestSetting.rhythm.spelling(rhythm)) == rhythm)
        }
        for text in ["24", "-1", "", "x"] { #expect(DigestSetting.hour.value(text) == 7, "\(text)") }
        #expect(DigestSetting.hour.value("0") == 0 && DigestSetting.hour.value("23") == 23)
        #expect(DigestSetting.monthDay.value("0") == 1 && DigestSetting.monthDay.value("31") == 31)
        let moment = TestSite.morning
        #expect(DigestSetting.pausedUntil.value(DigestSetting.pausedUntil.spelling(moment)) == moment)
        #expect(DigestSetting.pausedUntil.value(nil) == .distantPast)
    }
}
