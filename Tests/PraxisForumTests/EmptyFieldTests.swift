import PraxisCapability
import PraxisDomain
import PraxisForum
import PraxisWeb
import PraxisWords
import Testing

@Suite("What is said of an empty field")
struct EmptyFieldTests {
    @Test("names what to fill in, wherever the field has a name", arguments: Language.allCases)
    func names(language: Language) throws {
        let words = try #require(try Forum.capabilities.dictionaries()[language]), common = words.errors.field
        let names = Set(words.sections.flatMap { $0.labels.keys })
        #expect(["title", "body", "name", "email", "password", "capacity", "place"].allSatisfy(names.contains))
        for name in names {
            #expect(![common.missing(), common.noChoice()].contains(words.sentence(.missing, of: name)), "\(name)")
        }
        #expect(words.sentence(.missing, of: "nosuchfield") == common.missing())
    }
}
