import PraxisCapability
import PraxisForum
import PraxisWeb
import Testing

@Suite("The style sheet")
struct StyleSheetTests {
    private static let sheet = String(decoding: Assets(Forum.capabilities.pages).sheets, as: UTF8.self)

    @Test("changes nothing under a finger: what a pointer does by resting is said only where there is one")
    func hovering() throws {
        let hovering = Self.sheet.split(separator: "\n").filter { $0.contains(":hover") }
        #expect(!hovering.isEmpty)
        for line in hovering { #expect(line.contains("@media (hover: hover) {"), "\(line)") }
    }

    @Test("has the rules of capabilities after the site's own")
    func joined() throws {
        let own = try #require(Self.sheet.firstRange(of: ":root")),
            added = Self.sheet.firstRange(of: ".reactions .btn {")
        #expect(try own.lowerBound < #require(added).lowerBound)
    }
}
