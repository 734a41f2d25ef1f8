import Foundation

/// Public test data that is kept beside the clone, not in it.
enum Corpora {
    static let folder: URL = {
        if let path = ProcessInfo.processInfo.environment["PRAXIS_CORPORA"] { return URL(filePath: path) }
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return package.deletingLastPathComponent().appending(path: "shared/corpora")
    }()

    static let arePresent = FileManager.default.fileExists(atPath: folder.path)

    static func examples(_ path: String) throws -> [Example] {
        try JSONDecoder().decode([Example].self, from: Data(contentsOf: folder.appending(path: path)))
    }

    static func lines(_ path: String) throws -> [String] {
        let text = String(decoding: try Data(contentsOf: folder.appending(path: path)), as: UTF8.self)
        return text.split(whereSeparator: \.isNewline).map(String.init)
    }

    static func strings(_ path: String) throws -> [String] {
        try JSONDecoder().decode([String].self, from: Data(contentsOf: folder.appending(path: path)))
    }
}

/// One example of a specification: what is typed, and the HTML that it asks for.
struct Example: Decodable {
    let example: Int
    let section: String
    let markdown: String
    let html: String
    let extensions: [String]
}
