package import HTML
package import PraxisCommunity
package import PraxisDomain

/// A section that a capability has in the digest.
///
/// The first that has something to say, in the order of the capabilities, is the face of the mail; its parts stand where their blocks say. When a digest is due, they are asked whether there is reason for one; when it is handed
/// over, they say what its reader may still read of the range.
package struct DigestSection: Sendable {
    /// Whether what it would say is alone reason enough for a digest: one cheap statement, which counts nothing.
    package let isReason: @Sendable (DigestScope) throws -> Bool
    /// Reads, by `Visibility`, what it says, in a fixed number of statements; returns nil for nothing.
    package let load: @Sendable (DigestScope) throws -> Contents?

    package init(
        isReason: @escaping @Sendable (DigestScope) throws -> Bool,
        load: @escaping @Sendable (DigestScope) throws -> Contents?
    ) {
        (self.isReason, self.load) = (isReason, load)
    }

    /// What a section says in one digest.
    package struct Contents: Sendable {
        /// Where the things are that it speaks of, in its order.
        package let places: [PlaceInMail]
        /// The face of the mail, if no section before it has anything to say.
        package let face: @Sendable (DigestDrawing) -> Face
        package let blocks: [Block]

        package init(places: [PlaceInMail], face: @escaping @Sendable (DigestDrawing) -> Face, _ blocks: [Block]) {
            (self.places, self.face) = (places, face)
            self.blocks = blocks
        }

        /// All of it in one place, after the discussions unless it says another.
        package init(
            places: [PlaceInMail],
            face: @escaping @Sendable (DigestDrawing) -> Face,
            at position: Block.Position = .others,
            parts: @escaping @Sendable (DigestDrawing, DigestRoom) -> [MailPart],
            page: @escaping @Sendable (DigestDrawing) -> HTML
        ) {
            self.init(places: places, face: face, [Block(position, parts: parts, page: page)])
        }
    }

    /// A part of a section that stands together.
    package struct Block: Sendable {
        /// Where it stands among those of all sections.
        package enum Position: Int, Sendable { case toReader, dates, discussions, others }

        package let position: Position
        /// Its parts for text and HTML alike, with what there is room for: mail programs cut off what is too long.
        package let parts: @Sendable (DigestDrawing, DigestRoom) -> [MailPart]
        /// The same on the page that shows a member their next digest.
        package let page: @Sendable (DigestDrawing) -> HTML

        package init(
            _ position: Position,
            parts: @escaping @Sendable (DigestDrawing, DigestRoom) -> [MailPart],
            page: @escaping @Sendable (DigestDrawing) -> HTML
        ) {
            self.position = position
            (self.parts, self.page) = (parts, page)
        }
    }

    /// What lists of mails show of a digest, and what stands below its heading.
    package struct Face: Sendable {
        package let subject: String
        package let preheader: String
        package let summary: String

        package init(subject: String, preheader: String, summary: String) {
            self.subject = subject
            self.preheader = preheader
            self.summary = summary
        }
    }
}

/// How much of what people wrote a digest has room for.
package struct DigestRoom: Sendable {
    /// Maximum posts that are quoted of a thing.
    package let quotes: Int
    /// Maximum Unicode scalars of a post to the reader, which is quoted whole if there is room.
    package let toReader: Int
    /// Maximum Unicode scalars of a title.
    package let title: Int
    /// Maximum entries over all sections; each heading says how many more there are below it.
    package let entries: Int

    package init(quotes: Int, toReader: Int, title: Int, entries: Int = .max) {
        self.quotes = quotes
        self.toReader = toReader
        self.title = title
        self.entries = entries
    }
}

/// Whom a digest is for, and what it is about.
package struct DigestScope {
    /// For the viewer whose digest it is, in the snapshot that it is made from.
    package let reading: Reading
    package let member: MemberID
    package let range: DigestRange
    /// What there is on the site.
    package let capabilities: Capabilities

    package init(_ reading: Reading, member: MemberID, range: DigestRange, _ capabilities: Capabilities) {
        self.reading = reading
        self.member = member
        self.range = range
        self.capabilities = capabilities
    }
}
