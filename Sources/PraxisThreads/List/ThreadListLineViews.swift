package import HTML
package import PraxisDomain
import PraxisWeb

/// A line of a list of threads: where it is and how it stands above its title; who wrote last, how much and when in a column of their own.
package struct ThreadListLine {
    package let path: String
    package let title: String
    /// The language of the title, if it is not the page's.
    package let lang: HTML
    /// What kind it is or how it stands, and where it is.
    package let over: HTML
    /// How many posts are new to the reader, in words; empty if none is.
    package let new: String
    /// How many posts there are, in words.
    package let count: String
    /// Who wrote last: a name, and in words.
    package let author: MemberID
    package let name: String
    package let latest: String
    package let time: HTML

    package init(
        path: String,
        title: String,
        lang: HTML,
        over: HTML,
        new: String,
        count: String,
        author: MemberID,
        name: String,
        latest: String,
        time: HTML
    ) {
        (self.path, self.title, self.lang, self.over) = (path, title, lang, over)
        (self.new, self.count, self.time) = (new, count, time)
        (self.author, self.name, self.latest) = (author, name, latest)
    }

    package var html: HTML {
        """
        <li class="line\(if: !new.isEmpty, " unread")"><p class="over">\(over)</p><h3 dir="auto"\(lang)><a href="\(path)">\(title)</a></h3>
        <p class="side">\(face(name, author))<span class="vh">\(latest)</span> <span class="at">\(time)</span> \
        <span class="n">\(if: !new.isEmpty, "<span class=\"tag new\">\(new)</span> ")\(count)</span></p></li>

        """
    }
}
