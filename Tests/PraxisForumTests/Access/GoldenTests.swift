import Foundation
import HTTPTypes
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisPlaces
import PraxisStore
import PraxisTesting
import PraxisWeb
import Testing

@Suite("Golden files")
struct GoldenTests {
    private static let document = OpenAPI.document(
        Forum.routes,
        adding: Forum.capabilities.addedFields,
        Forum.capabilities.vocabularies,
        title: "Praxis"
    )

    @Test("schema.sql is the schema")
    func schema() async throws {
        let site = try TestSite()
        let schema = try await site.env.store.read { db in
            try db.all(
                """
                SELECT sql FROM sqlite_schema
                WHERE sql IS NOT NULL AND name NOT LIKE 'postSearch_%'
                    AND name NOT LIKE 'memberSearch_%' AND name NOT LIKE 'groupSearch_%' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'grdb_%' ORDER BY type DESC, name
                """ as SQL<String>
            )
        }
        // Every table but a few ends with the column of its seals.
        let text = schema.map { $0.replacing(", seal INTEGER", with: "") }.joined(separator: ";\n\n")
        #expect(try Golden.difference("schema.sql", text + ";\n") == nil)
    }

    @Test("openapi.txt is the document of the API, an operation and a schema a line")
    func openAPI() throws {
        #expect(
            try Golden.difference("openapi.txt", Self.lines(Self.document)) == nil
        )
    }

    private static func lines(_ document: JSON) throws -> String {
        guard case .object(let parts) = document else { return "" }
        var lines: [String] = []
        for (name, part) in parts {
            guard case .object(let members) = part else {
                lines.append("\(name) \(try text(part))")
                continue
            }
            for (key, member) in members {
                guard case .object(let inner) = member else {
                    lines.append("\(name) \(key) \(try text(member))")
                    continue
                }
                for (word, value) in inner { lines.append("\(key) \(word) \(try text(value))") }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func text(_ value: JSON) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    @Test("permissions.txt is the policy, act by role")
    func permissions() throws {
        #expect(try Golden.difference("permissions.txt", PermissionTable.text) == nil)
    }
}

extension String {
    /// With spaces behind it, up to `width`.
    fileprivate func padding(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}

/// The policy for every act and viewer, in an open, a closed and a confidential group of a members-only community, and in an open
/// group of a public one: `yes`, `-` for refused, `.` for "as if it were not there".
private enum PermissionTable {
    private static let people: [(name: String, viewer: Viewer, part: Part?, groupPart: Part?)] = {
        let member = Viewer(member: MemberID(rawValue: 1))
        return [
            ("visitor", .visitor, nil, nil), ("stranger", member, nil, nil),
            ("pending", member, Part(.member, .pending), nil),
            ("guest", member, Part(.guest), nil), ("member", member, Part(.member), nil),
            ("joined", member, Part(.member), Part(.member)),
            ("silenced", member, Part(.member, .silenced), Part(.member)),
            ("lapsed", member, Part(.member, .lapsed), Part(.member)),
            ("author", member, Part(.member), Part(.member)),
            ("facilitator", member, Part(.member), Part(.facilitator)), ("moderator", member, Part(.moderator), nil),
            ("manager", member, Part(.manager), nil),
            ("administrator", Viewer(member: MemberID(rawValue: 1), isSiteAdministrator: true), nil, nil),
        ]
    }()

    private static let places: [(String, CommunityVisibility, GroupKind, GroupAccess, Bool)] = [
        ("an open group of a public community", .public, .topic, .open, true),
        ("an open group of a members-only community", .members, .topic, .open, true),
        ("a group by request", .members, .topic, .request, true),
        ("a listed peer-support group", .members, .peerSupport, .invite, true),
        ("an unlisted peer-support group", .members, .peerSupport, .invite, false),
    ]

    static var text: String {
        var text = ""
        for (name, visibility, kind, access, isListed) in places {
            text += "In \(name)\n" + "".padding(18) + people.map { $0.name.padding(14) }.joined() + "\n"
            for act in Forum.capabilities.acts {
                let cells = people.map { person in
                    cell(
                        act,
                        facts(
                            act,
                            person.name,
                            person.viewer,
                            person.part,
                            person.groupPart,
                            visibility,
                            kind,
                            access,
                            isListed
                        )
                    )
                }
                text += act.name.padding(18) + cells.map { $0.padding(14) }.joined() + "\n"
            }
            text += "\n"
        }
        text += towards
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { line in String(line.reversed().drop { $0 == " " }.reversed()) }.joined(separator: "\n")
    }

    /// Who reaches whom: the acts that are about a person, in the community itself and in two sorts of group.
    private static var towards: String {
        let targets: [(String, Role?, Role?)] = [
            ("member", .member, .member), ("facilitator", .member, .facilitator), ("moderator", .moderator, .member),
            ("manager", .manager, .member),
        ]
        let actors = people.filter { ["member", "facilitator", "moderator", "manager", "silenced"].contains($0.name) }
        let groups: [(String, GroupKind?)] = [
            ("in the community", nil), ("in an open group", .topic), ("in a peer-support group", .peerSupport),
        ]
        var text = ""
        for act in [Silence.self, Suspend.self, Reinstate.self] as [any Act.Type] {
            for (place, kind) in groups {
                text +=
                    "\(act.name) \(place)\n" + "".padding(18) + actors.map { $0.name.padding(14) }.joined()
                    + "\n"
                for (name, role, groupRole) in targets {
                    let target = Target(MemberID(rawValue: 2), role: role, groupRole: kind == nil ? nil : groupRole)
                    let cells = actors.map { actor in
                        let group = kind.map {
                            GroupFacts(
                                id: GroupID(rawValue: 1),
                                kind: $0,
                                access: $0 == .topic ? .open : .invite,
                                isListed: true,
                                part: actor.groupPart
                            )
                        }
                        let community = CommunityFacts(
                            id: CommunityID(rawValue: 1),
                            visibility: .members,
                            joining: .request,
                            part: actor.part,
                            hasAgreed: true
                        )
                        let facts = Facts(viewer: actor.viewer, now: .distantPast, community: community, group: group)
                        return cell(act, facts.towards(target))
                    }
                    text += ("to a " + name).padding(18) + cells.map { $0.padding(14) }.joined() + "\n"
                }
                text += "\n"
            }
        }
        return text
    }

    private static func cell(_ act: any Act.Type, _ facts: Facts) -> String {
        switch Policy.refusal(act, facts) {
        case nil: "yes"
        case .missing: "."
        case .signedOut: "sign in"
        case .notAllowed: "-"
        case let denial?: denial == .silenced ? "silenced" : denial == .lapsed ? "lapsed" : "\(denial)"
        }
    }

    /// The facts of what the act is done to, and of nothing within it.
    private static func facts(
        _ act: any Act.Type,
        _ name: String,
        _ viewer: Viewer,
        _ part: Part?,
        _ groupPart: Part?,
        _ visibility: CommunityVisibility,
        _ kind: GroupKind,
        _ access: GroupAccess,
        _ isListed: Bool
    ) -> Facts {
        let community = CommunityFacts(
            id: CommunityID(rawValue: 1),
            visibility: visibility,
            joining: .request,
            part: part,
            hasAgreed: true
        )
        if act.scope == .site { return Facts(viewer: viewer, now: .distantPast) }
        if act.scope == .community { return Facts(viewer: viewer, now: .distantPast, community: community) }
        return Facts(
            viewer: viewer,
            now: .distantPast,
            community: community,
            group: GroupFacts(
                id: GroupID(rawValue: 1),
                kind: kind,
                access: access,
                isListed: isListed,
                part: groupPart
            ),
            thread: act.scope == .thread
                ? ThreadFacts(
                    id: ThreadID(rawValue: 1),
                    state: .open,
                    isPublic: visibility == .public,
                    isOwn: name == "author",
                    postCount: 1,
                    lastPostAt: .distantPast,
                    version: 1
                ) : nil,
            isAuthor: name == "author"
        )
    }
}
