import Foundation
import PraxisDomain
import PraxisPlaces

/// The fields of one line, each read with the reason why it cannot be.
///
/// Of the format's fields `username` alone is not read: names here are `display_name`, and sign-in is by address.
package struct CorpusFields {
    package enum Name: String, CodingKey {
        case type, id, slug, name, description, visibility, joining, language, agreement, community, position, kind,
            access, contact
        case email, role, title, state, pinned, number, body
        case displayName = "display_name"
        case joinedAt = "joined_at"
        case timeZone = "time_zone"
        case lastVisit = "last_visit"
        case memberId = "member_id"
        case communityId = "community_id"
        case groupId = "group_id"
        case categoryId = "category_id"
        case authorId = "author_id"
        case threadId = "thread_id"
        case replyTo = "reply_to"
        case createdAt = "created_at"
    }

    private let container: KeyedDecodingContainer<Name>

    init(_ container: KeyedDecodingContainer<Name>) { self.container = container }

    func required<Value: Decodable>(_ name: Name) throws -> Value {
        try read(Value.self, name) { try container.decode(Value.self, forKey: name) }
    }

    func optional<Value: Decodable>(_ name: Name) throws -> Value? {
        try read(Value.self, name) { try container.decodeIfPresent(Value.self, forKey: name) }
    }

    /// Names the field of a number that is not whole or out of range, of which the decoder says no more than that the line is not JSON.
    private func read<Value, Result>(_: Value.Type, _ name: Name, _ body: () throws -> Result) throws -> Result {
        do { return try body() } catch {
            switch error {
            case DecodingError.keyNotFound, DecodingError.valueNotFound, DecodingError.typeMismatch: throw error
            default:
                guard Value.self is any BinaryInteger.Type else { throw error }
                throw BadLine.wrong(field: name.rawValue, expected: "a number in range")
            }
        }
    }

    /// A word of the vocabulary.
    func word<Word: RawRepresentable<String> & CaseIterable>(_ name: Name) throws -> Word? {
        guard let spelt: String = try optional(name) else { return nil }
        guard let word = Word(rawValue: spelt) else {
            throw BadLine.wrong(field: name.rawValue, expected: Word.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return word
    }

    func time(_ name: Name) throws -> CorpusTime? {
        guard let text: String = try optional(name) else { return nil }
        guard let time = CorpusTime(text) else {
            throw BadLine.wrong(
                field: name.rawValue,
                expected: "a time that there is, as 2026-05-01T09:00:00Z, or a duration as -P2DT3H"
            )
        }
        return time
    }

    func requiredTime(_ name: Name) throws -> CorpusTime {
        guard let time = try time(name) else { throw BadLine.missing(field: name.rawValue) }
        return time
    }

    /// Text as a person could have typed it; without the field it is empty.
    func text(_ name: Name, _ range: ClosedRange<Int>) throws -> String {
        let raw: String = try optional(name) ?? ""
        return try described(name) { () throws(Denial) in try TypedText.checked(raw, name.rawValue, range) }
    }

    /// The same on one line.
    func line(_ name: Name, _ range: ClosedRange<Int>) throws -> String {
        try checked(name) { raw throws(Denial) in try TypedText.line(raw, name.rawValue, range) }
    }

    func checked<Value>(_ name: Name, _ make: (String) throws(Denial) -> Value) throws -> Value {
        let raw: String = try required(name)
        return try described(name) { () throws(Denial) in try make(raw) }
    }

    private func described<Value>(_ name: Name, _ make: () throws(Denial) -> Value) throws -> Value {
        do { return try make() } catch {
            guard case .input(let errors) = error, let problem = errors.first?.problem else { throw error }
            throw BadLine.wrong(field: name.rawValue, expected: Self.expectation(problem))
        }
    }

    private static func expectation(_ problem: FieldError.Problem) -> String {
        switch problem {
        case .missing: "text that is not empty"
        case .tooShort(let minimum): "at least \(minimum) characters"
        case .tooLong(let maximum, let actual): "at most \(maximum) characters, not \(actual)"
        case .holdsNull: "text without a NUL"
        case .holdsUnseen: "a name without characters that nobody sees"
        case .nameHoldsALink: "a name without a web or email address"
        case .nameLooksLikeAnother: "a name in the letters of one alphabet"
        default: "other text"
        }
    }
}

extension CorpusLine {
    static func community(_ fields: CorpusFields) throws -> CorpusLine {
        let slug: String = try fields.required(.slug)
        let name = try fields.line(.name, Limits.groupNameScalars)
        var community = NewCommunity(slug: Slug(exactly: slug) ?? Slug(from: slug), name: name)
        community.domain = try fields.text(.description, Limits.purposeScalars)
        community.visibility = try fields.word(.visibility) ?? .members
        community.joining = try fields.word(.joining) ?? .request
        community.language = try fields.word(.language) ?? .english
        community.agreement = try fields.text(.agreement, Limits.agreementScalars)
        return .community(source: try fields.required(.id), community)
    }

    static func group(_ fields: CorpusFields) throws -> CorpusLine {
        let slug: String = try fields.required(.slug)
        let name = try fields.line(.name, Limits.groupNameScalars)
        var group = NewGroup(slug: Slug(exactly: slug) ?? Slug(from: slug), name: name)
        group.purpose = try fields.text(.description, Limits.purposeScalars)
        group.contact = try fields.text(.contact, 0...200)
        group.kind = try fields.word(.kind) ?? .topic
        group.language = try fields.word(.language) ?? .english
        group.position = try fields.optional(.position) ?? 0
        let access: String? = try fields.optional(.access)
        if access == "hidden" {
            (group.access, group.isListed) = (.invite, false)
        } else {
            group.access = try fields.word(.access) ?? (group.kind.isConfidential ? .invite : .open)
        }
        return .group(source: try fields.required(.id), community: try fields.optional(.community), group)
    }

    static func member(_ fields: CorpusFields) throws -> CorpusLine {
        let address: String = try fields.required(.email)
        guard let email = EmailAddress(address) else {
            throw BadLine.wrong(field: "email", expected: "an email address")
        }
        var member = NewMember(
            email: email,
            name: try fields.checked(.displayName) { raw throws(Denial) in try NamePlan.checked(raw) }
        )
        member.language = try fields.word(.language) ?? .english
        if let zone: String = try fields.optional(.timeZone) {
            guard Zones.named(zone) != nil else {
                throw BadLine.wrong(field: "time_zone", expected: "a name of the time zone database")
            }
            member.timeZone = zone
        }
        return .member(
            source: try fields.required(.id),
            member,
            joined: try fields.time(.joinedAt),
            lastVisit: try fields.time(.lastVisit)
        )
    }
}
