package import HTML
package import PraxisDomain
package import PraxisWeb
package import PraxisWords

/// One line of a list, whatever it is a list of: threads, what was found, bookmarks, drafts.
package struct ListLine {
    package let title: String
    /// Where the title leads; nil for one that leads nowhere.
    package let path: String?
    /// What the title is written in; nil for one that the page itself says.
    package var language: Language?
    /// Above the title: what it is and where.
    package var over = HTML()
    /// Below the title.
    package var below = HTML()
    /// Whose faces stand beside it, the first in front.
    package var people: [(id: MemberID, name: String)] = []
    /// When it was, with what is said of that to screen readers alone.
    package var at = HTML()
    package var spokenBeforeAt = ""
    /// Below that: how much, or by whom.
    package var note = HTML()
    package var isUnread = false

    package init(_ title: String, _ path: String?) { (self.title, self.path) = (title, path) }

    /// Draws it: what, and below it what it says; who, when and how much stand in a column of their own.
    package func html(_ words: Words) -> HTML {
        let heading: HTML = path.map { "<a href=\"\($0)\">\(title)</a>" } ?? "\(title)"
        let spoken: HTML = spokenBeforeAt.isEmpty ? "" : "<span class=\"vh\">\(spokenBeforeAt)</span> "
        let faces: HTML =
            people.isEmpty ? "" : "<span class=\"faces\">\(each: people.reversed(), { face($0.name, $0.id) })</span>"
        return """
            <li class="line\(if: isUnread, " unread")"><p class="over">\(over)</p>\
            <h3 dir="auto"\(language.map { words.lang($0) })>\(heading)</h3>
            <p class="side">\(faces)\(spoken)<span class="at">\(at)</span> \
            <span class="n">\(note)</span></p>\(below)</li>

            """
    }
}
