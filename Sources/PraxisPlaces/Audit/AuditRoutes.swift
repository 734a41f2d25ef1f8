import HTML
import HTTPTypes
import Hummingbird
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
package import PraxisWeb
import PraxisWords

extension Route {
    /// The audit log, as a page and as a file for a spreadsheet.
    ///
    /// Nothing here changes it.
    package static let auditRoutes: [Route] = [
        .memberPage(Paths.audit) { try await $0.auditPage(of: try $0.siteLog()) },
        .memberPage(Paths.audit + ".csv") { try await $0.auditFile(of: try $0.siteLog()) },
        .memberPage(PlacePaths.audit.ofCommunity) { try await $0.auditPage(of: try await $0.communityLog()) },
        .memberPage(PlacePaths.auditFile.ofCommunity) { try await $0.auditFile(of: try await $0.communityLog()) },
        .memberPage(PlacePaths.audit.ofGroup) { try await $0.auditPage(of: try await $0.groupLog()) },
        .memberPage(PlacePaths.auditFile.ofGroup) { try await $0.auditFile(of: try await $0.groupLog()) },
    ]
}

/// A log that its reader may read, and where its pages lie.
struct AuditLog: Sendable {
    let scope: AuditScope
    let path: String
    let crumbs: [Page.Crumb]
    /// What stands beside it.
    let menu: SettingsMenu
}

extension Call {
    fileprivate func siteLog() throws(Denial) -> AuditLog {
        if let refusal = Policy.refusal(ReadSiteAudit.self, Facts(viewer: viewer, now: now)) { throw refusal }
        return AuditLog(
            scope: .site,
            path: Paths.audit,
            crumbs: [.init(words.common.settings(), Paths.settings)],
            menu: SettingsMenu(self, at: Paths.audit)
        )
    }

    fileprivate func communityLog() async throws -> AuditLog {
        let view = try await communityView(), line = view.details.line
        if let refusal = Policy.refusal(ReadAudit.self, view.facts) { throw refusal }
        let place = PlacePaths(community: line.slug), path = place.audit
        let menu = SettingsMenu(self, of: place, view.facts, at: path)
        return AuditLog(scope: .community(line.id), path: path, crumbs: communityCrumbs(line), menu: menu)
    }

    fileprivate func groupLog() async throws -> AuditLog {
        let view = try await groupView()
        if let refusal = Policy.refusal(ReadAudit.self, view.facts) { throw refusal }
        let place = PlacePaths(community: view.community.line.slug, group: view.group.slug), path = place.audit
        let menu = SettingsMenu(self, of: place, view.facts, at: path)
        return AuditLog(scope: .group(view.group.id), path: path, crumbs: groupCrumbs(view), menu: menu)
    }

    fileprivate func auditPage(of log: AuditLog) async throws -> Response {
        do {
            var request = try AuditRequest(query, among: env.capabilities.audits.map(\.act), in: zone)
            // Decisions are what the page is read for; the file holds everything.
            request.hidesClaims = request.act == nil && !query.isTicked("claims")
            let page = try await read { [request] in
                try AuditPage.read(log.scope, request, limit: AuditLine.perPage, $0)
            }
            return AuditPageView(call: self, log: log, found: page).response()
        } catch Denial.input(let errors) {
            let nothing = AuditPage(lines: [], next: nil)
            return AuditPageView(call: self, log: log, found: nothing, errors: errors).response(.unprocessableContent)
        }
    }

    fileprivate func auditFile(of log: AuditLog) async throws -> Response {
        let request = try AuditRequest(query, among: env.capabilities.audits.map(\.act), in: zone)
        let page = try await read { try AuditPage.read(log.scope, request, limit: AuditLine.perFile, $0) }
        let table = AuditTable(words, env.capabilities).text(of: page.lines)
        var response = Response.download(table, type: "text/csv; charset=utf-8", name: "audit.csv")
        if let next = page.next, let link = HTTPField.Name("Link") {
            response.headers[link] = "<\(auditPath(log.path + ".csv", before: next, claims: false))>; rel=\"next\""
        }
        return response
    }

    /// The same filters at another place of the list; with claims as they are now, or as it is said.
    func auditPath(_ path: String, before cursor: AuditNumber?, claims: Bool? = nil) -> String {
        var pairs = query.pairs.filter { ["act", "person", "from", "to"].contains($0.name) && !$0.value.isEmpty }
        if claims ?? query.isTicked("claims") { pairs.append(("claims", "yes")) }
        if let cursor { pairs.append(("before", cursor.description)) }
        if pairs.isEmpty { return path }
        return path + "?" + pairs.map { $0.name + "=" + Fields.encode($0.value) }.joined(separator: "&")
    }
}
