import PraxisDomain
import Testing

@Suite("Folding")
struct FoldingTests {
    @Test(
        "makes one of what people write for one another",
        arguments: [
            ["Mi'kma'ki", "Mi’kma’ki", "Miʼkmaʼki", "MI‘KMA`KI", "Mi′kma´ki"], ["Keʻala", "Ke'ala", "ke＇ala"],
            ["Anne-Marie", "Anne‑Marie", "Anne–Marie", "Anne－Marie", "An\u{AD}ne-Mar\u{200B}ie"],
            [
                "confidential office floor", "conﬁdential oﬃce ﬂoor", "ＣＯＮＦＩＤＥＮＴＩＡＬ　Ｏｆｆｉｃｅ  floor",
                "𝐜onfidential\u{A0}office\tfloor",
            ],
            ["coeur", "cœur", "CŒUR"], ["aesop", "Æsop"], ["strasse", "Straße", "STRAẞE"], ["soren", "Søren", "SØREN"],
            ["lodz", "Łódź"], ["dinh", "Đinh", "đinh"], ["isik", "Işık", "ışık", "IŞIK", "İşik"], ["thor", "Þor"],
            ["nguyen thi hoa", "Nguyễn Thị Hoa"],
            ["equipe", "équipe", "e\u{301}quipe"], ["οδυσσευσ", "Οδυσσεύς", "ΟΔΥΣΣΕΥΣ"], ["иван", "Иван"],
            ["علي", "عَلِی", "علـي"],
            ["שלום", "שָׁלוֹם"], ["が", "が", "か\u{3099}".precomposed], ["カ", "ｶ"], ["3", "３", "٣"], ["약", "약"],
            ["क\u{93C}", "क़"],
        ]
    )
    func alike(_ texts: [String]) {
        let folded = texts.map { Array(Folding.folded($0).unicodeScalars) }
        #expect(Set(folded).count == 1, "\(folded)")
        #expect(Folding.folded(Folding.folded(texts[0])) == Folding.folded(texts[0]))
    }

    @Test(
        "leaves apart what is not the same",
        arguments: [
            ("か", "が"), ("2½", "21/2"), ("m²", "m2"), ("C++", "C"), ("कल", "काल"), ("ward 1", "ward1"), ("①", "1"),
        ]
    )
    func apart(one: String, other: String) { #expect(Folding.folded(one) != Folding.folded(other)) }

    @Test(
        "knows what a word can begin with",
        arguments: [
            ("a", true), ("9", true), ("我", true), ("ก", true), ("'", false), ("-", false), ("\u{200B}", false),
            ("👍", false), ("\u{301}", false),
        ]
    )
    func searchable(text: String, isSearchable: Bool) {
        #expect(text.unicodeScalars.contains(where: Folding.isSearchable) == isSearchable)
    }
}

extension String {
    fileprivate var precomposed: String { TypedText.normalised(self) }
}
