/// The words of a Swift file, without its comments and the names that it declares.
struct CodeWords {
    /// Behind a dot.
    private(set) var members: Set<Substring> = []
    /// Every other one.
    private(set) var bare: Set<Substring> = []

    init(_ text: String) {
        for line in text.split(separator: "\n") {
            let code = line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line
            var last: Substring = ""
            for word in code.split(whereSeparator: { !($0.isLetter || $0.isNumber || $0 == "_") }) {
                let isMember = word.startIndex > code.startIndex && code[code.index(before: word.startIndex)] == "."
                if isMember { members.insert(word) } else if !Self.declaring.contains(last) { bare.insert(word) }
                last = word
            }
        }
    }

    private static let declaring: Set<Substring> = ["func", "var", "let", "case"]
}
