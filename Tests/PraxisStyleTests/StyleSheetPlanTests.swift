import PraxisCapability
import PraxisForum
import PraxisStyle
import PraxisWeb
import Testing

@Suite("The tokens of the style sheet")
struct StyleSheetPlanTests {
    private static let text = String(decoding: Assets(Forum.capabilities.pages).sheets, as: UTF8.self)
    private static let sheet = StyleSheetPlan(text)

    private static let known: [(one: String, other: String, ratio: Double)] = [
        ("#000", "#fff", 21), ("#ffffff", "#FFF", 1), ("#767676", "#fff", 4.54), ("#1b2427", "#f4f6f5", 14.5),
        ("#86d5e8", "#101719", 11),
    ]

    @Test("have the contrast that WCAG computes", arguments: known)
    func contrast(one: String, other: String, ratio: Double) throws {
        let found = try #require(StyleSheetPlan.contrast(one, other))
        #expect(abs(found - ratio) < 0.1)
        #expect(StyleSheetPlan.contrast(other, one) == found)
    }

    @Test("are colours only if they are written as ones", arguments: ["", "#", "#12", "#12345", "#ggg", "red", "fff"])
    func noColour(text: String) { #expect(StyleSheetPlan.contrast(text, "#fff") == nil) }

    @Test("reach the contrast that each needs where it stands, in both looks")
    func reach() throws {
        for pair in StyleSheetPlan.pairs {
            let colour = try #require(Self.sheet.token(pair.colour)),
                ground = try #require(Self.sheet.token(pair.ground))
            let light = try #require(StyleSheetPlan.contrast(colour.light, ground.light))
            let dark = try #require(StyleSheetPlan.contrast(colour.dark, ground.dark))
            #expect(light >= pair.needed, "\(pair.colour) on \(pair.ground): \(light)")
            #expect(dark >= pair.needed, "\(pair.colour) on \(pair.ground), dark: \(dark)")
        }
    }

    @Test("are all shown: each colour on a ground or as one, each space")
    func shown() {
        let shown = Set(StyleSheetPlan.pairs.flatMap { ["--" + $0.colour, "--" + $0.ground] })
        let colours = Self.sheet.tokens.filter(\.isColour).map(\.name)
        #expect(colours.count > 25)
        #expect(colours.filter { !shown.contains($0) } == [])
    }

    @Test("are dark alike by the device and by the member's own setting")
    func dark() throws {
        let rules = Self.text.matches(of: /:root(?:\.dark|:not\(\.light\)) \{([^}]*)\}/).map {
            $0.1.split { $0.isWhitespace }.joined(separator: " ").replacing("color-scheme: dark; ", with: "")
        }
        #expect(rules.count > 1)
        #expect(try #require(rules.first).contains("--bg:"))
        #expect(rules.first == rules.dropFirst().first)
    }
}
