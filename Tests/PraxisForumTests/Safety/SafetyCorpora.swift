import Foundation

/// Public lists of hostile text that are kept beside the clone, not in it.
enum SafetyCorpora {
    static let folder: URL = {
        if let path = ProcessInfo.processInfo.environment["PRAXIS_CORPORA"] { return URL(filePath: path) }
        var package = URL(filePath: #filePath)
        for _ in 0..<4 { package.deleteLastPathComponent() }
        return package.deletingLastPathComponent().appending(path: "shared/corpora")
    }()

    static let arePresent = FileManager.default.fileExists(atPath: folder.path)

    static func payloads() throws -> [String] {
        let file = folder.appending(path: "xss-payloadbox/xss-payload-list.txt")
        return String(decoding: try Data(contentsOf: file), as: UTF8.self).split(whereSeparator: \.isNewline).map(
            String.init
        )
    }
}
