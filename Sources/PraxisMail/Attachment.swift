package import FoundationEssentials

/// A file that a message carries beside its text.
package struct Attachment: Hashable, Sendable {
    /// With its parameters, as `text/calendar; charset=utf-8; method=PUBLISH`.
    package let type: String
    /// What it is saved as.
    package let name: String
    package let content: Data

    package init(_ content: Data, type: String, name: String) {
        (self.content, self.type) = (content, type)
        self.name = name
    }

    /// As a part of a message: its bytes arrive as they are, whatever becomes of line ends on the way.
    func rendered() -> [UInt8] {
        let type = Self.plain(type), name = Self.plain(name)
        let headers = """
            Content-Type: \(type); name="\(name)"
            Content-Disposition: attachment; filename="\(name)"
            Content-Transfer-Encoding: base64


            """
        let lines = content.base64EncodedData(options: [.lineLength76Characters, .endLineWithLineFeed])
        return Array(headers.utf8) + lines + [UInt8(ascii: "\n")]
    }

    /// ASCII on one line, without what ends a quoted string.
    private static func plain(_ text: String) -> String {
        String(decoding: text.utf8.filter { (32...126).contains($0) && $0 != 34 && $0 != 92 }, as: UTF8.self)
    }
}
