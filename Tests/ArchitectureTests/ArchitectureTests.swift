import Foundation
import Testing

/// Every Swift file under `Sources`, as its path from there and its text.
private let sources = swiftFiles(below: "Sources")
private let tests = swiftFiles(below: "Tests")

func swiftFiles(below folder: String) -> [(path: String, text: String)] {
    let root = URL(filePath: #filePath).appending(path: "../../../\(folder)").standardizedFileURL
    let files =
        FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
    return files.filter { $0.pathExtension == "swift" }.sorted { $0.path < $1.path }.compactMap { file in
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return nil }
        return (String(file.path.dropFirst(root.path.count + 1)), text)
    }
}

private func imports(of text: String) -> Set<String> {
    Set(
        text.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard let at = words.firstIndex(of: "import"), at <= 1, at + 1 < words.count else { return nil }
            return String(words[at + 1])
        }
    )
}

/// The targets that bring a capability, and what all of them share.
private let capabilities = Set(
    sources.filter { $0.path.hasSuffix("Capability.swift") || $0.path.hasPrefix("PraxisVerify/") }
        .map { String($0.path.prefix { $0 != "/" }) }
)

@Suite("The architecture")
struct ArchitectureTests {
    private static let everywhere: Set = ["PraxisDomain", "Foundation", "FoundationEssentials", "Synchronization"]

    /// Libraries of pure functions: no database, no connection, no clock.
    static let pure: Set = ["HTML", "Markdown", "PraxisCrypto"]

    /// What the files of a role may import besides the domain: the table of ARCHITECTURE.md.
    static let roles: [(suffix: String, allowed: Set<String>)] = [
        ("Plan", []),
        ("Queries", pure.union(["PraxisStore", "PraxisCommunity", "PraxisWeb", "PraxisWords"])),
        ("Commands", pure.union(["PraxisStore", "PraxisCommunity"])),
        ("Command", pure.union(["PraxisStore", "PraxisCommunity"])),
        ("Migrations", ["PraxisStore"]),
        ("Events", ["PraxisStore", "PraxisCommunity"]),
        (
            "Routes",
            pure.union(["Hummingbird", "HTTPTypes", "PraxisWeb", "PraxisCommunity", "PraxisStore", "PraxisWords"])
        ),
        (
            "API",
            pure.union(["Hummingbird", "HTTPTypes", "PraxisWeb", "PraxisCommunity", "PraxisStore", "PraxisWords"])
        ),
        ("Views", pure.union(["Hummingbird", "HTTPTypes", "PraxisWeb", "PraxisWords", "PraxisCommunity"])),
        ("Mail", pure.union(["PraxisMail", "PraxisWeb", "PraxisWords", "PraxisCommunity"])),
        ("Rows", pure.union(["PraxisStore", "PraxisCommunity", "PraxisWeb"])),
        ("JSON", pure.union(["PraxisStore", "PraxisCommunity", "PraxisWeb", "PraxisWords"])),
        ("Paths", ["PraxisWeb"]),
        ("Acts", []),
        ("Problems", ["PraxisWeb"]),
        ("Words", ["PraxisWords"]),
        ("Lines", pure.union(["PraxisStore", "PraxisCommunity"])),
        ("Tables", ["PraxisStore", "PraxisCommunity"]),
        ("Checks", pure.union(["PraxisStore"])),
        ("Capability", ["PraxisStore", "PraxisCommunity", "PraxisWeb", "PraxisWords"]),
    ]

    /// Files that are named neither by a role nor by the type that they declare.
    private static let named: Set = [
        "Environment", "DigestTemplate", "OutboxService", "Snippets", "Visits",
    ]

