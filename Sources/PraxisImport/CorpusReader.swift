import PraxisCapability
import Foundation

/// Reads the lines of a corpus file as the kinds that there are.
struct CorpusReader {
    private let decoder = JSONDecoder()
    private let kinds: Kinds

    init(_ capabilities: Capabilities) {
        let spelt = capabilities.imports.flatMap { kind in ([kind.type] + kind.synonyms).map { ($0, kind) } }
        kinds = Kinds(lines: Dictionary(spelt) { first, _ in first }, threads: capabilities.threadKinds)
    }

    /// Reads a line, and renders the text of a post.
    func line(_ bytes: some Collection<UInt8>) throws(BadLine) -> any ImportLine {
        do {
            return try decoder.decode(Decoded.self, from: Data(bytes), configuration: kinds).line
        } catch let error as BadLine {
            throw error
        } catch let error as DecodingError {
            throw Self.reason(error)
        } catch {
            throw .notJSON
        }
    }

    /// What lines can be, and what is said in them.
    private struct Kinds {
        let lines: [String: ImportKind]
        let threads: ThreadKinds
    }

    private struct Decoded: DecodableWithConfiguration {
        let line: any ImportLine

        init(from decoder: any Decoder, configuration kinds: Kinds) throws {
            let fields = CorpusFields(try decoder.container(keyedBy: CorpusField.self), kinds.threads)
            let type: String = try fields.required(.type)
            guard let kind = kinds.lines[type] else { throw BadLine.unknownType(type) }
            try fields.check(kind)
            line = try kind.read(fields)
        }
    }

    private static func reason(_ error: DecodingError) -> BadLine {
        switch error {
        case .keyNotFound(let key, _): .missing(field: key.stringValue)
        case .valueNotFound(_, let context) where !context.codingPath.isEmpty:
            .missing(field: context.codingPath.last?.stringValue ?? "")
        case .typeMismatch(let type, let context) where !context.codingPath.isEmpty:
            .wrong(
                field: context.codingPath.last?.stringValue ?? "",
                expected: type == String.self ? "text" : "\(type)"
            )
        case .dataCorrupted(let context) where !context.codingPath.isEmpty:
            .wrong(field: context.codingPath.last?.stringValue ?? "", expected: "a number in range")
        default: .notJSON
        }
    }
}
