import Foundation
import PraxisCommunity

extension Configuration {
    /// Tells the tests where their corpora are; not a setting of the site.
    private static let ofTheTests: Set<String> = ["PRAXIS_CORPORA"]

    /// Reads the settings: `file` first, then the environment, then the command line's flags.
    /// - Throws: `ConfigurationError` with every problem found.
    package static func read(
        file path: String? = nil,
        environment: [String: String],
        flags: [(key: String, value: String)] = []
    ) throws(ConfigurationError) -> Configuration {
        var problems: [ConfigurationProblem] = []
        let lines = path.map { file($0, &problems) } ?? []
        let variables = environment.filter { $0.key.hasPrefix("PRAXIS_") && !ofTheTests.contains($0.key) }
            .sorted { $0.key < $1.key }.map { (key: $0.key, value: $0.value) }
        var configuration = Configuration(), isSet: Set<String> = []
        for (key, value) in lines + variables + flags {
            guard let setting = Setting.all.first(where: { $0.key == key }) else {
                problems.append(.unknownKey(key, nearest: nearest(to: key)))
                continue
            }
            isSet.insert(key)
            if !setting.take(&configuration, value) { problems.append(.badValue(key: key, expects: setting.expects)) }
        }
        if !isSet.contains("PRAXIS_BASE_URL") { configuration.site.baseURL = configuration.ownURL }
        if !configuration.site.limitsAreOn, !configuration.isOnLoopback { problems.append(.limitsNeedLoopback) }
        guard problems.isEmpty else { throw ConfigurationError(problems: problems) }
        return configuration
    }

    private static func file(_ path: String, _ problems: inout [ConfigurationProblem]) -> [(key: String, value: String)]
    {
        do {
            let text = try String(contentsOfFile: path, encoding: .utf8)
            let (settings, badLines) = parse(text)
            problems += badLines.map(ConfigurationProblem.notASetting)
            return settings
        } catch {
            problems.append(.unreadable(path: path, reason: error.localizedDescription))
            return []
        }
    }

    /// Parses lines of the form `KEY=VALUE`.
    ///
    /// Empty lines and lines that begin with `#` are ignored; a value may be in double quotes.
    static func parse(_ text: String) -> (settings: [(key: String, value: String)], badLines: [Int]) {
        var settings: [(key: String, value: String)] = [], badLines: [Int] = []
        for (index, line) in text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            let line = line.trimmingCharacters(in: .whitespaces)
            if line.isEmpty || line.hasPrefix("#") { continue }
            let halves = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2 else {
                badLines.append(index + 1)
                continue
            }
            var value = halves[1].trimmingCharacters(in: .whitespaces)
            if value.count >= 2, value.hasPrefix("\""), value.hasSuffix("\"") {
                value = String(value.dropFirst().dropLast())
            }
            settings.append((halves[0].trimmingCharacters(in: .whitespaces), value))
        }
        return (settings, badLines)
    }

    /// The key that a misspelt one most likely stands for.
    static func nearest(to key: String) -> String {
        let typed = Array(key.uppercased().utf8)
        let distances = Setting.all.map { ($0.key, editDistance(typed, Array($0.key.utf8))) }
        return distances.min { $0.1 < $1.1 }?.0 ?? ""
    }

    /// The number of bytes to add, remove or replace to get from one to the other (Levenshtein).
    static func editDistance(_ one: [UInt8], _ other: [UInt8]) -> Int {
        var row = Array(0...other.count)
        for (line, byte) in one.enumerated() {
            var diagonal = row[0]
            row[0] = line + 1
            for (column, otherByte) in other.enumerated() {
                let replaced = diagonal + (byte == otherByte ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, row[column] + 1, diagonal + 1)
            }
        }
        return row[other.count]
    }
}
