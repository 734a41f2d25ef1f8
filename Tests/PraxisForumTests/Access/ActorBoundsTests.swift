import Foundation
import PraxisDomain
import PraxisTesting
import Testing

@Suite("The actor of a community")
struct ActorBoundsTests {
    /// Of the test whose commands are all refused: none of them changes anything.
    private static let refusing = Task { try await BoundsWorld() }

    @Test(
        "knows nothing of the groups, threads, posts, items, requests, members and links of another",
        arguments: BoundsCommand.all.map(\.name)
    )
    func bounds(name: String) async throws {
        let world = try await Self.refusing.value
        let command = try #require(BoundsCommand.all.first { $0.name == name })
        let before = try await world.site.allRows()
        await #expect(throws: Denial.missing) { try await command.run(world.other, world) }
        #expect(try await world.site.allRows() == before)
    }

    /// Without it the first test could not fail for a command that finds nothing anywhere.
    @Test("knows its own", arguments: BoundsCommand.all.map(\.name))
    func own(name: String) async throws {
        let world = try await BoundsWorld()
        let command = try #require(BoundsCommand.all.first { $0.name == name })
        try await command.run(world.own, world)
    }

    /// The signatures of what the sources add to `Community` for other targets.
    private static func declared() throws -> [String] {
        let root = URL(filePath: #filePath).appending(path: "../../../../Sources").standardizedFileURL
        let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
        let sources = try files?.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
            .map { try String(contentsOf: $0, encoding: .utf8) }
        return (sources ?? []).flatMap { text in
            text.matches(of: /(?ms)^(?:package )?extension Community [^{\n]*\{\n(.*?)^\}/).flatMap { block in
                block.1.matches(
                    of: /(?:package|public) (?:nonisolated )?func (\w+)(?:<[^>]*>)?\(((?:[^()]|\([^()]*\))*)\)/
                )
                .map { "\($0.1)(\(types(of: $0.2)))" }
            }
        }
    }

    private static func types(of parameters: Substring) -> String {
        let types = parameters.split(separator: ",").compactMap { parameter in
            parameter.firstMatch(of: /:\s*(?:@escaping )?([^=]+?)\s*(?:=|$)/).map { String($0.1) }
        }
        return types.filter { $0 != "Viewer" && $0 != "OnceKey?" }.joined(separator: ", ")
    }

    @Test("is asked in these tests for every command that it has, but for those about the community itself")
    func complete() throws {
        let declared = try Self.declared(), exceptions = BoundsCommand.ofTheCommunity
        #expect(declared.count > 35 && Set(declared).count == declared.count)
        let told = Set(BoundsCommand.all.map(\.signature))
        #expect(told.isDisjoint(with: exceptions.keys))
        #expect(Set(declared).subtracting(told).subtracting(exceptions.keys).sorted() == [], "not asked for")
        #expect(told.union(exceptions.keys).subtracting(declared).sorted() == [], "not there")
        for name in exceptions.keys { #expect(!name.contains("ID"), "\(name) takes an id") }
    }
}
