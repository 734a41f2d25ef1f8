import PraxisDomain
import PraxisWeb
import Testing

@Suite("An address")
struct AddressTests {
    private let standing = Address<String, String, MemberID>("/c/{community}/g/{group}/members/{member}/standing")

    @Test("is the pattern of its route and the link that leads there")
    func patternAndLink() {
        #expect(Route.form(standing) { _ in .noContent }.path == standing.pattern)
        #expect(standing("a", "b", MemberID(rawValue: 7)) == "/c/a/g/b/members/7/standing")
        #expect(Address<Int>("/p/{number}")(12) == "/p/12")
    }

    @Test("does not exist with another number of parts than its pattern names")
    func wrongNumber() async {
        await #expect(processExitsWith: .failure) { _ = Address<PostID>("/p/{post}/{other}") }
        await #expect(processExitsWith: .failure) { _ = Address<PostID, Int>("/p/{post}") }
    }
}