    @Test("is kept by the imports of each role of file in the capabilities")
    func roleImports() {
        #expect(sources.count > 50)
        #expect(capabilities.count >= 12)
        for (path, text) in sources where capabilities.contains(target(of: path)) {
            let name = String(path.split(separator: "/").last?.dropLast(6) ?? "")
            let role = Self.roles.first { name.hasSuffix($0.suffix) }
            let allowed =
                role?.allowed
                ?? Self.pure.union([
                    "PraxisStore", "PraxisCommunity", "PraxisWeb", "PraxisWords", "PraxisMail", "Logging",
                ])
            let extra = imports(of: text).subtracting(Self.everywhere).subtracting(allowed).subtracting(capabilities)
            #expect(extra.isEmpty, "\(path) imports \(extra.sorted())")
            guard role == nil, !Self.named.contains(name) else { continue }
            let declares = try? Regex("(?m)^(?:package |final )*(?:struct|enum|class|actor|protocol) \(name)\\b")
            #expect(
                declares.map { text.firstMatch(of: $0) != nil } == true,
                "\(path) has neither a role nor the name of a type that it declares"
            )
        }
    }

    /// Files of the kernel that hold what one type of another file is given, or several small ones of one matter.
    private static let kernelNamed: Set = [
        "Escaping", "Address", "BareAddresses", "Blocks", "Definitions", "Document", "Excerpt",
        "MailAddresses", "Mentions", "StandIns", "Doctor", "RestoreMessages", "ConfigurationReading",
        "UnixSocket", "SettingTable", "SystemEnvironment", "ActorAccess", "ItemAccess", "LiveAccess",
        "RFC3339", "Text", "Vocabulary", "Descriptors", "MailDate", "Audit", "Backup", "FullTextSchema",
        "Outbox", "Record", "Row", "Integrity", "QueryPlans", "EventStream", "FieldSentences", "Refusals",
        "Responses", "Statuses", "Components", "FormChoices", "AppearanceClasses", "RememberedAppearance", "Layout",
        "OpenAPISchema", "RequestCheck", "OnceKeys", "Proof", "RequestBody", "RequestHead", "Responder",
        "Moments",
    ]

    @Test("names each file of the kernel by a role, by a type that it declares, or in a list")
    func kernelFiles() {
        var listed: Set<String> = []
        for (path, text) in sources where !path.hasPrefix("PraxisTesting/") && !bringsCapability(path) {
            let name = String(path.split(separator: "/").last?.dropLast(6) ?? "")
            let declares = try? Regex(
                "(?m)^(?:package |public |final |indirect )*(?:struct|enum|class|actor|protocol|typealias) \(name)\\b"
            )
            if Self.roles.contains(where: { name.hasSuffix($0.suffix) }) { continue }
            if declares.map({ text.firstMatch(of: $0) != nil }) == true { continue }
            listed.insert(name)
        }
        #expect(listed.subtracting(Self.kernelNamed).isEmpty && Self.kernelNamed.subtracting(listed).isEmpty)
    }

    private func bringsCapability(_ path: String) -> Bool {
        capabilities.contains(target(of: path)) && target(of: path) != "PraxisCapability"
    }

    /// Members that nobody else asks for yet or any more: to become internal.
    ///
    /// The list may only shrink.
    private static let unasked: Set<Substring> = ["endSession", "resetPassword", "restoreDraft"]

    @Test("adds to the types that all share only what another target asks for, but for a list that shrinks")
    func sharedNamespaces() throws {
        // By a name behind a dot, the targets that ask for it; by a type and a bare name, those that extend the type and use it there.
        var asked: [Substring: Set<String>] = [:], inside: [Substring: [Substring: Set<String>]] = [:]
        for (path, text) in sources + tests {
            let target = target(of: path), words = CodeWords(text)
            for word in words.members { asked[word, default: []].insert(target) }
            let extended = text.matches(of: /(?m)^(?:\w+ )*extension (Call|WriteDB|Community|Site)\b/).map { $0.1 }
            for type in Set(extended) {
                for word in words.bare { inside[type, default: [:]][word, default: []].insert(target) }
            }
        }
        var members = 0, unasked: Set<Substring> = []
        for (path, text) in sources where capabilities.contains(target(of: path)) {
            for extended in text.matches(of: /(?ms)^extension (Call|WriteDB|Community|Site) \{\n(.*?)^\}/) {
                for member in extended.2.matches(of: /(?m)^    package (?:static |mutating )*(?:func|var|let) (\w+)/) {
                    members += 1
                    let others = asked[member.1, default: []].union(inside[extended.1]?[member.1] ?? [])
                        .subtracting([target(of: path)])
                    if others.isEmpty { unasked.insert(member.1) }
                }
            }
        }
        #expect(members > 80 && unasked == Self.unasked, "\(unasked)")
    }

    @Test("has capabilities that use each other in one direction")
    func layers() throws {
        var uses: [String: Set<String>] = [:]
        for (path, text) in sources where capabilities.contains(target(of: path)) {
            uses[target(of: path), default: []].formUnion(imports(of: text).intersection(capabilities))
        }
        // What a target does not declare may be there or not when it is compiled.
        let manifest = URL(filePath: #filePath).appending(path: "../../../Package.swift").standardizedFileURL
        for match in try String(contentsOf: manifest, encoding: .utf8)
            .matches(of: /(?m)^    "(Praxis\w+)": \[(.*)\],$/)
        {
            let declared = match.2.matches(of: /\w+/).map { String($0.0) } + ["PraxisCapability"]
            let undeclared = uses[String(match.1), default: []].subtracting(declared)
            #expect(undeclared.isEmpty, "\(match.1) uses \(undeclared.sorted())")
        }
        while let free = uses.first(where: { $0.value.isEmpty })?.key {
            uses[free] = nil
            for other in uses.keys { uses[other]?.remove(free) }
        }
        #expect(uses.isEmpty, "a cycle: \(uses.keys.sorted())")
    }

    @Test("has no folder that has become a drawer") func folders() {
        let files = Dictionary(grouping: sources) { $0.path.split(separator: "/").dropLast().joined(separator: "/") }
        for (folder, files) in files { #expect(files.count <= 20, "\(folder) holds \(files.count) files") }
    }

    @Test("says of each folder what it holds and who may use it") func foldersAreTold() throws {
        let file = URL(filePath: #filePath).appending(path: "../../../docs/folders.md").standardizedFileURL
        let text = try String(contentsOf: file, encoding: .utf8)
        let told = text.matches(of: /(?m)^\| `([A-Za-z\/]+)` \| [^|]+ \| [^|]+ \|$/).map { String($0.1) }
        #expect(Set(told) == Set(sources.map { $0.path.split(separator: "/").dropLast().joined(separator: "/") }))
        #expect(told.count == Set(told).count)
    }

    @Test("keeps the database engine behind the store's door")
    func engineEnds() {
        for (path, text) in sources where !path.hasPrefix("PraxisStore/") && !path.hasPrefix("PraxisTesting/") {
            #expect(imports(of: text).isDisjoint(with: ["GRDB", "GRDBSQLite", "CSQLiteSettings"]), "\(path)")
        }
    }

    @Test("keeps the writer with the community actors and with anyone who opens the store")
    func writerStays() {
        let allowed = [
            "PraxisStore/", "PraxisCommunity/", "PraxisApp/SystemEnvironment.swift", "PraxisTesting/TestSite.swift",
        ]
        for (path, text) in sources where !allowed.contains(where: path.hasPrefix) {
            #expect(text.firstMatch(of: /\bwriter\.write\b|\bWriter\b(?!s)/) == nil, "\(path) holds a Writer")
        }
    }

    @Test("takes time and randomness from the environment alone")
    func outsideWorld() {
        // The site key is made with its file. The Maildir stand-in is a program of its own, started without an environment. The pipe to
        // a mail program, which may hang, is the outside world itself, below every environment.
        let allowed = [
            "PraxisApp/SystemEnvironment.swift", "PraxisApp/Commands/MailFolder.swift", "PraxisCrypto/",
            "PraxisTesting/",
            "PraxisStore/Store.swift", "PraxisMail/Sendmail.swift", "PraxisMail/HandOver.swift",
        ]
        for (path, text) in sources where !allowed.contains(where: path.hasPrefix) {
            #expect(
                text.firstMatch(
                    of:
                        /\bDate\(\)|\bUUID\(\)|\.random\(in|ContinuousClock|SuspendingClock|Dispatch(Wall)?Time|NIODeadline\.now|clock_gettime|[(=:,+-] *\.now\b|\b(Date|Clock)\.now\b|Task\.sleep|Random\.(bytes|token|digits)/
                ) == nil,
                "\(path)"
            )
        }
    }

    @Test("has what follows from each event declared beside it")
    func eventsAreDeclared() {
        var words: [String] = []
        for (path, text) in sources {
            let declared = text.matches(of: /static let ([A-Za-z]+): Event = "([a-z-]+)"/)
            guard let first = declared.first else { continue }
            words += declared.map { String($0.2) }
            let kinds = text[first.range.upperBound...].components(separatedBy: "extension EventKind").dropFirst()
                .joined()
            for event in declared {
                let uses = kinds.matches(of: /\.([A-Za-z]+)\b/).count { $0.1 == event.1 }
                #expect(uses >= 1, "\(path): nothing is said to follow from \(event.1)")
            }
        }
        #expect(words.count >= 38 && Set(words).count == words.count)
    }

    @Test("declares each setting for mail once, with a key of its own")
    func mailSettings() {
        let code = sources.map { $0.text.replacing(/\/\/.*/, with: "") }
        let keys = code.flatMap { $0.matches(of: /= MailSetting\(\s*"([^"]*)"/).map { String($0.1) } }
        #expect(keys.count >= 8 && Set(keys).count == keys.count)
        for key in keys { #expect(key.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil, "\(key)") }
    }

    @Test("leaves what only this engine understands to the store")
    func engineWords() {
        for (path, text) in sources where !path.hasPrefix("PraxisStore/") && !path.hasPrefix("PraxisTesting/") {
            #expect(
                text.firstMatch(
                    of:
                        /PRAGMA |sqlite_|INSERT OR |\browid\b|\bx''|INDEXED BY|[ (]instr\(|CROSS JOIN [a-z]+ [a-z]+ ON|\bIS (?:NOT )?\\\(/
                ) == nil,
                "\(path)"
            )
        }
    }

    /// Files whose rows are a single value, or are filled by no SELECT.
    private static let withoutColumns: Set = [
        "PraxisStore/Row.swift", "PraxisStore/DB.swift", "PraxisStore/Schema/Integrity.swift",
    ]

    @Test(
        "has the columns of each row directly before the initializer that reads them, and no statement that spells them again"
    )
    func rowColumns() {
        let start = "(_ columns: inout Columns)"
        var rows: Set<Substring> = []
        for (path, text) in sources where !Self.withoutColumns.contains(path) {
            for part in text.components(separatedBy: start).dropLast()
            where part.hasSuffix("init") || part.hasSuffix("init?") {
                let declares = part.contains(/static (?:let|var|func) columns\w*[:(]/)
                let type = part.matches(of: /(?:struct|extension|enum) (?:\w+\.)*(\w+)/).last?.1 ?? ""
                #expect(declares, "\(path): \(type) has no columns beside its initializer")
                rows.insert(type)
            }
        }
        #expect(rows.count > 130)
        for (path, text) in sources.map({ ($0.path, $0.text.replacing(/\/\/.*/, with: "")) }) {
            for cast in text.matches(of: /\sas SQL<(?:\w+\.)*(\w+)>/) where rows.contains(cast.1) {
                let quote = text[..<cast.range.lowerBound].hasSuffix("\"\"\"") ? "\"\"\"" : "\n"
                let statement = text[..<cast.range.lowerBound].dropLast(3).components(separatedBy: quote).suffix(2)
                    .joined()
                #expect(statement.contains(/olumns|\(select\)/), "\(path): a statement spells the columns of \(cast.1)")
            }
        }
    }

    @Test("leaves the writing of each table to the slice that made it")
    func tableOwners() {
        var owners: [String: String] = [:]
        for (path, text) in sources where path.hasSuffix("Migrations.swift") && capabilities.contains(target(of: path))
        {
            for match in text.matches(of: /CREATE TABLE "?([A-Za-z]+)"?/) { owners[String(match.1)] = slice(of: path) }
        }
        #expect(owners.count >= 15)
        for (path, text) in sources where capabilities.contains(target(of: path)) {
            for match in text.matches(of: /(?:INSERT INTO|UPDATE|DELETE FROM) "?([A-Za-z]+)"?/) {
                guard let owner = owners[String(match.1)] else { continue }
                #expect(owner == slice(of: path), "\(path) writes \(match.1), which belongs to \(owner)")
            }
        }
    }

    /// Reads of a table that belongs to a capability which the reading target does not use: what is to become a slot or to move.
    private static let readsAcross: Set = [
        "PraxisCommunity/ItemAccess.swift: communityCare", "PraxisCommunity/ItemAccess.swift: queueItem",
        "PraxisCommunity/ItemAccess.swift: report", "PraxisWeb/Requests/Session.swift: communityCare",
        "PraxisDigest/Discussions/DigestQueries.swift: queueItem",
        "PraxisDigest/Discussions/DigestQueries.swift: report",
        "PraxisThreads/Posts/HoldingRows.swift: communityCare",
        "PraxisThreads/Page/PostDecisionQueries.swift: queueItem",
        "PraxisThreads/Page/ReturnedPostQueries.swift: queueItem",
        "PraxisThreads/Composing/ComposeQueries.swift: communityMailRule",
        "PraxisThreads/Composing/ComposeQueries.swift: groupMailRule",
        "PraxisThreads/Page/ThreadPageQueries.swift: communityMailRule",
        "PraxisThreads/Page/ThreadPageQueries.swift: groupMailRule",
        "PraxisCapability/Letters/PlaceInMailQueries.swift: communityMailRule",
        "PraxisCapability/Letters/PlaceInMailQueries.swift: groupMailRule",
    ]

    @Test("reads no table of a capability that the reader does not use, but for a list that shrinks")
    func tablesAcross() throws {
        var owners: [String: String] = [:]
        for (path, text) in sources where path.hasSuffix("Migrations.swift") && capabilities.contains(target(of: path))
        {
            for match in text.matches(of: /CREATE (?:VIRTUAL )?TABLE "?([A-Za-z]+)"?/) {
                owners[String(match.1)] = target(of: path)
            }
        }
        let base: Set = ["PraxisPlaces", "PraxisThreads"]
        var across: Set<String> = []
        for (path, text) in sources where !path.hasPrefix("PraxisTesting/") && !path.hasPrefix("PraxisApp/") {
            let reader = target(of: path)
            let below = base.union(imports(of: text)).union(try Self.uses(reader))
            for match in text.replacing(/\/\/.*/, with: "").matches(of: /(?:FROM|JOIN) "?([a-z][A-Za-z]+)"?/) {
                let table = String(match.1)
                guard let owner = owners[table], owner != reader, !below.contains(owner) else { continue }
                across.insert("\(path): \(table)")
            }
        }
        #expect(across == Self.readsAcross)
    }

    /// What `Package.swift` says that a target uses, and what those use.
    private static func uses(_ target: String) throws -> Set<String> {
        let manifest = URL(filePath: #filePath).appending(path: "../../../Package.swift").standardizedFileURL
        var table: [String: [String]] = [:]
        for match in try String(contentsOf: manifest, encoding: .utf8)
            .matches(of: /(?m)^    "(Praxis\w+)": \[(.*)\],$/)
        {
            table[String(match.1)] = match.2.matches(of: /\w+/).map { String($0.0) }
        }
        var found: Set<String> = [], open = table[target] ?? []
        while let next = open.popLast() { if found.insert(next).inserted { open += table[next] ?? [] } }
        return found
    }

    /// Who may make a permit without asking the policy, and what for.
    private static let systemDoors: Set = [
        "PraxisApp/Commands/AccountCommands.swift", "PraxisApp/Commands/FileCommands.swift",
        "PraxisApp/Commands/RestoreCommands.swift",
        // The administrator's commands for memberships and admissions.
        "PraxisPlaces/Communities/Members/RoleCommands.swift", "PraxisThreads/Admissions/AdmissionCommands.swift",
        // The holder of the link that a first start prints.
        "PraxisSetup/SetupCommands.swift",
        // What is still asked for by a member who leaves.
        "PraxisPlaces/Communities/Members/MembershipCommands.swift",
        // Dates of a series that come within reach by themselves.
        "PraxisGatherings/Series/SeriesCommands.swift",
        // A link in a mail, whose holder is not signed in.
        "PraxisDigest/Settings/MailSettingCommands.swift",
        "PraxisImport/ImportCommands.swift",
        "PraxisPlaces/People/SignUp/SignUpCommands.swift",
        // A post that may name a client is held at once.
        "PraxisTriage/Reports/ReportCommands.swift",
    ]

    @Test("makes a permit without the policy in a few named places only, and facts in none that writes")
    func permits() {
        var doors: Set<String> = []
        for (path, text) in sources where !path.hasPrefix("PraxisTesting/") && !path.hasPrefix("PraxisDomain/") {
            let code = text.replacing(/\/\/.*/, with: "")
            if code.contains(/(?:\bPermit|[^\w)])\.(?:system|administrator)\(/) { doors.insert(path) }
            let writes = ["Commands.swift", "Command.swift", "Rows.swift"].contains { path.hasSuffix($0) }
            #expect(!writes || !code.contains(/\bFacts\(/), "\(path) makes up the facts that a permit is made from")
        }
        #expect(doors == Self.systemDoors)
    }

    @Test("says whose an event is beside the event, so that no command says it for itself")
    func eventsOfActs() {
        var declared = 0
        for (path, text) in sources where !path.hasPrefix("PraxisTesting/") {
            let code = text.replacing(/\/\/.*/, with: "")
            let extensions = code.matches(of: /extension ActEvent\b/).count
            declared += extensions
            #expect(extensions == 0 || path.hasSuffix("Events.swift"), "\(path) declares whose an event is")
            #expect(!code.contains(/\bActEvent(?:<\w+>)?(?:\.init)?\(/), "\(path) makes an event of an act")
        }
        #expect(declared >= 30)
    }

    @Test("writes journal and audit log in the store alone")
    func onlyDoor() {
        let writing = sources.filter {
            $0.text.contains(/(INSERT INTO|UPDATE|DELETE FROM) (journal|audit|auditHead)\b/)
        }
        #expect(!writing.isEmpty)
        for (path, _) in writing {
            #expect(path.hasPrefix("PraxisStore/"), "\(path) passes by `WriteDB.record`")
        }
    }

    /// A function that an extension of a type declares, or a call of one: with the label of its first argument, "_" for none.
    private struct Function: Hashable {
        /// "site." for what is called on the actor of the site, "." on any other value, "" from within.
        let receiver: String
        let name: String
        let label: String
    }

    /// The commands of a file: those of the site's actor and of a community's are called on a value, others from within, too.
    private static func commands(in text: String) -> [Function] {
        text.matches(of: /(?ms)^(?:package )?extension (\w+)[^{\n]*\{\n(.*?)^\}/).flatMap { block in
            let receiver = block.1 == "Site" ? "site." : block.1 == "Community" ? "." : ""
            return block.2.matches(of: /package (?:static |mutating )*func (\w+)(?:<[^>]*>)?\(\s*(\w+)/).map {
                Function(receiver: receiver, name: String($0.1), label: String($0.2))
            }
        }
    }

    private static func calls(in code: String) -> Set<Function> {
        var calls: Set<Function> = []
        for call in code.matches(of: /(func |site\.|\.)?(\w+)\(\s*(?:([a-zA-Z]+):)?/) where call.1 != "func " {
            for receiver in Set(["", call.1.map(String.init) ?? ""]) {
                calls.insert(Function(receiver: receiver, name: String(call.2), label: call.3.map(String.init) ?? "_"))
            }
        }
        return calls
    }

    @Test("ships no command that only a test calls")
    func commandsAreCalled() {
        let shipped = sources.filter { !$0.path.hasPrefix("PraxisTesting/") }
        let calls = shipped.map { Self.calls(in: $0.text.replacing(/\/\/.*/, with: "")) }.reduce(into: Set()) {
            $0.formUnion($1)
        }
        var looked = 0
        for (path, text) in shipped where path.firstMatch(of: /(?:Commands?|Rows)\.swift$/) != nil {
            for command in Self.commands(in: text) {
                looked += 1
                #expect(calls.contains(command), "\(path): \(command.receiver)\(command.name)(\(command.label):)")
            }
        }
        #expect(looked > 60)
    }

    private func target(of path: String) -> String { String(path.prefix { $0 != "/" }) }

    /// Who owns a table: the target, and within places the folder.
    private func slice(of path: String) -> String {
        path.split(separator: "/").prefix(path.hasPrefix("PraxisPlaces/") ? 2 : 1).joined(separator: "/")
    }

    @Test("never traps on a path that data can reach, and shares nothing unchecked")
    func noTraps() {
        for (path, text) in sources where !path.hasPrefix("PraxisTesting/") {
            #expect(
                text.firstMatch(of: /try!|fatalError\(|@unchecked Sendable|nonisolated\(unsafe\)|\bprint\(/) == nil
                    || path.hasPrefix("praxis/"),
                "\(path)"
            )
        }
    }

    @Test("takes no accident for a missing right: what is not there is asked for by Access.unlessMissing")
    func accidents() {
        for (path, text) in sources {
            #expect(text.firstMatch(of: /try\?[^\n]*\bAccess\./) == nil, "\(path)")
        }
    }

    @Test("finds what a command is about within the community of its actor, and past it in two named places")
    func actorDoors() {
        let named: Set = [
            // Who else could decide an item.
            "PraxisTriage/Deciding/QueueingRows.swift",
            // Whether the maker of a link may still invite; the link is checked to be of the community.
            "PraxisPlaces/Communities/Joining/InvitationCommands.swift",
        ]
        var past: Set<String> = []
        for (path, text) in sources where capabilities.contains(target(of: path)) {
            guard ["Commands.swift", "Command.swift", "Rows.swift"].contains(where: path.hasSuffix) else { continue }
            if text.contains(/\bAccess\.(?:group|thread|post|ownPost|item)\(/) { past.insert(path) }
        }
        #expect(past == named)
    }

    @Test("draws each page by a value of its own: only routes add to Call, and else what is lent to other targets")
    func pageValues() {
        for (path, text) in sources where capabilities.contains(target(of: path)) {
            if path.hasSuffix("Routes.swift") || path.hasSuffix("API.swift") { continue }
            let added = text.matches(of: /(?ms)^(?:\w+ )*extension Call \{\n(.*?)^\}/).flatMap { block in
                block.1.matches(of: /(?m)^    (?!package )(?:\w+ )*(?:func|var|let) (\w+)/).map { $0.1 }
            }
            #expect(added.isEmpty, "\(path) adds \(added) to Call")
        }
    }

    @Test("reads for a viewer by one value: no function takes the viewer, the database and the moment apart")
    func readings() throws {
        // What a function, an initialiser or a closure takes.
        let taking = try Regex(
            #"(?:func [^\s(]+|init\??|subscript|@Sendable |[:=] )\(([^{}]*?)\)(?: async)?(?: throws\S*)?(?: ->|\s*\{)"#,
            as: (Substring, Substring).self
        )
        let named: Set = [
            // Makes the value.
            "PraxisCommunity/Reading.swift",
            // Answers from memory, and reads only what has changed.
            "PraxisTriage/Queue/QueueCountQueries.swift",
        ]
        var apart: Set<String> = []
        for (path, text) in sources where text.contains("Viewer") && text.contains("Timestamp") {
            for declaration in text.matches(of: taking) {
                let types = Set(declaration.1.matches(of: /(?:^|[:,])\s*([A-Z]\w+)/).map { String($0.1) })
                let places = types.intersection(["DB", "WriteDB", "Environment"])
                if !places.isEmpty, types.isSuperset(of: ["Viewer", "Timestamp"]) { apart.insert(path) }
            }
        }
        #expect(apart == named)
    }

    @Test("spells addresses in Paths and sentences in the words' files")
    func views() {
        for (path, text) in sources where capabilities.contains(target(of: path)) {
            guard ["Views", "Routes", "API"].contains(where: { path.hasSuffix($0 + ".swift") }) else { continue }
            #expect(text.firstMatch(of: /"\/[a-z{]/) == nil, "\(path) spells an address")
        }
    }
}
