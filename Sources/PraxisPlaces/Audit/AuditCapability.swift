package import PraxisCapability
import PraxisWeb
import PraxisWords

extension Capability {
    /// The audit log, as each reader may know of it.
    package static let audit = Capability(
        "audit",
        acts: .audit,
        routes: Route.auditRoutes,
        parts: [StyleSample.audit],
        links: [
            MenuLink(.siteDuties, if: ReadSiteAudit.self, { $0.audit.title() }, to: Paths.audit),
            MenuLink(.communitySettings, at: 90, if: ReadAudit.self, { $0.audit.title() }, to: \.audit),
            MenuLink(.groupSettings, at: 90, if: ReadAudit.self, { $0.audit.title() }, to: \.audit),
        ],
        checks: .audit,
        words: [
            WordFile(AuditWords.self, english: PackageResources.audit_en_json, french: PackageResources.audit_fr_json)
        ],
        pages: [.style(PackageResources.audit_css)],
        tables: .audit
    )
}
