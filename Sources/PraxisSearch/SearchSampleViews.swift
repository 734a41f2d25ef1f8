import HTML
import PraxisCapability
import PraxisDomain
import PraxisThreads
import PraxisWeb
import PraxisWords

extension StyleSample {
    /// What a search found: a discussion, and a reply in a confidential group.
    static let search = StyleSample("search", { $0.search.title() }) { call, texts in
        let word = texts.community.split(separator: " ").first.map(String.init) ?? texts.community
        let typed = Fields([("q", word)])
        let form = SearchForm(typed, call.env.capabilities.searchFields, SearchOptions(), [])
        let found = [SearchResult(1, .all, call, texts), SearchResult(4, .confidential, call, texts)]
        var view = SearchPageView(call: call, form: form)
        view.request = try? SearchRequest(typed, narrowedBy: form.fields, in: call.zone)
        view.found = SearchResults(
            results: found,
            areOfSomeWords: false,
            count: found.count,
            offset: 0,
            newest: PostID(rawValue: -1)
        )
        return view.results
    }
}

extension SearchResult {
    fileprivate init(_ number: Int, _ readers: GroupReaders, _ call: Call, _ texts: StyleSample.Texts) {
        (post, thread) = (PostID(rawValue: -1), ThreadID(rawValue: -1))
        (title, kind) = (texts.titles[number], .question)
        self.number = number
        author = (MemberID(rawValue: -1), texts.names[number])
        community = (StyleSample.slug, texts.community)
        group = Group(slug: StyleSample.slug, name: texts.group, isCommons: false)
        self.readers = readers
        (language, createdAt) = (call.words.language, call.now - .days(Int64(number)))
        let words = texts.posts[number].split(separator: " ")
        snippet =
            "\(words.prefix(4).joined(separator: " ")) <mark>\(words.dropFirst(4).first ?? "")</mark> \(words.dropFirst(5).joined(separator: " "))"
    }
}
