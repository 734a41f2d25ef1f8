import Foundation
import PraxisDomain
import PraxisPlaces
import PraxisThreads

/// A line of an imported file, checked as far as it can be on its own.
///
/// `source` is the file's own id.
enum CorpusLine: Sendable {
    case community(source: Int64, NewCommunity)
    case group(source: Int64, community: Int64?, NewGroup)
    case member(source: Int64, NewMember, joined: CorpusTime?, lastVisit: CorpusTime?)
    case membership(ImportedMembership)
    case thread(ImportedThread)
    case post(ImportedPost)

    /// Reads a line, and renders the text of a post.
    init(_ bytes: some Collection<UInt8>, _ decoder: JSONDecoder) throws(BadLine) {
        do {
            self = try decoder.decode(Decoded.self, from: Data(bytes)).line
        } catch let error as BadLine {
            throw error
        } catch let error as DecodingError {
            throw Self.reason(error)
        } catch {
            throw .notJSON
        }
    }

    private struct Decoded: Decodable {
        let line: CorpusLine

        init(from decoder: any Decoder) throws {
            let fields = CorpusFields(try decoder.container(keyedBy: CorpusFields.Name.self))
            let type: String = try fields.required(.type)
            switch type {
            case "community", "forum": line = try .community(fields)
            case "group", "category": line = try .group(fields)
            case "member": line = try .member(fields)
            case "membership": line = try .membership(ImportedMembership(fields))
            case "thread": line = try .thread(ImportedThread(fields))
            case "post": line = try .post(ImportedPost(fields))
            default: throw BadLine.unknownType(type)
            }
        }
    }

    private static func reason(_ error: DecodingError) -> BadLine {
        switch error {
        case .keyNotFound(let key, _): .missing(field: key.stringValue)
        case .valueNotFound(_, let context) where !context.codingPath.isEmpty:
            .missing(field: context.codingPath.last?.stringValue ?? "")
        case .typeMismatch(let type, let context) where !context.codingPath.isEmpty:
            .wrong(
                field: context.codingPath.last?.stringValue ?? "",
                expected: type == String.self ? "text" : "\(type)"
            )
        case .dataCorrupted(let context) where !context.codingPath.isEmpty:
            .wrong(field: context.codingPath.last?.stringValue ?? "", expected: "a number in range")
        default: .notJSON
        }
    }
}

struct ImportedMembership: Sendable {
    let member: Int64
    let community: Int64
    let group: Int64?
    let role: Role
    let joined: CorpusTime?

    init(_ fields: CorpusFields) throws {
        (member, community) = (try fields.required(.memberId), try fields.required(.communityId))
        group = try fields.optional(.groupId)
        role = try fields.word(.role) ?? .member
        joined = try fields.time(.joinedAt)
        if group != nil, role == .moderator || role == .manager {
            throw BadLine.wrong(field: "role", expected: "guest, member or facilitator in a group")
        }
    }
}

struct ImportedThread: Sendable {
    let source: Int64
    let group: Int64
    let author: Int64
    let title: Title
    let kind: ThreadKind
    let state: ThreadState
    let isPinned: Bool
    let created: CorpusTime

    init(_ fields: CorpusFields) throws {
        (source, author) = (try fields.required(.id), try fields.required(.authorId))
        group = try fields.optional(.groupId) ?? fields.required(.categoryId)
        title = try fields.checked(.title) { raw throws(Denial) in try Title(raw) }
        kind = try fields.word(.kind) ?? .discussion
        state = try fields.word(.state) ?? .open
        isPinned = try fields.optional(.pinned) ?? false
        created = try fields.requiredTime(.createdAt)
    }
}

struct ImportedPost: Sendable {
    let source: Int64
    let thread: Int64
    let author: Int64
    let replyTo: Int64?
    /// Its place in the thread, from 1; nil if the order of the lines says it.
    let number: Int?
    let created: CorpusTime
    let post: RenderedPost

    init(_ fields: CorpusFields) throws {
        (source, thread) = (try fields.required(.id), try fields.required(.threadId))
        author = try fields.required(.authorId)
        replyTo = try fields.optional(.replyTo)
        number = try fields.optional(.number)
        if let number, number < 1 { throw BadLine.wrong(field: "number", expected: ImportOrder.expectation) }
        created = try fields.requiredTime(.createdAt)
        post = RenderedPost(try fields.checked(.body) { raw throws(Denial) in try PostText(raw) })
    }
}
