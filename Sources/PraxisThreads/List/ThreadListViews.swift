package import HTML
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisPlaces
package import PraxisWeb
import PraxisWords

/// The threads of a group or a community: filters, pinned ones, the latest first, and the way to older ones.
package struct ThreadListView: Sendable {
    let list: ThreadList
    let place: ThreadListScope
    let filter: ThreadFilter
    private let call: Call
    private let words: Words
    private let read: ThreadReadWords
    private let tags: ThreadTags
    private let lines: ThreadListLineView
    private let now: Timestamp
    private let isOfMember: Bool

    init(call: Call, list: ThreadList, place: ThreadListScope, filter: ThreadFilter) {
        self.call = call
        self.list = list
        self.place = place
        self.filter = filter
        words = call.words
        read = call.words.threads.read
        tags = ThreadTags(call: call)
        lines = ThreadListLineView(call: call)
        now = call.now
        isOfMember = call.viewer.member != nil
    }

    /// Reads the list; nil if the viewer sees a group but does not read it.
    ///
    /// The page that shows it takes `filter` and `before` from its query.
    /// - Throws: `Denial.missing` for an invalid cursor and for a place that the viewer may not see; `.signedOut`.
    package static func load(
        _ place: ThreadListScope,
        filter: ThreadFilter,
        before cursor: String?,
        _ call: Call
    ) async throws -> ThreadListView? {
        var query = ThreadListQuery(
            place: place,
            viewer: call.viewer,
            now: call.now,
            awaiting: call.env.capabilities.threadKinds.awaiting
        )
        query.filter = filter
        if let cursor {
            guard let before = JournalNumber(cursor) else { throw Denial.missing }
            query.before = before
        }
        return try await ThreadList.read(query, call.env).map {
            ThreadListView(call: call, list: $0, place: place, filter: filter)
        }
    }

    package var html: HTML {
        let page = list.page
        var lines = lines
        var html: HTML = "<h2 class=\"vh\">\(words.communities.discussions())</h2>\n\(filters)"
        if page.threads.isEmpty && page.pinned.isEmpty {
            return html + "<p class=\"empty\">\(nothing)</p>"
        }
        html.reserveCapacity(20_000)
        html += "<div class=\"card\"><ul class=\"threads\">\n"
        for thread in page.pinned { html += lines.html(line(thread)) }
        for thread in page.threads { html += lines.html(line(thread)) }
        if let next = page.next {
            html += "<li class=\"more-line\"><a href=\"\(path(filter, before: next))\">\(read.older())</a></li>\n"
        }
        return html + "</ul></div>"
    }

    private var nothing: String {
        switch filter {
        case .all: read.noThreads()
        case .unanswered: read.allAnswered()
        default: read.noThreadsOfFilter()
        }
    }

    private var filters: HTML {
        var filters = [(ThreadFilter.all, read.filterAll()), (.unanswered, read.filterUnanswered())]
        if isOfMember { filters += [(.new, read.filterNew()), (.mine, read.filterMine())] }
        let items = filters.map { choice, label -> HTML in
            """
            <li><a href="\(path(choice, before: nil))"\(if: choice == filter, " aria-current=\"true\"")>\(label)</a></li>
            """
        }
        return "<nav class=\"tabs pick\" aria-label=\"\(read.show())\"><ul>\(items)</ul></nav>\n"
    }

    private func path(_ filter: ThreadFilter, before: JournalNumber?) -> String {
        let base = place.groupSlug.map { Paths.group(place.communitySlug, $0) } ?? Paths.community(place.communitySlug)
        let parts = [filter == .all ? nil : "filter=" + filter.rawValue, before.map { "before=\($0)" }].compactMap {
            $0
        }
        return parts.isEmpty ? base : base + "?" + parts.joined(separator: "&")
    }

    private func line(_ thread: ListedThread) -> ThreadListLine {
        let facets = list.page.facets[thread.kind]
        var line = ThreadListLine(
            thread.id,
            title: thread.title,
            language: thread.language,
            posts: thread.posts - (facets?.hasLead(thread.id) == true ? 1 : 0),
            author: (thread.lastAuthor, thread.lastAuthorName),
            at: thread.lastPostAt
        )
        line.new = list.unread[thread.id].map { ($0.count, $0.firstNumber) }
        line.people = list.page.people[thread.id] ?? []
        let group = place.group == nil ? thread.group : ""
        let facet = facets?.note(thread.id, call) ?? HTML()
        // Of one group the page says who reads it.
        let readers = place.group == nil || thread.readers == .confidential ? tags.readers(thread.readers) : HTML()
        line.over = [readers, stateTag(thread), facet, "\(group)"]
        return line
    }

    /// One tag at most: how the thread stands, or else its kind.
    private func stateTag(_ thread: ListedThread) -> HTML {
        if thread.isPinned { return "<span class=\"tag\">\(Icon.pin.html)\(read.pinned())</span> " }
        if let state = tags.state(thread.state) { return state }
        let days = Int(now.since(thread.startedAt).milliseconds / Span.days(1).milliseconds)
        let kind = list.kinds[thread.kind]
        if list.facilitates, kind.awaitsAnswer, thread.posts == 1, days >= Self.daysToWait {
            return "<span class=\"tag warn\">\(Icon.clock.html)\(read.unansweredFor(days))</span> "
        }
        return tags.kind(kind)
    }

    /// Days without a reply after which facilitators see how long a question has waited.
    private static let daysToWait = 3
}
