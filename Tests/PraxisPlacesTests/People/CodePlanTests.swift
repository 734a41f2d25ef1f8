import PraxisPlaces
import Testing

@Suite("The code of a mail")
struct CodePlanTests {
    @Test(
        "is understood as people type and paste it",
        arguments: [
            ("123456", "123456"), (" 123 456\u{200B}", "123456"), ("123-456", "123456"), ("１２３４５６", "123456"),
            ("١٢٣٤٥٦", "123456"),
            ("Your code is 123456. It works for 10 minutes.", "123456"), ("12345", "12345"), ("none", ""), ("", ""),
        ]
    )
    func digits(typed: String, digits: String) { #expect(CodePlan.digits(in: typed) == digits) }
}
