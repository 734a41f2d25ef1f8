import HTML
import PraxisCapability
import PraxisDomain
import PraxisThreads
import PraxisWeb
import PraxisWords

extension StyleSample {
    /// A discussion that somebody wants to be reminded of today, and a reply without a reminder.
    static let bookmarks = StyleSample("bookmarks", { $0.bookmarks.title() }) { call, texts in
        let view = BookmarkView(call: call)
        var dates = ReadingDates(call)
        let bookmarks = [
            ListedBookmark(1, remindOn: call.dayNumber, call, texts), ListedBookmark(3, remindOn: nil, call, texts),
        ]
        let lines = bookmarks.map { view.line($0, &dates).html(call.words) }
        return """
            <div class="card"><ul class="threads">\(lines)</ul></div>
            <div class="card bookmark"><h3>\(bookmarks[0].title)</h3>\(view.about(bookmarks[0]))</div>
            """
    }
}

extension ListedBookmark {
    fileprivate init(_ number: Int, remindOn: Int?, _ call: Call, _ texts: StyleSample.Texts) {
        (post, thread) = (PostID(rawValue: -1), ThreadID(rawValue: -1))
        (self.number, title) = (number, texts.titles[number])
        author = (MemberID(rawValue: -1), texts.names[number])
        excerpt = texts.posts[number]
        (at, self.remindOn) = (call.now - .days(2), remindOn)
        community = texts.community
        group = Group(name: texts.group, isCommons: false, readers: number == 1 ? .all : .confidential)
        language = call.words.language
    }
}
