import HTML
import PraxisCapability
import PraxisDomain
import PraxisWeb
import PraxisWords

extension StyleSample {
    /// Questions for a date to come, as a member of its group sees them: one that they want answered too, one of their own, one of another.
    static let questions = StyleSample("questions", { $0.gatherings.questions.heading() }) { call, texts in
        let reader = call.viewer.member ?? MemberID(rawValue: 0), others = [2, 3].map { MemberID(rawValue: -$0) }
        let asked = [
            AskedQuestion(0, by: others[0], texts.names[1], call, texts),
            AskedQuestion(6, by: reader, call.session?.name ?? "", call, texts),
            AskedQuestion(1, by: others[1], texts.names[2], call, texts),
        ]
        let votes = [
            QuestionVote(asked[0].post, reader), .init(asked[0].post, others[1]), .init(asked[1].post, others[0]),
        ]
        return QuestionsView(
            call: call,
            gathering: Gathering(sample: 9, call.now + .days(6), call),
            questions: Questions(asked: asked, votes: votes),
            facts: .ofMember(call)
        )
        .html
    }
}

extension AskedQuestion {
    fileprivate init(_ index: Int, by author: MemberID, _ name: String, _ call: Call, _ texts: StyleSample.Texts) {
        (post, thread) = (PostID(rawValue: -1 - Int64(index)), ThreadID(rawValue: -10))
        number = index + 2
        (body, plain) = (texts.titles[index], texts.titles[index])
        state = .published
        (self.author, self.name) = (author, name)
        (createdAt, revision) = (call.now - .days(1), 1)
    }
}

extension QuestionVote {
    fileprivate init(_ post: PostID, _ member: MemberID) { (self.post, self.member) = (post, member) }
}

extension Facts {
    /// Of a thread in a group that the reader has joined.
    fileprivate static func ofMember(_ call: Call) -> Facts {
        Facts(
            viewer: call.viewer,
            now: call.now,
            community: CommunityFacts(
                id: .init(rawValue: -1),
                visibility: .members,
                joining: .open,
                part: Part(.member),
                hasAgreed: true
            ),
            group: GroupFacts(
                id: .init(rawValue: -1),
                kind: .topic,
                access: .open,
                isListed: true,
                part: Part(.member)
            ),
            thread: ThreadFacts(
                id: ThreadID(rawValue: -10),
                state: .open,
                isPublic: false,
                isOwn: false,
                postCount: 4,
                lastPostAt: call.now,
                version: 1
            )
        )
    }
}
