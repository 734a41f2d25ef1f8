/// Which words of a name pass for the address of a page or of a mailbox.
enum LinkLookPlan {
    /// Whether a mail program could make a link of the word: an address, a scheme, or a host name.
    static func looksLikeLink(_ word: String) -> Bool {
        let small = word.lowercased()
        if small.contains("@") || small.contains("://") || small.hasPrefix("www.") { return true }
        if ["http:", "https:", "mailto:", "tel:"].contains(where: small.contains) { return true }
        let dots: Set<Character> = [".", "\u{3002}", "\u{FF61}"]
        guard small.contains(where: dots.contains) else { return false }
        if small.contains("/") || small.contains("\\") { return true }
        let host = word.drop { !$0.isLetter && !$0.isNumber }
        let labels = host.split(omittingEmptySubsequences: false, whereSeparator: dots.contains)
        return zip(labels, labels.dropFirst()).contains { label, next in
            let next = next.prefix { $0.isLetter || $0.isNumber }
            return !label.isEmpty && next.count >= 2 && !isShortened(label, next)
        }
    }

    /// "M.Sc", "St.John", "Ph.D": at most three letters that begin large, and behind the dot no ending of common addresses.
    private static func isShortened(_ label: Substring, _ next: Substring) -> Bool {
        label.count <= 3 && label.allSatisfy(\.isLetter) && label.first?.isUppercase == true
            && !endings.contains(next.lowercased()) && (next.count > 2 || next.first?.isUppercase == true)
    }

    /// The endings under which most addresses of the web are, and those that people register for links.
    private static let endings: Set<String> = [
        "com", "net", "org", "edu", "gov", "int", "mil", "info", "biz", "name", "pro", "mobi", "app", "dev", "page",
        "site", "web",
        "online", "shop", "store", "blog", "link", "click", "live", "life", "top", "xyz", "club", "vip", "icu", "win",
        "zip", "mov",
        "cloud", "tech", "space", "website", "news", "world", "today", "email", "chat", "me", "io", "ai", "co", "ly",
        "gl", "gg",
        "to", "tv", "cc", "ws", "eu", "uk", "us", "ca", "de", "fr", "ru", "cn", "in", "nl", "ch", "at", "be", "it",
        "es", "ie",
    ]
}
