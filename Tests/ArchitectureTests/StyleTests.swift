import Foundation
import Testing

/// What a machine can judge of how the code is written.
@Suite("The style of the code")
struct StyleTests {
    private let sources = swiftFiles(below: "Sources")

    @Test("takes apart and hands on two values at most: three and more are fields with names")
    func tuples() throws {
        let three = try Regex(
            #"(?:\blet|\bvar|\bfor) \((?:\w+, ){2,}\w+\)|-> \((?:[^()<>]+, ){2,}[^()<>]+\)|\((?:[\w.]+, ){2,}[\w.]+\) = "#
        )
        for (path, text) in sources { #expect(text.firstMatch(of: three) == nil, "\(path)") }
    }

    private static let odd =
        #"(?:\bwhoever\b|\bnothing where\b|\breckon|\bwhat became of\b|\bis none\b|\bof nobody\b)"#

    @Test("explains itself in the words of the field, in comments and in what tests are called")
    func phrases() throws {
        let odd = try Regex("(?i)" + Self.odd)
        // They look for such words.
        let named: Set = ["ArchitectureTests/StyleTests.swift", "PraxisWordsTests/WritingTests.swift"]
        for (path, text) in sources + swiftFiles(below: "Tests") where !named.contains(path) {
            #expect(text.firstMatch(of: odd).map { text[$0.range] } == nil, "\(path)")
        }
    }

    @Test("explains itself so in scripts and in the tests from outside, too")
    func scripts() throws {
        // Behind a sign of a comment, or at the beginning of a line of text.
        let odd = try Regex("(?mi)(?:#|\"\"\"|^ *[a-z]+ [a-z]+ ).*" + Self.odd)
        var looked = 0
        for (path, text) in Self.scripts() {
            looked += 1
            let code = text.replacing("is None", with: "")
            #expect(code.firstMatch(of: odd).map { code[$0.range] } == nil, "\(path)")
        }
        #expect(looked > 30)
    }

    private static func scripts() -> [(path: String, text: String)] {
        let root = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL
        return ["scripts", "Tests/outside"].flatMap { folder -> [(path: String, text: String)] in
            let files = FileManager.default.enumerator(
                at: root.appending(path: folder),
                includingPropertiesForKeys: nil
            )
            return (files?.compactMap { $0 as? URL } ?? []).filter { ["", "py", "sh"].contains($0.pathExtension) }
                .compactMap { file in
                    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return nil }
                    return (file.path, text)
                }
        }
    }
}
