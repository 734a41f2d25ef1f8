/// What an entry of the journal, the audit log, the queue or the outbox is about: a kind and a number.
///
/// A typed id becomes a subject with `id.subject` and is recovered with `id(as:)`:
///
///     let subject = post.subject
///     let id = subject.id(as: Noun.Post.self)
///
/// A capability adds a kind by declaring a noun and its word:
///
///     extension Noun { package enum Reaction {} }
///     extension Noun.Reaction: Identified { package static let kind: SubjectKind = "reaction" }
///
/// **Guarantees.** An id is recovered only as the noun of its kind; `id(as:)` returns nil for another. Kinds that this version does not
/// know are read and kept.
///
/// **Rules.** The word is stored in the tables: it must be unique among the nouns and must not change once shipped. A subject is no
/// foreign key: the row it names may be gone, so look it up, for a member's eyes through `Access`.
package struct Subject: Hashable, Sendable {
    package let kind: SubjectKind
    package let id: Int64

    package init(_ kind: SubjectKind, _ id: Int64) { (self.kind, self.id) = (kind, id) }

    /// Returns nil if it is of another kind.
    package func id<Entity: Identified>(as entity: Entity.Type = Entity.self) -> ID<Entity>? {
        kind == Entity.kind ? ID(rawValue: id) : nil
    }
}

/// The word for a kind of subject, as spelt in the tables.
///
/// An open set: a capability adds its own.
package struct SubjectKind: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }
    package init(stringLiteral word: String) { rawValue = word }
}

/// A noun that can be a subject.
package protocol Identified: SendableMetatype { static var kind: SubjectKind { get } }

extension ID where Entity: Identified {
    package var subject: Subject { Subject(Entity.kind, rawValue) }
}

extension Noun.Member: Identified { package static let kind: SubjectKind = "member" }
extension Noun.Community: Identified { package static let kind: SubjectKind = "community" }
extension Noun.Group: Identified { package static let kind: SubjectKind = "group" }
extension Noun.Conversation: Identified { package static let kind: SubjectKind = "thread" }
extension Noun.Post: Identified { package static let kind: SubjectKind = "post" }
extension Noun.Request: Identified { package static let kind: SubjectKind = "request" }
extension Noun.Invitation: Identified { package static let kind: SubjectKind = "invitation" }
extension Noun.QueueItem: Identified { package static let kind: SubjectKind = "queue-item" }
extension Noun.Mail: Identified { package static let kind: SubjectKind = "mail" }
extension Noun.Restriction: Identified { package static let kind: SubjectKind = "restriction" }
extension Noun.Report: Identified { package static let kind: SubjectKind = "report" }
extension Noun.DiscardedDraft: Identified { package static let kind: SubjectKind = "discarded-draft" }
