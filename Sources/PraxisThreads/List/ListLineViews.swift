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
    /// Above the title: what it is and where; what is empty is left out.
    package var over: [HTML] = []
    /// Below the title.
    package var below = HTML()
    /// Whose faces stand beside it, the first in front.
    package var people: [(id: MemberID, name: String)] = []
    /// When it was, empty for what says that otherwise; with what is said around that to screen readers alone.
    package var at = HTML()
    package var spokenBeforeAt = ""
    package var spokenAfterAt = ""
    /// Who did it then: stands with the time at the end of what is above the title.
    package var by = ""
    /// How much.
    package var note = HTML()
    package var isUnread = false

    package init(_ title: String, _ path: String?) { (self.title, self.path) = (title, path) }

    /// Draws it: what, with who and when, and below it what it says; faces, how much, and when if no one is named with it, stand on the right.
    package func html(_ words: Words) -> HTML {
        let heading: HTML = path.map { "<a href=\"\($0)\">\(title)</a>" } ?? "\(title)"
        let faces = people.isEmpty ? HTML() : PraxisWeb.faces(people.reversed())
        return """
            <li class="line\(shape)\(if: isUnread, " unread")"><p class="over">\((over + [who]).withPoints)</p>\
            <h3 dir="auto"\(language.map { words.lang($0) })>\(heading)</h3>
            <p class="side">\(faces)\(if: !note.isEmpty, "<span class=\"n\">\(note)</span> ")\(if: by.isEmpty && !at.isEmpty, when)</p>\(below)</li>

            """
    }

    /// Said at its beginning: what depended on what comes later would move what is painted before that.
    private var shape: String {
        if below.isEmpty { return people.count > 1 ? " faced" : "" }
        return note.isEmpty && (at.isEmpty || !by.isEmpty) ? " long" : ""
    }

    private var when: HTML { said("<span class=\"at\">\(at)</span>") }

    private var who: HTML {
        by.isEmpty ? HTML() : said("<span class=\"by\"><bdi>\(by)</bdi>, \(at)</span>")
    }

    /// With what is said around it to screen readers alone.
    private func said(_ shown: HTML) -> HTML { "\(spoken(spokenBeforeAt, " "))\(shown)\(spoken(spokenAfterAt))" }

    private func spoken(_ text: String, _ space: HTML = HTML()) -> HTML {
        text.isEmpty ? HTML() : "<span class=\"vh\">\(text)</span>\(space)"
    }
}
