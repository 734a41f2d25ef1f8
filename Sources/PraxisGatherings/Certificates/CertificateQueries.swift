import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore

/// One version of a certificate, as it was when it was made: what changes later about the member and the date leaves it as it is.
struct CertificateVersion: RowDecodable, Sendable {
    /// Counted from 1.
    let version: Int
    let name: String
    /// Of the date.
    let title: String
    /// Who vouches for it: the community.
    let issuer: String
    /// What the date counts for; empty for nothing.
    let credit: String
    let startAt: Timestamp
    let endAt: Timestamp
    let zone: String
    /// 0 if it was taken back that they were there.
    let minutes: Int
    let way: AttendanceWay
    let issuedAt: Timestamp

    static let columns: SQL<Void> = """
        v.version, v.name, v.title, v.issuer, v.credit, v.startAt, v.endAt, v.zone, v.minutes, v.way, v.issuedAt
        """

    init(_ columns: inout Columns) throws {
        (version, name) = (try columns.int(), try columns.text())
        (title, issuer) = (try columns.text(), try columns.text())
        credit = try columns.text()
        (startAt, endAt) = (try columns.time(), try columns.time())
        (zone, minutes) = (try columns.text(), try columns.int())
        (way, issuedAt) = (try columns.word(), try columns.time())
    }

    var isValid: Bool { minutes > 0 }

    /// All of a member's for a date, the latest first: walks the primary key.
    static func of(_ member: MemberID, at date: ThreadID) -> SQL<CertificateVersion> {
        """
        SELECT \(columns) FROM certificateVersion v WHERE v.threadId = \(date) AND v.memberId = \(member) ORDER BY v.version DESC
        """
    }
}

/// Whose certificate an address is of.
struct CertificateOwner: RowDecodable, Sendable {
    let thread: ThreadID
    let member: MemberID

    static let columns: SQL<Void> = "c.threadId, c.memberId"

    init(_ columns: inout Columns) throws { (thread, member) = (try columns.id(), try columns.id()) }

    /// Walks `certificate_by_code`.
    static func of(_ code: String) -> SQL<CertificateOwner> {
        "SELECT \(columns) FROM certificate c WHERE c.code = \(code)"
    }
}

/// A certificate as everyone reads it who has its address.
struct Certificate: Sendable {
    let code: String
    /// The latest first.
    let versions: [CertificateVersion]
    let latest: CertificateVersion
    /// Where the date is, as it may be spoken of now.
    let place: PlaceInMail

    /// Returns nil for what is no certificate's code.
    static func load(_ code: String, _ db: DB) throws -> Certificate? {
        guard let owner = try db.first(CertificateOwner.of(code)) else { return nil }
        let versions = try db.all(CertificateVersion.of(owner.member, at: owner.thread))
        guard let latest = versions.first,
            let location = try MailLocation.ofGathering(MailMatter(owner.thread.subject), db),
            let place = try PlaceInMail.of(location, db)
        else { return nil }
        return Certificate(code: code, versions: versions, latest: latest, place: place)
    }

    /// The code of a member's certificate of a date; nil if they have made none.
    ///
    /// Walks the primary key.
    static func code(of member: MemberID, at date: ThreadID) -> SQL<String> {
        "SELECT c.code FROM certificate c WHERE c.threadId = \(date) AND c.memberId = \(member)"
    }
}
