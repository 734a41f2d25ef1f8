import HTML
import PraxisCapability
import PraxisDomain
import PraxisPlaces
import PraxisWeb
import PraxisWords

extension StyleSample {
    /// A reply that can be gone on with, and one whose place is closed to its author by now.
    static let drafts = StyleSample("drafts", { $0.common.drafts() }) { call, texts in
        let setting = WritingSetting(
            community: (StyleSample.slug, texts.community),
            group: (StyleSample.slug, texts.group),
            thread: (ThreadID(rawValue: -1), texts.titles[0]),
            audience: Audience(
                reach: .community(name: texts.community, count: nil),
                isConfidential: false,
                mail: .full
            ),
            language: call.words.language
        )
        let drafts = [
            ListedDraft(texts.posts[1], in: setting, answering: texts.names[1], call),
            ListedDraft(texts.posts[2], in: nil, answering: nil, call),
        ]
        return DraftsPageView(call: call, drafts: drafts, discarded: []).list
    }
}

extension SavedDraft {
    fileprivate init(_ body: String, in place: any DraftTarget, at now: Timestamp) {
        self.place = place.text
        (title, self.body) = ("", body)
        (kind, replyTo) = (.discussion, nil)
        (revision, savedAt) = (1, now)
    }
}

extension ListedDraft {
    fileprivate init(_ body: String, in setting: WritingSetting?, answering answers: String?, _ call: Call) {
        let place = ReplyTarget(ThreadID(rawValue: -1))
        self.init(
            draft: SavedDraft(body, in: place, at: call.now - .hours(3)),
            place: place,
            placeName: setting?.thread?.title,
            setting: setting,
            answers: answers,
            returned: []
        )
    }
}
