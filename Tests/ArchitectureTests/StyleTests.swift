import Testing

/// What a machine can judge of how the code is written.
@Suite("The style of the code")
struct StyleTests {
    private let sources = swiftFiles(below: "Sources")

    @Test("takes apart and hands on two values at most: three and more are fields with names")
    func tuples() throws {
        let three = try Regex(#"(?:\blet|\bvar|\bfor) \((?:\w+, ){2,}\w+\)|-> \((?:[^()<>]+, ){2,}[^()<>]+\)"#)
        for (path, text) in sources { #expect(text.firstMatch(of: three) == nil, "\(path)") }
    }

    @Test("explains itself in the words of the field")
    func comments() throws {
        let odd = try Regex(
            #"(?mi)^\s*//.*(?:\bwhoever\b|\bnothing where\b|\breckon|\bwhat became of\b|\bis none\b|\bof nobody\b)"#
        )
        for (path, text) in sources {
            #expect(text.firstMatch(of: odd).map { text[$0.range] } == nil, "\(path)")
        }
    }
}
