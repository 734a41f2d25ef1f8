import Foundation
import Testing

@Suite("The style sheet")
struct StyleSheetTests {
    @Test("changes nothing under a finger: what a pointer does by resting is said only where there is one")
    func hovering() throws {
        let path = URL(filePath: #filePath).appending(path: "../../../Resources/styles/praxis.css").standardizedFileURL
        let lines = try String(contentsOf: path, encoding: .utf8).split(separator: "\n")
        let hovering = lines.filter { $0.contains(":hover") }
        #expect(!hovering.isEmpty)
        for line in hovering { #expect(line.contains("@media (hover: hover) {"), "\(line)") }
    }
}
