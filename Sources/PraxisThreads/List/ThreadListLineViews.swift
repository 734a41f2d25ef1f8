package import HTML
package import PraxisDomain
package import PraxisWeb
import PraxisWords

/// A thread as lists show it.
package struct ThreadListLine {
    package let thread: ThreadID
    package let title: String
    /// What it is written in.
    package let language: Language
    package let posts: Int
    /// The posts that are new to the reader: how many, and the number of the first; nil if none is.
    package var new: (count: Int, first: Int)?
    /// Who wrote last, and when.
    package let author: (id: MemberID, name: String)
    package let at: Timestamp
    /// Who else wrote lately, the latest first; the line shows the first of them.
    package var people: [ThreadPerson] = []
    /// What stands above its title: how it stands or what kind it is, and where.
    package var over: [HTML] = []

    package init(
        _ thread: ThreadID,
        title: String,
        language: Language,
        posts: Int,
        author: (id: MemberID, name: String),
        at: Timestamp
    ) {
        self.thread = thread
        self.title = title
        self.language = language
        self.posts = posts
        self.author = author
        self.at = at
    }
}

/// Draws the lines of one list.
package struct ThreadListLineView {
    private let words: Words
    private let read: ThreadReadWords
    private var dates: ReadingDates

    package init(call: Call) {
        words = call.words
        read = call.words.threads.read
        dates = ReadingDates(call)
    }

    package mutating func html(_ line: ThreadListLine) -> HTML {
        let path = line.new.map { Paths.firstNew(line.thread, after: $0.first - 1) } ?? Paths.thread(line.thread)
        let new = line.new.map { "<span class=\"tag new\">\(read.newPosts($0.count))</span> " as HTML }
        let others = line.people.filter { $0.id != line.author.id }.prefix(Self.othersShown)
        var shown = ListLine(line.title, path)
        shown.language = line.language
        shown.over = line.over
        // Of a thread without a post, who opened it is not who wrote last.
        if line.posts > 0 {
            shown.people = [line.author] + others.map { ($0.id, $0.name) }
            shown.at = dates.listed(line.at)
            shown.by = line.author.name
            shown.spokenBeforeAt = read.latest()
            shown.spokenAfterAt = others.isEmpty ? "" : read.with(["names": others.map(\.name).joined(separator: ", ")])
            shown.note = "\(read.postCount(line.posts))"
        }
        if let new { shown.note = "\(new)\(shown.note)" }
        shown.isUnread = line.new != nil
        return shown.html(words)
    }

    /// Faces beside that of who wrote last.
    private static let othersShown = 2
}
