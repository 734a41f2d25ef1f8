/// The name of a field in a corpus file.
///
/// An open set: a capability names its own.
package struct CorpusField: CodingKey, Hashable, Sendable, ExpressibleByStringLiteral {
    package let stringValue: String

    package init(stringValue: String) { self.stringValue = stringValue }
    package init(stringLiteral name: String) { stringValue = name }
    package init?(intValue: Int) { nil }

    package var intValue: Int? { nil }
}

extension CorpusField {
    package static let type: CorpusField = "type"
    package static let id: CorpusField = "id"
    package static let slug: CorpusField = "slug"
    package static let name: CorpusField = "name"
    package static let description: CorpusField = "description"
    package static let language: CorpusField = "language"
    package static let kind: CorpusField = "kind"
    package static let state: CorpusField = "state"
    package static let number: CorpusField = "number"
    package static let body: CorpusField = "body"
    package static let createdAt: CorpusField = "created_at"
    package static let memberId: CorpusField = "member_id"
    package static let communityId: CorpusField = "community_id"
    package static let groupId: CorpusField = "group_id"
    package static let threadId: CorpusField = "thread_id"
    package static let postId: CorpusField = "post_id"
    package static let authorId: CorpusField = "author_id"
}
