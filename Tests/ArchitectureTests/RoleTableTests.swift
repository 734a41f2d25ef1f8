import Foundation
import Testing

@Suite("The table of roles")
struct RoleTableTests {
    @Test("says of each role of file what the test of imports allows it")
    func table() throws {
        let file = URL(filePath: #filePath).appending(path: "../../../ARCHITECTURE.md").standardizedFileURL
        let text = try String(contentsOf: file, encoding: .utf8)
        let rows = text.matches(of: /(?m)^\| `([A-Z]\w+)` \| [^|]+ \| ([^|]+) \|$/)
        let told = Dictionary(
            rows.map { row in
                (String(row.1), Set(row.2.matches(of: /Praxis\w+|Hummingbird|HTTPTypes/).map { String($0.0) }))
            }
        ) { first, _ in first }
        // A command of the administrator or a single large one is a `Command`, under the rule of `Commands`.
        let roles = ArchitectureTests.roles.filter { $0.suffix != "Command" }
        #expect(Set(told.keys) == Set(roles.map(\.suffix)))
        for role in roles {
            #expect(told[role.suffix] == role.allowed.subtracting(ArchitectureTests.pure), "\(role.suffix)")
        }
    }
}
