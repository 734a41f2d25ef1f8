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
    package var over = HTML()

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

/// Draws the lines of one list: who wrote last, how much and when stand in a column of their own.
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
        return """
            <li class="line\(if: line.new != nil, " unread")"><p class="over">\(line.over)</p>\
            <h3 dir="auto"\(words.lang(line.language))><a href="\(path)">\(line.title)</a></h3>
            <p class="side">\(people(line)) \
            <span class="at">\(dates.listed(line.at))</span> <span class="n">\(new)\(read.postCount(line.posts))</span></p></li>

            """
    }

    /// Faces, and for readers who do not see them the same names in words.
    private func people(_ line: ThreadListLine) -> HTML {
        let others = line.people.filter { $0.id != line.author.id }.prefix(Self.othersShown)
        let with = others.isEmpty ? "" : " " + read.with(["names": others.map(\.name).joined(separator: ", ")])
        return """
            <span class="faces">\(each: others.reversed(), { face($0.name, $0.id) })\(face(line.author.name, line.author.id))</span>\
            <span class="vh">\(read.latest(["name": line.author.name]))\(with)</span>
            """
    }

    /// Faces beside that of who wrote last.
    private static let othersShown = 2
}
