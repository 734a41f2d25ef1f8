import PraxisDomain
import PraxisStore

extension WriteDB {
    /// The next version of a certificate, from what is known of the member at the date; does nothing if it would say what the latest says.
    ///
    /// Title, issuer and credit are those of the first version.
    func writeCertificateVersion(of member: MemberID, at date: Gathering, _ attended: Attended) throws {
        let latest = try first(CertificateVersion.of(member, at: date.thread))
        let minutes = attended.isPresent ? attended.minutes : 0
        if let latest, latest.minutes == minutes, latest.way == attended.way || !latest.isValid { return }
        try run(
            """
            INSERT INTO certificateVersion
                (threadId, memberId, version, name, title, issuer, credit, startAt, endAt, zone, minutes, way, issuedAt)
            SELECT \(date.thread), \(member), \((latest?.version ?? 0) + 1), p.name, coalesce(\(latest?.title), t.title),
                coalesce(\(latest?.issuer), c.name), coalesce(\(latest?.credit), s.credit, ''), \(date.startAt), \(date.endAt), \(date.zone),
                \(minutes), \(attended.way), \(now)
            FROM thread t JOIN community c ON c.id = t.communityId JOIN member p ON p.id = \(member)
            LEFT JOIN series s ON s.id = \(date.series) WHERE t.id = \(date.thread)
            """
        )
    }

    /// Corrects the certificate of a member whose attendance has changed, if they have made one.
    func correctCertificate(of member: MemberID, at date: Gathering) throws {
        guard try first(Certificate.code(of: member, at: date.thread)) != nil,
            let attended = try first(Attended.of(member, at: date.thread))
        else { return }
        try writeCertificateVersion(of: member, at: date, attended)
    }
}
