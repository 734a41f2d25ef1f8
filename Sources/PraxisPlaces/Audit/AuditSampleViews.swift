import HTML
import PraxisCapability
import PraxisDomain
import PraxisWeb
import PraxisWords

extension StyleSample {
    /// Lines of an audit log: told whole, of a group that the reader does not see, and of a place that is closed to them.
    static let audit = StyleSample("audit", { $0.audit.title() }) { call, texts in
        let told: [(act: AuditAct, extent: AuditLine.Extent)] = [
            (.invited, .whole), (.roleChanged, .whole), (.requestDeclined, .place), (.communityChanged, .bare),
        ]
        let lines = told.enumerated().map { AuditLine($0, $1.act, $1.extent, call, texts) }
        let log = AuditLog(
            scope: .site,
            path: PlacePaths(community: slug).audit,
            crumbs: [],
            menu: SettingsMenu(call, at: "")
        )
        return AuditPageView(call: call, log: log, found: AuditPage(lines: lines, next: nil)).table
    }
}

extension AuditLine {
    fileprivate init(_ index: Int, _ act: AuditAct, _ extent: Extent, _ call: Call, _ texts: StyleSample.Texts) {
        let isTold = extent != .bare
        number = AuditNumber(rawValue: -1 - Int64(index))
        at = call.now - .hours(Int64(index) * 9 + 1)
        (self.act, self.extent) = (act, extent)
        (detail, thread) = ([], nil)
        isByMachine = false
        (actor, person) = isTold ? (texts.names[index], texts.names[index + 1]) : (nil, nil)
        community = isTold ? (StyleSample.slug, texts.community) : nil
        group = extent == .whole ? (StyleSample.slug, texts.group) : nil
    }
}
