/// Faults in a page's markup: the compiler does not balance tags, so this does.
package enum Markup {
    private static let void: Set = ["area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"]

    /// Unbalanced tags, unquoted attributes and repeated ids, each in words; empty if there are none.
    package static func faults(_ html: String) -> [String] {
        var faults: [String] = []
        var open: [String] = []
        var ids: Set<String> = []
        for match in html.matches(of: /<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s+[a-zA-Z-]+(?:="[^"]*")?)*)\s*>/) {
            let name = match.2.lowercased()
            if match.1 == "/" {
                if open.last == name {
                    open.removeLast()
                } else {
                    faults.append("</\(name)> closes \(open.last ?? "nothing")")
                }
                continue
            }
            if !void.contains(name) { open.append(name) }
            for id in match.3.matches(of: /\sid="([^"]*)"/) where !ids.insert(String(id.1)).inserted {
                faults.append("id \(id.1) stands twice")
            }
        }
        if !open.isEmpty { faults.append("left open: \(open.joined(separator: " "))") }
        // Anything that looks like a tag but was not read as one has attributes that are not quoted as ours are.
        let tags = html.matches(of: /<\/?[a-zA-Z][^>]*>/).count
        let read = html.matches(of: /<\/?[a-zA-Z][a-zA-Z0-9]*(?:\s+[a-zA-Z-]+(?:="[^"]*")?)*\s*>/).count
        if tags != read { faults.append("\(tags - read) tags have attributes that cannot be read") }
        return faults
    }
}
