package import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore

/// Writes a site, a community, or what one member wrote, as lines that an import reads.
package struct CorpusExport: Sendable {
    private let scope: ExportScope
    private let kinds: [ExportKind]
    private let env: Environment

    package init(_ scope: ExportScope, _ env: Environment) {
        self.scope = scope
        kinds = env.capabilities.exports.enumerated().sorted {
            ($0.1.stage.rawValue, $0.0) < ($1.1.stage.rawValue, $1.0)
        }.map(\.1)
        self.env = env
    }

    /// Writes the lines to a file that is not there yet, from one snapshot, in memory that does not grow with them.
    ///
    /// Nobody else can read the file (mode 0600), and it does not exist until it is complete.
    /// - Returns: how many lines it has.
    /// - Throws: `StoreError.fullAt`, `.notWrittenAt`; nothing of it is left then.
    package func write(to path: String) async throws -> Int {
        let (scope, kinds) = (scope, kinds)
        return try await env.store.read { db in
            let file = ExportFile(try UnfinishedFile(for: path))
            let export = Export(db: db, scope: scope, people: Self.people(scope, kinds), file: file)
            var header = CorpusRecord("export")
            header.append("format", ExportHeaderLine.format)
            header.append("of", scope.word)
            try file.write(header)
            for kind in kinds { try kind.write(export) }
            try file.finish()
            return file.lines
        }
    }

    private static func people(_ scope: ExportScope, _ kinds: [ExportKind]) -> SQL<Void> {
        switch scope {
        case .site: return "SELECT id FROM member"
        case .member(let id): return "SELECT id FROM member WHERE id = \(id)"
        case .community(let id):
            let selects = kinds.compactMap { $0.people?(id) }
            return selects.reduce("SELECT 0") { "\($0) UNION \($1)" }
        }
    }
}
